"""What is due: the database and the arithmetic say the same, and who reads which part of it."""

from __future__ import annotations

import random
from datetime import date, timedelta
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from funding import actions
from funding.actions.schedules import arrived_by_year, parts_of
from funding.dues import by_organisation, dues_at, how_many_overdue, waiting_at
from funding.models import Pledge
from funding.spreading import Part, still_due
from projects.models import Phase
from tests.funding.records import DAY, EURO, begin, firm, make_plan
from tests.funding.test_ledger_pages import plain
from tests.funding.test_schedules import firm_budget, to_budget, years
from tests.programme.pages import cost_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from tests.cast import Cast

    Enter = Callable[..., Client]

pytestmark = pytest.mark.django_db
LIST = reverse("funding:due-list")
QUERIES = 13


def due(cast: Cast, days: int, amount: int = 900) -> list[Part]:
    day = cast.at.date() + timedelta(days=days)
    return [Part(day.year, EURO(amount), day)]


def arrives(cast: Cast, pledge: Pledge, amount: Any, year: int | None = None) -> None:
    facts = {"arrived_on": cast.at.date(), "actor": cast.staff, "at": cast.at, "year": year}
    actions.record_delivery(pledge, amount=amount, **facts)


def to_phase(cast: Cast, letters: str, amount: int) -> Pledge:
    """All but one euro of what a phase asks; that one arrived."""
    plan = make_plan(cast, cast.at, total=amount + 1, cash=1)
    arrives(cast, firm(cast, plan, "GD", 1, cast.at), EURO(1))
    return firm(cast, plan, letters, amount, cast.at)


def phase_of(pledge: Pledge) -> Phase:
    assert pledge.plan is not None
    return pledge.plan.phase


def to_running(cast: Cast, letters: str, amount: int) -> Pledge:
    """To a phase that started."""
    pledge = to_phase(cast, letters, amount)
    begin(phase_of(pledge), cast.at)
    return pledge


def open_parts(at: Any) -> list[tuple[Any, ...]]:
    found = dues_at(Pledge.objects.all(), at)
    return [(each.year, each.due_on, int(each.open)) for each in found]


@pytest.mark.parametrize("seed", range(8))
def test_the_database_says_what_the_arithmetic_says(cast: Cast, seed: int) -> None:
    dice = random.Random(seed)
    parts = [
        Part(
            2025 + dice.randrange(3),
            EURO(dice.randrange(1, 500)),
            dice.choice([None, date(2026, dice.randrange(1, 13), 1)]),
        )
        for _number in range(dice.randrange(1, 7))
    ]
    pledge = firm_budget(cast, sum(int(each.amount) for each in parts), parts=parts)
    for each in {part.year for part in parts}:
        most = sum(int(part.amount) for part in parts if part.year == each)
        if part := dice.randrange(most + 1):
            arrives(cast, pledge, EURO(part), each)
    said = still_due(parts_of(pledge), arrived_by_year(pledge))
    expected = [(each.part.year, each.part.due_on, int(each.open)) for each in said if each.open]
    assert sorted(open_parts(cast.at), key=str) == sorted(expected, key=str)


def test_only_what_is_certain_is_due(cast: Cast) -> None:
    to_budget(cast, 100)
    firm_budget(cast, 200, condition="Als het waait")
    gone = firm_budget(cast, 300)
    actions.withdraw_pledge(gone, reason="Toch niet.", actor=cast.director, at=cast.at)
    firm_budget(cast, None, form="knowledge", text="Een training")
    assert open_parts(cast.at) == []
    firm_budget(cast, 400)
    assert open_parts(cast.at) == [(2026, None, 400)]
    assert open_parts(cast.at - DAY) == [], "as it was known"


def test_a_phase_that_has_not_started_asks_nothing(today: Cast, enter: Enter) -> None:
    late, pledge = due(today, -3), to_phase(today, "BN", 900)
    actions.reschedule(pledge, parts=late, reason="Eerder.", actor=today.director, at=today.at)
    assert open_parts(today.at) == []
    assert [int(each.open) for each in waiting_at(Pledge.objects.all(), today.at)] == [900]
    assert how_many_overdue(today.at) == 0
    for who in (today.director, today.manager):
        page = plain(enter(who).get(LIST))
        assert "Wacht tot de fase begint" in page
        assert "Samen € 900" in page
        assert "Te laat" not in page
    begin(phase_of(pledge), today.at)
    assert open_parts(today.at) == [(late[0].year, late[0].due_on, 900)]
    assert not waiting_at(Pledge.objects.all(), today.at).exists()
    assert how_many_overdue(today.at) == 1
    assert open_parts(today.at - DAY) == [], "as it was known"


