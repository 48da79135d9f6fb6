"""A business case out to a spreadsheet and back, two versions beside each other, other outcomes."""

from __future__ import annotations

import dataclasses
import html
import io
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from openpyxl import load_workbook

from projects.businesscase.workbook import ENGLISH, SENTENCES
from projects.businesscase.workbook import read_workbook as read
from projects.models import BusinessCase, CaseLine, CaseParty
from projects.resources.casesheets import sheet_words
from projects.views.case_sensitivity import sensitivity_facts
from tests.programme.pages import cost_of, source_of
from tests.projects import building
from tests.projects.cases import whole_case
from tests.projects.keeping import kept

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from projects.businesscase import Case
    from tests.cast import Cast

    Enter = Callable[..., Client]

pytestmark = pytest.mark.django_db


def address(name: str, case: BusinessCase, *more: str) -> str:
    return reverse(f"projects:case-{name}", args=[case.pk, *more])


def text(page: Any) -> str:
    return html.unescape(source_of(page)).replace("\N{NO-BREAK SPACE}", " ")


def upload(content: bytes) -> dict[str, Any]:
    return {"file": SimpleUploadedFile("case.xlsx", content)}


def changed(content: bytes, changes: dict[str, Any]) -> bytes:
    """After somebody typed in the lines: `{"Q5": 12}`, or `{"Aannames!B4": …}`."""
    book, stream = load_workbook(io.BytesIO(content)), io.BytesIO()
    for cell, value in changes.items():
        sheet, _mark, place = cell.rpartition("!")
        (book[sheet] if sheet else book.worksheets[1])[place].value = value
    book.save(stream)
    return stream.getvalue()


# -- out -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_out_in_the_language_of_the_reader(today: Cast, enter: Enter, kind: str) -> None:
    case = kept(building.opened(today))
    answer = enter(today.manager).get(address("export", case, kind))
    assert answer.status_code == 200
    assert f"businesscase-{case.project.code.lower()}-1.{kind}" in answer["Content-Disposition"]
    assert answer["Cache-Control"] == "private, no-store"
    played = read(answer.content)
    assert played.case == BusinessCase.objects.get(pk=case.pk).as_case()
    assert played.sheet == "Regels"
    if kind == "xlsx":
        book = load_workbook(io.BytesIO(answer.content))
        assert book.sheetnames == ["Aannames", "Regels", "Resultaat"]
        assert book["Aannames"]["A1"].value.startswith(case.project.title)


def test_who_may_not_have_it(today: Cast, enter: Enter) -> None:
    case = kept(building.opened(today))
    door = address("export", case, "xlsx")
    assert enter(today.manager).get(address("export", case, "csv")).status_code == 404
    for role in ("director", "contact", "outsider"):
        client = enter(getattr(today, role))
        for each in (door, address("import", case), address("compare", case)):
            assert client.get(each).status_code in {403, 404}
        assert client.post(address("import", case), upload(b"PK")).status_code in {403, 404}


def test_a_number_that_no_sheet_holds_is_said(today: Cast, enter: Enter) -> None:
    case = kept(building.opened(today))
    CaseLine.objects.filter(case=case, position=0).update(quantities=[Decimal("123456789012.3456")])
    answer = enter(today.manager).get(address("export", case, "ods"), follow=False)
    assert answer["Location"] == case.get_absolute_url()


def test_english_readers_get_the_words_of_the_command(today: Cast) -> None:
    with translation.override("en"):
        assert dict(sheet_words().texts) == dict(ENGLISH.texts)
    with translation.override("nl"):
        dutch = sheet_words()
        words = [word for _code, word in dutch.pairs()]
        assert len({word.casefold() for word in words}) == len(words)
        assert not set(dutch.texts) - set(ENGLISH.texts)
        name = dutch["word_benefit"]
    assert name == "baten"
    assert "{value}" in SENTENCES["no_number"]


# -- and back --------------------------------------------------------------------------------------


def test_a_file_is_looked_at_and_then_taken_over(today: Cast, enter: Enter) -> None:
    case, client = kept(building.opened(today)), enter(today.manager)
    content = client.get(address("export", case, "xlsx")).content
    door = address("import", case)
    assert client.get(door).status_code == 200
    same = client.post(door, upload(content))
    assert same.context["changes"]["is_same"]
    assert "Neem de wijzigingen over" not in text(same)
    more = {"Q5": 60000, "B13": "baten", "C13": "Rijk", "E13": "Minder beroep", "P13": 5}
    more |= {"F13": "overig", "I13": "gemeten", "Aannames!B20": "Rijk", "Aannames!B8": "laag"}
    seen = client.post(door, upload(changed(content, more)))
    assert seen.status_code == 200
    assert CaseLine.objects.filter(case=case).count() == 8  # nothing is saved yet
    found = seen.context["changes"]
    assert [each["word"] for each in found["lines"]] == ["Veranderd", "Nieuw"]
    assert found["parties_added"] == ("Rijk",)
    page = text(seen)
    assert "100.000; 50.000; 1.234,56" in page
    assert "100.000; 60.000; 1.234,56" in page
    answer = client.post(door, {"kept": seen.context["form"].sealed})
    assert answer["Location"] == case.get_absolute_url()
    now = BusinessCase.objects.get(pk=case.pk).as_case()
    assert now.lines[0].effect.quantities[1] == 60000
    assert (now.lines[-1].party, now.lines[-1].certainty) == ("Rijk", "measured")
    again = client.post(door, upload(changed(content, more)))
    assert again.context["changes"]["is_same"]


