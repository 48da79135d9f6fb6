"""The budget as a page and as a file, for everybody who reads it."""

from __future__ import annotations

import io
import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from odf import opendocument, table
from openpyxl import load_workbook

from funding import actions
from funding.models import CarryOver
from partners.models import Organisation
from tests.funding.budgets import DAY, EURO, YEAR, adopt_budget, spread, to_budget, write_budget
from tests.funding.records import firm, make_plan
from tests.funding.test_rules import out_of_the_raad
from tests.programme.changing import judged
from tests.programme.pages import text_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from tests.cast import Cast

    Enter = Callable[..., Client]

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]
PAGE = f"/financiering/{YEAR}/"


@pytest.fixture(autouse=True)
def _speak_english(cast: Cast) -> None:
    type(cast.manager).objects.get_queryset().update(language="en")


@pytest.fixture
def adopted(cast: Cast) -> Any:
    """The year needs 300, 100, 50 and 200."""
    return adopt_budget(cast, cast.at - DAY)


def page(enter: Enter, who: Any, url: str = PAGE) -> str:
    return words(enter(who).get(url))


def words(answer: Any) -> str:
    """What stands on a page, without its tags."""
    return " ".join(re.sub(r"<[^>]*>", " ", text_of(answer)).replace("\xa0", " ").split())


# -- what is said --------------------------------------------------------------------------------


def test_the_kernteam_reads_gaps_first(cast: Cast, enter: Enter, adopted: Any) -> None:
    to_budget(cast, "ZD", "events", 20, cast.at - DAY)
    to_budget(cast, "EZ", "events", 5, cast.at - DAY, is_firm=False)
    said = page(enter, cast.manager)
    assert said.index("Still missing for 2026") < said.index("How far are we for 2026?")
    assert "Events: €30" in said
    assert "€5 is offered or waits for a condition." in said
    assert "The framework asks that it is there by" in said
    assert "Still missing for" not in page(enter, cast.contact)


def test_projects_with_a_phase_without_its_money_are_not_arranged(
    cast: Cast, enter: Enter, adopted: Any
) -> None:
    """The plan asks 180.000; 90.000 of it is firm, and the programme asks 200."""
    plan = make_plan(cast, cast.at - DAY)
    firm(cast, plan, "ZD", 90_000, cast.at - DAY)
    short = "The money of 1 phase is not arranged yet"
    said = page(enter, cast.manager)
    assert "€90,000 certain, of €200" in said
    assert "€90,000 is for phases of projects. That counts for this category." in said
    assert "1 phase in preparation or running asks €180,000 in all." in said
    assert "Of that €90,000 is still missing." in said
    assert "Phases of projects: €90,000" in said.split("How far are we")[0]
    assert short in said
    assert "meenemen" not in enter(cast.manager).get(PAGE).content.decode()
    out_of_the_raad(cast)
    said = page(enter, cast.contact)
    assert "asks €180,000 in all." in said
    assert short in said
    assert "90,000" not in said
    firm(cast, plan, "EZ", 90_000, cast.at - DAY)
    assert "is not arranged yet" not in page(enter, cast.manager)
    assert "in preparation or running" not in page(
        enter, cast.manager, f"/financiering/{YEAR + 1}/"
    )


def test_the_page_leads_to_where_one_goes_on(cast: Cast, enter: Enter) -> None:
    ways = [reverse(f"funding:{each}") for each in ("budget-offer", "pledge-list", "due-list")]
    calls = reverse("funding:call-list")
    for who, expected in ((cast.contact, ways), (cast.manager, [*ways, calls])):
        said = enter(who).get(PAGE).content.decode()
        assert [each for each in (*ways, calls) if f'href="{each}"' in said] == expected


def test_the_page_of_now_is_the_year_of_now(cast: Cast, enter: Enter, adopted: Any) -> None:
    assert reverse("funding:budget") == "/financiering/"
    said = page(enter, cast.contact, "/financiering/")
    assert "Budget" in said


def test_a_concept_is_for_the_kernteam(cast: Cast, enter: Enter) -> None:
    write_budget(cast, cast.at - DAY)
    assert "Concept: not decided yet" in page(enter, cast.manager)
    assert "Concept" not in page(enter, cast.seat)
    assert "Nothing is known of 2026 yet" in page(enter, cast.contact)


@pytest.mark.parametrize("who", ["outsider", "former"])
def test_who_takes_no_part_does_not_come_in(cast: Cast, enter: Enter, who: str) -> None:
    assert enter(getattr(cast, who)).get(PAGE).status_code in {302, 403}