def test_a_phase_that_was_dropped_is_not_waited_for(cast: Cast) -> None:
    plan = make_plan(cast, cast.at)
    firm(cast, plan, "BN", 900, cast.at)
    Phase.objects.filter(pk=plan.phase.pk).update(status="dropped", dropped_at=cast.at)
    assert open_parts(cast.at) == []
    assert not waiting_at(Pledge.objects.all(), cast.at).exists()


def test_each_organisation_once_with_its_sum(cast: Cast) -> None:
    parts = [*due(cast, 3, 100), *due(cast, 30, 250)]
    pledge = firm_budget(cast, 350, parts=parts)
    arrives(cast, pledge, EURO(40), parts[0].year)
    firm_budget(cast, 800, parts=due(cast, 5, 800))
    to_running(cast, "FV", 70)
    rows = dues_at(Pledge.objects.all(), cast.at)
    expected = [
        {"name": cast["BN"].name, "rest": EURO(1_110)},
        {"name": cast["FV"].name, "rest": EURO(70)},
    ]
    assert by_organisation(rows) == sorted(expected, key=lambda each: str(each["name"]))
    near = rows.filter(last_on__lte=parts[0].due_on)
    assert by_organisation(near) == [{"name": cast["BN"].name, "rest": EURO(60)}]


def test_in_the_order_of_the_days(cast: Cast) -> None:
    firm_budget(cast, 100)
    for days in (30, -3, 10):
        firm_budget(cast, 900 + days, parts=due(cast, days, 900 + days))
    firm_budget(cast, 50, parts=[Part(2025, EURO(50))])
    assert [each[2] for each in open_parts(cast.at)] == [50, 897, 910, 930, 100]
    assert how_many_overdue(cast.at) == 2, "a year that is over is late too"


def test_the_finance_department_reads_all_and_a_partner_its_own(today: Cast, enter: Enter) -> None:
    firm_budget(today, 900, parts=due(today, -3))
    to_running(today, "FV", 10_007)
    page = plain(enter(today.staff).get(LIST))
    assert "10.007" in page
    assert "€ 900" in page
    assert "€ 10.907" in page, "the sum of both"
    bank = plain(enter(today.director).get(LIST))
    assert "€ 900" in bank
    assert "10.007" not in bank
    assert "900" not in plain(enter(today.other_director).get(LIST)).split("<main")[1]
    assert "10.007" not in plain(enter(today.seat).get(LIST)), "here the raad reads its own too"
    assert enter(today.outsider).get(LIST).status_code == 403


def test_until_a_day_and_of_one_organisation(today: Cast, enter: Enter) -> None:
    firm_budget(today, 900, parts=due(today, 3))
    firm_budget(today, 800, parts=due(today, 40, 800))
    client = enter(today.manager)
    until = f"{today.at.date() + timedelta(days=5):%d-%m-%Y}"
    assert [int(each.open) for each in client.get(LIST, {"until": until}).context["rows"]] == [900]
    own = client.get(LIST, {"organisation": today["BN"].pk}).context
    assert [int(each.open) for each in own["rows"]] == [900, 800]
    assert own["by_organisation"] == [{"name": today["BN"].name, "rest": EURO(1_700)}]
    wrong = client.get(LIST, {"until": "morgen"})
    assert wrong.status_code == 422
    assert "morgen" in plain(wrong)


@pytest.mark.parametrize("kind", ["csv", "xlsx", "ods"])
def test_as_a_file(today: Cast, enter: Enter, kind: str) -> None:
    pledge = firm_budget(today, 450, parts=due(today, 3, 450))
    to_running(today, "FV", 10_007)
    url = reverse("funding:due-export", args=[kind])
    answer = enter(today.director).get(url)
    assert answer["Content-Disposition"].endswith(f'.{kind}"')
    if kind == "csv":
        text = answer.content.decode("utf-8-sig")
        assert text.count("\r\n") == 2
        assert ";450,00;450,00;" in text
        assert "10007" not in text
    if kind == "xlsx":
        sheet = load_workbook(BytesIO(answer.content)).active
        assert sheet.max_row == 2
        cells = dict(zip([cell.value for cell in sheet[1]], sheet[2], strict=True))
        names = ("jaar", "waarde in euro", "nog te ontvangen")
        assert [cells[name].data_type for name in names] == ["n", "n", "n"]
        assert [cells[name].value for name in names] == [2026, 450, 450]
        assert cells["kenmerk"].value == f"T{pledge.pk}"
    assert enter(today.director).get(reverse("funding:due-export", args=["exe"])).status_code == 404


def test_it_costs_the_same_for_many(today: Cast, enter: Enter) -> None:
    firm_budget(today, 900, parts=due(today, 3))
    client = enter(today.manager)
    before = cost_of(client, LIST).queries
    for number in range(6):
        firm_budget(today, 100 + number, parts=years(today, 50, 50 + number))
    assert cost_of(client, LIST).queries == before == QUERIES
