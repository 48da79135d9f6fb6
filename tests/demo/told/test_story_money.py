"""What partners pledged in the demo year, at 23 September 2026."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from funding.arranging import covers_of, view_of
from funding.models import FundingPlan, Pledge
from partners.models import Person
from schuldenlab.demo.story.calendar import Calendar
from schuldenlab.demo.story.project_data import CLEAN, EARLY, LETTERS, TERMS
from tests.demo.told.conftest import TODAY

pytestmark = [pytest.mark.usefixtures("told"), pytest.mark.xdist_group("story")]
CALENDAR = Calendar(TODAY)
NOW = CALENDAR.at(0, "10:00")


def plan(title: str) -> FundingPlan:
    return FundingPlan.objects.get(phase__project__title=title)


def cover(title: str, at: Any = NOW) -> Any:
    found = plan(title)
    return covers_of([found.pk], at)[found.pk]


def reader(name: str) -> Person:
    person: Person = Person.objects.get(name=name)
    person.moment = NOW
    return person


def amounts(name: str) -> dict[str, int | None]:
    seen = plan(EARLY).pledges.visible_to(reader(name))
    rows = seen.values_list("organisation__short_name", "form", "amount")
    return {f"{letters} {form}": int(amount) for letters, form, amount in rows}


def test_120_000_of_180_000() -> None:
    found = cover(EARLY)
    assert (found.terms.total, found.firm, found.missing) == (180_000, 120_000, 60_000)
    assert (found.cash, found.in_kind, found.missing_cash) == (90_000, 30_000, 20_000)
    assert (found.conditional, found.offered, found.organisations) == (25_000, 0, 4)
    assert cover(EARLY, CALENDAR.at(-30, "13:45")) == found


def test_who_pledged_what_and_how_it_became_firm() -> None:
    rows = plan(EARLY).pledges.order_by("offered_at")
    found = rows.values_list("organisation__short_name", "amount", "form", "status")
    assert [(each[0], int(each[1] or 0), *each[2:]) for each in found] == [
        ("GD", 50_000, "cash", "firm"),
        ("ZD", 25_000, "cash", "firm"),
        ("CH", 15_000, "cash", "firm"),
        ("CH", 10_000, "hours", "firm"),
        ("EZ", 20_000, "hours", "firm"),
        ("FV", 25_000, "cash", "firm"),
    ]
    [letter] = rows.filter(paper__isnull=False)
    assert (letter.organisation.short_name, letter.is_on_behalf) == ("ZD", True)
    [waits] = [each for each in rows if each.waits_for_condition]
    assert waits.organisation.short_name == "FV"


EVERYTHING = {
    "GD cash": 50_000,
    "ZD cash": 25_000,
    "CH cash": 15_000,
    "CH hours": 10_000,
    "EZ hours": 20_000,
    "FV cash": 25_000,
}


def test_the_bank_sees_no_amounts_of_others_but_how_far_it_is() -> None:
    assert amounts("Lotte Zijlstra") == {"GD cash": 50_000}, "the municipality's own are open"
    seen = view_of(plan(EARLY), reader("Lotte Zijlstra"))
    assert seen is not None
    assert (seen.firm, seen.missing) == (120_000, 60_000)
    assert seen.conditional is None, "that is one partner's"


def test_the_raad_and_the_stuurgroep_see_them_all() -> None:
    assert amounts("Willemijn Haverkamp") == EVERYTHING
    assert amounts("Rosa van Velzen") == EVERYTHING
    assert amounts("Marijke Dekkers") == EVERYTHING


def test_what_was_withdrawn_opened_the_one_change_of_course() -> None:
    pledge = Pledge.objects.get(organisation__short_name="VH")
    assert (pledge.status, pledge.amount, pledge.is_taken_over) == ("withdrawn", 15_000, True)
    change = pledge.course_change
    assert change is not None
    assert change.title.startswith("Schone lei zzp")
    assert change.ballot is not None
    assert change.status == "carried_out"
    assert change.system_reasons == ["pledge_withdrawn"]
    assert cover(CLEAN).firm == 45_000
    stopped = Pledge.objects.get(plan__phase__project__title=TERMS, status="withdrawn")
    assert (stopped.organisation.short_name, stopped.course_change) == ("EZ", None)


def test_what_arrived_in_parts() -> None:
    first = plan(LETTERS).pledges.get(organisation__short_name="ZD")
    assert [int(each.amount or 0) for each in first.deliveries.all()] == [8_000, 7_000, 5_000]
    assert first.delivered == first.amount == Decimal(20_000)
    opened = Pledge.objects.filter(is_open=True)
    assert {each.organisation.short_name for each in opened} == {"ZD", "FV"}