@pytest.mark.parametrize("year", [1999, 2101, 99999])
def test_a_year_that_cannot_be_is_not_found(cast: Cast, enter: Enter, year: int) -> None:
    for url in (f"/financiering/{year}/", f"/financiering/{year}/export/csv/"):
        assert enter(cast.manager).get(url).status_code == 404
    assert enter(cast.manager).get(f"{PAGE}export/pdf/").status_code == 404


def test_what_is_needed_can_be_traced(cast: Cast, enter: Enter, adopted: Any) -> None:
    """The programme and every decided change that moved it; nothing where nothing moved."""
    facts = {"budget_before": EURO(50), "budget_after": EURO(40), "category": "events"}
    about = {"about": "programme", "kind": "budget_moved"}
    change = judged(cast, cast.at - DAY, is_crucial=False, **about, **facts)
    judged(cast, cast.at - DAY, is_crucial=True, **about, **{**facts, "category": "innovation"})
    for who in (cast.manager, cast.contact):
        said = page(enter, who)
        assert f"Programme 2026 : €50. {change.title} : \N{MINUS SIGN}€10." in said
        assert said.count(change.title) == 1
        shown = enter(who).get(PAGE).content.decode()
        assert f'href="{change.get_absolute_url()}"' in shown
        assert f'href="{adopted.get_absolute_url()}"' in shown


def table_of(answer: Any, name: str) -> list[list[str]]:
    """The rows of a table as words, by the name of its caption or heading."""
    found = answer.content.decode().split(f'aria-labelledby="{name}" tabindex')[1]
    rows = found.split("</table>")[0].split("<tr")[1:]
    cells = [re.split(r"<t[hd] ", each)[1:] for each in rows]
    return [
        [
            " ".join(re.sub(r"^[^>]*>|<[^>]*>", " ", cell).replace("&nbsp;", " ").split())
            for cell in row
        ]
        for row in cells
    ]


def test_who_gives_adds_up_to_the_figures(cast: Cast, enter: Enter, adopted: Any) -> None:
    """Per category, with a last row; what was carried over stands apart."""
    to_budget(cast, "ZD", "events", 80, cast.at - DAY)
    to_budget(cast, "ZD", "innovation", 7, cast.at - DAY)
    to_budget(cast, "EZ", "events", 11, cast.at - DAY, form="hours")
    facts = {"category": "events", "amount": EURO(15), "reason": "Over."}
    actions.carry_over(adopted, **facts, actor=cast.manager, at=cast.at - DAY)
    answer = enter(cast.manager).get(PAGE)
    funders = [[cell.replace("\xa0", " ") for cell in row] for row in table_of(answer, "funders")]
    assert funders == [
        ["Partner", "Category", "In cash", "In kind"],
        [cast["ZD"].name, "Category: Innovation", "In cash: €7", "–"],
        [cast["EZ"].name, "Category: Events", "–", "In kind: €11"],
        [cast["ZD"].name, "Category: Events", "In cash: €80", "–"],
        ["Together", "", "In cash: €87", "In kind: €11"],
    ]
    assert "What was carried over from another year is not in here." in words(answer)
    years = [[cell.replace("\xa0", " ") for cell in row] for row in table_of(answer, "all-years")]
    assert years[0] == ["Year", "Needed", "Certain", "Missing", "How it stands"]
    # 300, 93 and 200 are missing; that events have more fills nothing of it
    assert years[1][:4] == ["2026", "Needed: €650", "Certain: €83", "Missing: €593"]


def test_columns_without_a_figure_are_left_out(cast: Cast, enter: Enter, adopted: Any) -> None:
    out_of_the_raad(cast)
    for letters in ("ZD", "EZ"):
        for category in ("infrastructure", "innovation", "events", "projects"):
            to_budget(cast, letters, category, 5, cast.at - DAY)
    answer = enter(cast.contact).get(PAGE)
    assert table_of(answer, "figures")[:2] == [
        ["Category", "Needed", "How it stands"],
        ["Infrastructure (the kernteam)", "Needed: €300", "Not arranged yet"],
    ]
    assert table_of(answer, "all-years")[0] == ["Year", "Needed", "How it stands"]
    for name in ("figures", "all-years"):
        assert "sl-table-flow" in answer.content.decode().split(f'aria-labelledby="{name}" tab')[1]


# -- what is not said ----------------------------------------------------------------------------


