"""The ledger of the demo year: what is due, what was corrected, and knowledge, at 23-09-2026."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from funding.calling import calls_at
from funding.dues import dues_at, overdue
from funding.giving import given_in
from funding.ledger import pledges_as_known, totals_of
from funding.models import Pledge
from partners.models import Framework, Person
from schuldenlab.demo.story.calendar import Calendar
from schuldenlab.portal.kompas import read_kompas
from tests.cast import login
from tests.demo.told.conftest import TODAY

pytestmark = [pytest.mark.usefixtures("told"), pytest.mark.xdist_group("story")]
CALENDAR = Calendar(TODAY)
NOW = CALENDAR.at(0, "10:00")


def due_until(day: date) -> list[tuple[str, int]]:
    rows = dues_at(Pledge.objects.all(), NOW).filter(last_on__lte=day, schedule__at__lt=NOW)
    return [(each.schedule.pledge.organisation.short_name, int(each.open)) for each in rows]


def test_one_part_is_late_and_one_is_near() -> None:
    phases = Pledge.objects.filter(plan__isnull=False, is_taken_over=True)
    late = overdue(dues_at(phases, NOW), TODAY)
    assert [(each.schedule.pledge.organisation.short_name, int(each.open)) for each in late] == [
        ("FB", 5_000)
    ]
    assert ("SD", 4_000) in due_until(CALENDAR.day(14))


def test_a_typed_mistake_is_corrected_and_stays_on_record() -> None:
    right = Pledge.objects.get(replaces__isnull=False)
    assert (right.organisation.short_name, right.amount, right.status) == ("ZP", 2_500, "firm")
    wrong = right.replaces
    assert wrong is not None
    assert (wrong.amount, wrong.status) == (5_200, "withdrawn")
    assert right.paper is not None
    own = Pledge.objects.filter(organisation=right.organisation)
    then, now = CALENDAR.at(-39, "10:00"), NOW
    assert totals_of(pledges_as_known(own, then, 2026))[-1].certain == 5_200
    assert totals_of(pledges_as_known(own, now, 2026))[-1].certain == 2_500


def test_hours_for_the_years_that_come() -> None:
    pledge = Pledge.objects.get(plan=None, organisation__short_name="UR")
    parts = pledge.schedules.get().instalments.all()
    assert [(each.year, int(each.amount)) for each in parts] == [
        (2027, 2_000),
        (2027, 1_000),
        (2028, 3_000),
    ]


def test_three_talks_are_knowledge_and_the_kompas_says_so() -> None:
    talks = [each for each in given_in(2026, NOW) if each.kind == "talk"]
    assert len(talks) == 3
    framework = Framework.objects.current(TODAY)
    readings = {
        each.code: each.reading
        for clause in read_kompas(framework, 2026, NOW).clauses
        for each in clause.measures
    }
    found: Any = readings["knowledge"]
    assert (str(found.state), found.need) == ("met", 1)
    assert found.have >= 5


def test_who_to_call_names_the_bank_that_gains() -> None:
    reasons = {
        call.organisation.short_name: [each.text for each in call.reasons] for call in calls_at(NOW)
    }
    assert any("45.000" in each or "45,000" in each for each in reasons["BN"])
    assert "FB" in reasons


@pytest.mark.parametrize("name", ["Marijke Dekkers", "Lotte Zijlstra", "Willemijn Haverkamp"])
def test_the_pages_open(client: Client, name: str) -> None:
    person = Person.objects.get(name=name)
    visitor = login(client, person)
    for page in ("pledge-list", "due-list"):
        assert visitor.get(reverse(f"funding:{page}")).status_code == 200