def test_each_bad_cell_is_named(today: Cast, enter: Enter) -> None:
    case, client = kept(building.opened(today)), enter(today.manager)
    content = client.get(address("export", case, "xlsx")).content
    door = address("import", case)
    wrong = client.post(door, upload(changed(content, {"B5": "winst", "Q6": "veel"})))
    assert wrong.status_code == 422
    assert [each["where"] for each in wrong.context["faults"]] == ["Regels B5", "Regels Q6"]
    assert "“veel” is geen getal" in text(wrong)
    assert "2 cellen kloppen niet" in text(wrong)
    ours = {"P5": 1.23456, "E6": "x" * 201, "F7": "geluk", "E8": None}
    unfit = client.post(door, upload(changed(content, ours)))
    named = [each["where"] for each in unfit.context["faults"]]
    assert named == ["Regels P5", "Regels E6", "Regels F7", "Regels E8"]
    for each in (b"", b"kind;party", b"PK\x03\x04x", b"\xd0\xcf\x11\xe0" + b"\0" * 99):
        page = client.post(door, upload(each))
        assert page.status_code == 422
        assert page.context["form"].errors.keys() == {"file"}
    for each in ("", "verzonnen"):
        assert client.post(door, {"kept": each}).status_code == 422
    assert client.post(door, upload(b"PK\x03\x04" + b"x" * 1_000_001)).status_code == 422
    assert CaseLine.objects.filter(case=case).count() == 8


def test_another_rate_and_a_version_that_stands_still(today: Cast, enter: Enter) -> None:
    case, client = kept(building.opened(today)), enter(today.manager)
    content = client.get(address("export", case, "xlsx")).content
    other = changed(content, {"Aannames!B4": 0.03, "Q5": 1})
    seen = client.post(address("import", case), upload(other))
    assert "2,25 %" in seen.context["rate"].replace("\N{NO-BREAK SPACE}", " ")
    refused = client.post(address("import", case), {"kept": seen.context["form"].sealed})
    assert refused.status_code == 422
    BusinessCase.objects.filter(pk=case.pk).update(status="dropped", dropped_at=today.at)
    shut = client.get(address("import", case))
    assert shut["Location"] == case.get_absolute_url()
    late = client.post(address("import", case), upload(content))
    refused = client.post(address("import", case), {"kept": late.context["form"].sealed})
    assert refused.status_code == 422


# -- beside each other -----------------------------------------------------------------------------


def later(case: Case) -> Case:
    first = dataclasses.replace(case.lines[0], source="jaarrekening")
    return dataclasses.replace(case, lines=(first, *case.lines[1:-1]), horizon=4)


def test_two_versions_beside_each_other(today: Cast, enter: Enter) -> None:
    project, client = building.opened(today), enter(today.manager)
    one = kept(project)
    alone = client.get(address("compare", one))
    assert alone.context["pair"] is None
    two = kept(project, 2, later(whole_case()))
    for page in (
        client.get(address("compare", two)),
        client.get(address("compare", one)),
        client.get(address("compare", one), {"met": two.pk}),
    ):
        assert [each.version for each in page.context["pair"]] == [1, 2]
        found = page.context["changes"]
        assert [each["word"] for each in found["lines"]] == ["Veranderd", "Weg"]
        assert [str(each["name"]) for each in found["assumptions"]] == ["Aantal jaren"]
    assert "jaarrekening" in text(page)
    for asked in (two.pk, 999_999, "x"):
        assert client.get(address("compare", two), {"met": asked}).status_code == 404


def test_the_pages_cost_the_same_for_few_and_for_many(today: Cast, enter: Enter) -> None:
    project, client = building.opened(today), enter(today.manager)
    small = dataclasses.replace(whole_case(), lines=whole_case().lines[:1])
    one = kept(project, 1, small)
    two = kept(project, 2, small)
    doors = [address("compare", two), address("export", two, "ods"), address("import", two)]
    few = [cost_of(client, each).queries for each in doors]
    for case in (one, two):
        for number in range(30):
            party = CaseParty.objects.create(case=case, name=f"Partij {number}", position=50)
            CaseLine.objects.create(
                case=case,
                position=50 + number,
                kind="cost",
                party=party,
                text="Meer",
                category="care",
                certainty="expert",
                quantities=[Decimal(number)],
            )
    assert [cost_of(client, each).queries for each in doors] == few


# -- what if ---------------------------------------------------------------------------------------


def test_only_who_reads_all_of_it_is_told(today: Cast, enter: Enter) -> None:
    """Apart for effects and for years, totals would tell more about one organisation."""
    case = building.approved_case(today, building.opened(today))
    door = address("export", case, "ods")
    for role, may in (("manager", True), ("director", False)):
        page = text(enter(getattr(today, role)).get(case.get_absolute_url()))
        assert ('id="sensitivity"' in page, door in page) == (may, may), role


def test_what_if_it_turns_out_otherwise() -> None:
    with translation.override("nl"):
        facts = sensitivity_facts(whole_case())
        page = render_to_string("projects/case/sensitivity.html", {"sensitivity": facts})
    rows = [row["name"] for table in facts["tables"] for row in table["rows"]]
    assert [len(table["rows"]) for table in facts["tables"]] == [5, 4, 3]
    assert rows[2].replace("\N{NO-BREAK SPACE}", " ") == "2,25 %"
    own = [row["npv"] for table in facts["tables"] for row in table["rows"] if row["is_own"]]
    assert len(own) == 3
    assert len(set(own)) == 1
    assert page.count("<tr") == 1 + 3 + 12