def test_nobody_reads_what_another_gives(cast: Cast, enter: Enter, adopted: Any) -> None:
    """Neither as a row, nor in a sum of one, of many or of all years."""
    for letters, amount in (("ZD", 1_117), ("EZ", 2_239), ("CH", 3_343)):
        to_budget(cast, letters, "events", amount, cast.at - DAY)
    to_budget(cast, "FV", "events", 4_447, cast.at - DAY)
    out_of_the_raad(cast)
    said = page(enter, cast.contact)
    hidden = [1_117, 2_239, 3_343, 1_117 + 2_239 + 3_343, 1_117 + 2_239 + 3_343 + 4_447]
    for amount in hidden:
        assert f"{amount:,}" not in said
    assert "4,447" in said, "its own"
    assert "Arranged" in said
    seen = page(enter, cast.manager)
    assert "11,146" in seen
    assert "2,239" in seen


def test_a_sum_of_what_one_sees_anyway_is_said(cast: Cast, enter: Enter, adopted: Any) -> None:
    """The municipality's is open, and its own."""
    to_budget(cast, "GD", "innovation", 61, cast.at - DAY)
    to_budget(cast, "FV", "innovation", 22, cast.at - DAY)
    out_of_the_raad(cast)
    said = page(enter, cast.contact)
    assert "€83 certain, of €100" in said
    assert "€17 missing" in said
    to_budget(cast, "ZD", "innovation", 1, cast.at - DAY, is_firm=False)
    assert "€83" not in page(enter, cast.contact), "an offer hides the sum as well"


def test_what_was_carried_over_hides_the_sum(cast: Cast, enter: Enter, adopted: Any) -> None:
    """It would tell how much more than the need there was."""
    to_budget(cast, "GD", "events", 90, cast.at - DAY)
    out_of_the_raad(cast)
    assert "€90 certain, of €50" in page(enter, cast.contact)
    facts = {"category": "events", "amount": EURO(37), "reason": "Over."}
    actions.carry_over(adopted, **facts, actor=cast.manager, at=cast.at - DAY)
    for url in (PAGE, f"/financiering/{YEAR + 1}/"):
        assert "€37" not in page(enter, cast.contact, url)
        assert "€37" in page(enter, cast.manager, url)


# -- what it costs -------------------------------------------------------------------------------


def many_years(cast: Cast) -> None:
    """Ten years, forty funders."""
    organisations = Organisation.objects.bulk_create(
        Organisation(name=f"Gever {number:02}", sector="bank") for number in range(40)
    )
    acting = {"actor": cast.manager, "at": cast.at - DAY}
    years = spread(*((year, 10) for year in range(YEAR, YEAR + 10)))
    for each in organisations:
        facts = {"form": "cash", "amount": EURO(100), "text": "Elk jaar", "parts": years}
        actions.offer_to_budget("innovation", organisation=each, **facts, **acting)


@pytest.mark.parametrize(("who", "cost"), [("manager", 21), ("contact", 26)])
def test_ten_years_and_forty_funders_cost_as_much_as_one(
    cast: Cast, enter: Enter, adopted: Any, who: str, cost: int
) -> None:
    to_budget(cast, "GD", "events", 20, cast.at - DAY)
    client = enter(getattr(cast, who))
    client.get(PAGE)
    counts = []
    for _time in range(2):
        with CaptureQueriesContext(connection) as asked:
            answer = client.get(PAGE)
        counts.append(len(asked))
        many_years(cast) if not counts[1:] else None
    assert answer.status_code == 200
    assert counts[0] == counts[1] == cost


# -- acts ----------------------------------------------------------------------------------------


def test_the_kernteam_carries_over_and_strikes(cast: Cast, enter: Enter, adopted: Any) -> None:
    to_budget(cast, "ZD", "events", 80, cast.at - DAY)
    client, door = enter(cast.manager), f"{PAGE}meenemen/"
    assert "too much" in words(client.get(door))
    wrong = client.post(door, {"category": "events", "amount": "31", "reason": "Over."})
    assert wrong.status_code == 422
    assert "€30 too much, not more" in words(wrong)
    assert 'value="Over."' in wrong.content.decode()
    client.post(door, {"category": "events", "amount": "12", "reason": "Over."})
    carried = CarryOver.objects.get()
    assert (carried.amount, carried.person) == (12, cast.manager)
    assert "from 2026 to 2027" in page(enter, cast.manager)
    client.post(f"/financiering/meegenomen/{carried.pk}/schrappen/", {"reason": "Fout."})
    carried.refresh_from_db()
    assert carried.struck_because == "Fout."


def test_without_a_surplus_the_door_says_so(cast: Cast, enter: Enter, adopted: Any) -> None:
    answer = enter(cast.manager).get(f"{PAGE}meenemen/", follow=True)
    assert "No category of this year has anything too much now." in words(answer)
    assert enter(cast.seat).get(f"{PAGE}meenemen/").status_code == 403


# -- files ---------------------------------------------------------------------------------------


def export(enter: Enter, who: Any, kind: str) -> bytes:
    answer = enter(who).get(f"{PAGE}export/{kind}/")
    assert answer.status_code == 200
    return bytes(answer.content)


