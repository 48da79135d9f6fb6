"""The last day of a pilot in the calendar of who leads or steers it."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.test import Client

from events.actions import start_feed
from projects import actions
from tests.cast import ZONE
from tests.events.invited import read
from tests.projects import building
from tests.projects.test_actions_dossier import pilot_of

if TYPE_CHECKING:
    from tests.cast import Cast

pytestmark = pytest.mark.django_db


def entries(cast: Cast, person: Any) -> list[Any]:
    """What stands in the feed of somebody."""
    path = start_feed(person, actor=person, at=cast.at)
    answer = Client().get(path)
    assert answer.status_code == 200
    return [
        event
        for event in read(answer.content).contents.get("vevent", [])
        if event.uid.value.startswith("pilot-")
    ]


def test_who_leads_or_steers_sees_when_it_ends(today: Cast) -> None:
    phase = pilot_of(today)
    for person in (today.contact, today.people["seat_ZD"]):
        (entry,) = entries(today, person)
        last = phase.pilot.ends_on
        assert entry.dtend.value == datetime.combine(last, time(17), tzinfo=ZONE)
        assert entry.transp.value == "TRANSPARENT"
        assert phase.project.title in entry.summary.value
        assert phase.pilot.criterion in entry.description.value
        assert phase.project.get_absolute_url() in entry.description.value
        alarm = entry.contents["valarm"][0].trigger.value
        assert timedelta(days=13) <= entry.dtend.value - alarm <= timedelta(days=20)
    for person in (today.director, today.outsider):
        assert entries(today, person) == []


def test_what_was_evaluated_is_gone(today: Cast) -> None:
    phase = pilot_of(today)
    acting = building.acting(today)
    actions.evaluate_pilot(phase, evaluation="Het werkt.", has_succeeded=True, **acting)
    assert entries(today, today.contact) == []
