"""Another city's framework, with other numbers and clauses, works without code."""

from __future__ import annotations

import json
from io import StringIO
from typing import TYPE_CHECKING, Any

import pytest
from django.core.management import CommandError, call_command

from events.models import Meeting
from partners.models import ClauseMeasure, Framework
from programme import actions as programme
from schuldenlab.lifecycle import Refused
from schuldenlab.portal.management.commands.kompas import Command as Kompas
from tests.cast import FIXED, _partner

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.django_db
ELSEWHERE = {
    "title": "Afspraken Elders",
    "motto": "Samen",
    "starts": "2025-01-01",
    "ends": "2099-12-31",
    "numbers": {
        "seats_min": 3,
        "seats_max": 4,
        "inspiration_events": 0,
        "network_meetings": 3,
        "leaders_meetings": 4,
        "kernteam_managers": 1,
        "kernteam_staff": 0,
    },
    "clauses": [
        {
            "number": 1,
            "title": "Wij komen bij elkaar",
            "text": "Drie keer per jaar.",
            "measures": [{"code": "network_meetings", "by": "11-30"}, {"code": "leaders_meetings"}],
        },
        {"number": 2, "title": "De raad", "measures": [{"code": "programmaraad", "by": "02-29"}]},
        {"number": 3, "title": "Het kernteam", "measures": [{"code": "kernteam"}]},
    ],
}


def written(folder: Path, facts: Any) -> str:
    path = folder / "kader.json"
    path.write_text(json.dumps(facts), encoding="utf-8")
    return str(path)


def run(command: str, *arguments: str) -> Any:
    out = StringIO()
    call_command(command, "--json", *arguments, stdout=out)
    return json.loads(out.getvalue())


def set_up(folder: Path, facts: Any = ELSEWHERE) -> Any:
    return run(
        "setup_lab",
        *("--host", "Gemeente Elders", "--framework", written(folder, facts)),
        *("--manager-email", "eva@elders.example", "--manager-name", "Eva Stam"),
    )


def test_its_year_and_its_kompas(tmp_path: Path) -> None:
    set_up(tmp_path)
    assert run("plan_cadence") == {"created": 14, "existing": 0}
    assert run("plan_cadence") == {"created": 0, "existing": 14}
    kompas = run("kompas", "--year", "2026", "--at", "2026-12-31")
    assert kompas["framework"] == "Afspraken Elders"
    assert [clause["title"] for clause in kompas["clauses"]] == [
        clause["title"] for clause in ELSEWHERE["clauses"]
    ]
    need = {row["code"]: row["need"] for clause in kompas["clauses"] for row in clause["measures"]}
    assert need == {
        "network_meetings": 3,
        "leaders_meetings": 4,
        "programmaraad": 3,
        "kernteam": 1,
    }


def test_three_meetings_share_the_year_and_four_have_their_windows(tmp_path: Path) -> None:
    set_up(tmp_path)
    run("plan_cadence")
    year = Meeting.objects.order_by("year").values_list("year", flat=True)[0]
    windows = {
        duty: [
            (slot.window_opens_on.strftime("%m-%d"), slot.window_closes_on.strftime("%m-%d"))
            for slot in Meeting.objects.filter(series__duty=duty, year=year)
        ]
        for duty in ("network", "leaders")
    }
    assert len(windows["network"]) == 3
    assert (windows["network"][0][0], windows["network"][-1][1]) == ("01-01", "12-31")
    assert windows["leaders"][0] == ("01-15", "03-15")


def test_its_raad_has_three_or_four_seats(tmp_path: Path) -> None:
    set_up(tmp_path)
    framework = Framework.objects.get()
    partners = [_partner(f"Partner {n}", "bank", FIXED) for n in range(5)]
    with pytest.raises(Refused):
        programme.propose_raad(
            2026, framework=framework, organisations=partners, actor=None, at=FIXED
        )
    raad = programme.propose_raad(
        2026, framework=framework, organisations=partners[:3], actor=None, at=FIXED
    )
    assert raad.seats.count() == 3


def test_setting_up_again_leaves_its_clauses(tmp_path: Path) -> None:
    set_up(tmp_path)
    assert not any(set_up(tmp_path).values())
    assert ClauseMeasure.objects.count() == 4


def test_without_a_file_it_is_the_framework_of_2020() -> None:
    run("setup_lab")
    assert run("plan_cadence") == {"created": 14, "existing": 0}
    kompas = run("kompas", "--year", "2024", "--at", "2024-12-31")
    assert [clause["number"] for clause in kompas["clauses"]] == list(range(1, 9))
    assert sum(len(clause["measures"]) for clause in kompas["clauses"]) == 21


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ([], "namen en waarden"),
        ({"seats": 4}, "seats"),
        ({"numbers": {"seats_min": "vijf"}}, "seats_min"),
        ({"numbers": {"chairs": 4}}, "chairs"),
        ({"clauses": {}}, "lijst"),
        ({"clauses": [{"number": 0, "title": "x"}]}, "nummer"),
        ({"clauses": [{"number": 1}]}, "titel"),
        ({"clauses": [{"number": 1, "title": "a"}, {"number": 1, "title": "b"}]}, "nummer"),
        ({"clauses": [{"number": 1, "title": "a", "measures": [{"code": "mood"}]}]}, "mood"),
        (
            {"clauses": [{"number": 1, "title": "a", "measures": [{"code": "signed", "by": "x"}]}]},
            "03-31",
        ),
    ],
)
def test_a_file_that_is_not_right(tmp_path: Path, facts: Any, sentence: str) -> None:
    with pytest.raises(CommandError, match=sentence) as told:
        set_up(tmp_path, facts)
    assert "kader.json" in str(told.value)
    assert not Framework.objects.exists()


def test_a_file_that_is_no_json_or_not_there(tmp_path: Path) -> None:
    path = tmp_path / "kader.json"
    with pytest.raises(CommandError, match=r"kader\.json"):
        run("setup_lab", "--framework", str(path))
    path.write_text("{\n,", encoding="utf-8")
    with pytest.raises(CommandError, match="2"):
        run("setup_lab", "--framework", str(path))


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--at", "gisteren"), "“gisteren” is not a day. Write it like 2026-09-23."),
        (("--at", "2026-02-30"), "“2026-02-30” is not a day."),
        (("--at", "9999-12-31"), "“9999” is not a year from 2000 to 2199."),
        (("--at", "0001-01-01"), "is not a year from 2000 to 2199."),
        (("--year", "0"), "“0” is not a year from 2000 to 2199."),
        (("--year", "100000"), "“100000” is not a year"),
        (("--year", "abc"), "“abc” is not a year"),
    ],
)
def test_a_day_or_year_that_cannot_be_is_one_clear_sentence(
    arguments: tuple[str, ...], sentence: str, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        Kompas().run_from_argv(["manage.py", "kompas", "--json", *arguments])
    out, err = capfd.readouterr()
    assert (stopped.value.code, out) == (2, "")
    assert sentence in err