def test_the_csv_is_what_a_bookkeeper_asks(cast: Cast, enter: Enter, adopted: Any) -> None:
    pledge = to_budget(
        cast, "ZD", "events", spread((YEAR, 20), (YEAR + 1, 30)), cast.at - DAY, text="=1+1"
    )
    part = {"arrived_on": (cast.at - DAY).date(), "actor": None, "at": cast.at - DAY}
    actions.record_delivery(pledge, amount=EURO("7.50"), **part)
    head, row, *rest = export(enter, cast.manager, "csv").decode("utf-8-sig").splitlines()
    cells = dict(zip(head.split(";"), row.split(";"), strict=True))
    assert rest == []
    assert cells["boekjaar"] == "2026"
    assert cells["organisatie"] == "Zorgverzekeraar Duin"
    assert cells["omschrijving"] == "'=1+1"
    assert (cells["bedrag_toegezegd"], cells["bedrag_ontvangen"]) == ("20,00", "7,50")
    assert (cells["openstaand"], cells["termijn"]) == ("12,50", "1/1")
    assert cells["toegezegd_op"] == (cast.at - DAY).date().isoformat()
    assert cells["kenmerk"] == f"T{pledge.pk}"


def test_what_was_carried_over_is_in_the_file(cast: Cast, enter: Enter, adopted: Any) -> None:
    """Less for the year that it left, more for the next; not for who may not know it."""
    to_budget(cast, "GD", "events", 80, cast.at - DAY)
    facts = {"category": "events", "amount": EURO(12), "reason": "De zaal kostte minder."}
    row = actions.carry_over(adopted, **facts, actor=cast.manager, at=cast.at - DAY)
    out_of_the_raad(cast)
    for year, amount in ((YEAR, "-12,00"), (YEAR + 1, "12,00")):
        url = f"/financiering/{year}/export/csv/"
        said = enter(cast.manager).get(url).content.decode("utf-8-sig").splitlines()
        cells = dict(zip(said[0].split(";"), said[-1].split(";"), strict=True))
        assert cells["kenmerk"] == f"M{row.pk}"
        assert cells["bedrag_toegezegd"].lstrip("'") == amount
        assert (cells["boekjaar"], cells["omschrijving"]) == (str(year), facts["reason"])
        assert facts["reason"] not in enter(cast.contact).get(url).content.decode("utf-8-sig")


def test_what_arrived_of_a_withdrawn_pledge_stays(cast: Cast, enter: Enter, adopted: Any) -> None:
    pledge = to_budget(cast, "ZD", "events", 20, cast.at - DAY)
    acting = {"actor": None, "at": cast.at - DAY}
    actions.record_delivery(pledge, amount=EURO(7), arrived_on=(cast.at - DAY).date(), **acting)
    actions.withdraw_pledge(pledge, reason="Nee.", **acting)
    actions.offer_to_budget(
        "events", organisation=cast["EZ"], form="location", text="Zaal", **acting
    )
    _head, *rows = export(enter, cast.manager, "csv").decode("utf-8-sig").splitlines()
    assert len(rows) == 2
    assert any(";7,00;7,00;0,00;" in each for each in rows)
    assert any("Zaal" in each and ";;;;" in each for each in rows)


def test_numbers_and_days_are_numbers_and_days(cast: Cast, enter: Enter, adopted: Any) -> None:
    to_budget(cast, "ZD", "events", 20, cast.at - DAY)
    sheet = load_workbook(io.BytesIO(export(enter, cast.manager, "xlsx"))).active
    head, row = [[cell.value for cell in each] for each in sheet.iter_rows()]
    cells = dict(zip(head, row, strict=True))
    assert (cells["boekjaar"], cells["bedrag_toegezegd"]) == (2026, 20)
    assert cells["toegezegd_op"].date() == (cast.at - DAY).date()
    book = opendocument.load(io.BytesIO(export(enter, cast.manager, "ods")))
    kinds = [cell.getAttribute("valuetype") for cell in book.getElementsByType(table.TableCell)]
    assert kinds.count("float") == 4
    assert kinds.count("date") == 1


def test_a_file_holds_only_what_its_reader_may_see(cast: Cast, enter: Enter, adopted: Any) -> None:
    for letters, amount in (("ZD", 1_117), ("FV", 2_239), ("GD", 3_343)):
        to_budget(cast, letters, "events", amount, cast.at - DAY)
    out_of_the_raad(cast)
    said = export(enter, cast.contact, "csv").decode("utf-8-sig")
    assert "1117" not in said
    assert "2239" in said
    assert "3343" in said
    assert isinstance(EURO, type(Decimal))
