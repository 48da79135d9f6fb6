"""A meeting goes into people's own calendars, moves there along, and comes out of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
import vobject
from django.test import Client
from django.utils import timezone

from events import actions as events
from events.models import Invitee, Meeting
from tests.cast import build_cast

from .conftest import BEGIN, Clock, Visitor, deliver
from .test_year import fill

if TYPE_CHECKING:
    from tests.cast import Cast

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

BUNDLED = timedelta(minutes=11)  # changes wait ten minutes for more of them


@pytest.fixture
def lab(transactional_db: None, clock: Clock) -> Cast:
    """A lab in January with the slots of its year; one person is invited to the first."""
    cast = build_cast(BEGIN)
    before = BEGIN - timedelta(hours=8)
    events.plan_cadence(at=before)
    slot = Meeting.objects.get(series__duty="network", year=BEGIN.year, ordinal=1)
    Invitee.objects.create(meeting=slot, person=cast.seat, recorded_at=before)
    return cast


def received(address: str) -> Any:
    """The calendar in the newest mail to this address, as a mail program acts upon it."""
    message = [each for each in deliver() if each.to == [address]][-1].message()
    (part,) = [each for each in message.walk() if each.get_content_type() == "text/calendar"]
    calendar = vobject.readOne(part.get_payload(decode=True).decode())
    assert part.get_param("method") == calendar.method.value
    return calendar


def subscribed(path: str) -> list[tuple[str, str]]:
    """What a phone finds at its address: titles and places."""
    answer = Client().get(path)
    assert answer.status_code == 200
    found = vobject.readOne(answer.content.decode()).contents.get("vevent", [])
    return [(each.summary.value, each.location.value) for each in found]


def test_a_meeting_in_ones_own_calendar(
    lab: Cast, visit: Callable[..., Visitor], clock: Clock
) -> None:
    slot = Meeting.objects.get(series__duty="network", year=BEGIN.year, ordinal=1)
    page = f"/bijeenkomsten/{slot.pk}/"
    manager = visit()
    manager.log_in(lab.manager.email)
    manager.goto(f"{page}datum/")
    fill(
        manager,
        starts_on="12-03-2036",
        starts_time="14:00",
        subject="Samen sneller helpen",
        place="Zaal De Vliet",
    )
    request = received(lab.seat.email)
    assert (request.method.value, request.vevent.sequence.value) == ("REQUEST", "0")

    path = _subscribe(visit(width=390), lab.seat.email, page)
    assert subscribed(path) == [("Samen sneller helpen", "Zaal De Vliet")]

    manager.goto(page)
    manager.follow("Wijzig onderwerp of plaats")
    manager.is_accessible()
    fill(manager, place="Zaal Zee")
    clock.move_to(timezone.now() + BUNDLED)
    update = received(lab.seat.email)
    assert update.vevent.uid.value == request.vevent.uid.value
    assert (update.vevent.sequence.value, update.vevent.location.value) == ("1", "Zaal Zee")
    assert subscribed(path) == [("Samen sneller helpen", "Zaal Zee")]

    manager.goto(f"{page}afzeggen/")
    fill(manager, reason="Er rijden geen treinen.")
    clock.move_to(timezone.now() + BUNDLED)
    cancel = received(lab.seat.email)
    assert (cancel.method.value, cancel.vevent.status.value) == ("CANCEL", "CANCELLED")
    assert subscribed(path) == []


def _subscribe(seat: Visitor, address: str, page: str) -> str:
    """On a phone: put one meeting in the calendar, and then all of them. Returns the path."""
    seat.log_in(address)
    seat.goto(page)
    seat.sees("In uw agenda")
    with seat.page.expect_download() as waiting:
        seat.follow("Zet in mijn agenda")
    assert waiting.value.suggested_filename.endswith(".ics")
    seat.follow("Neem een abonnement op alle bijeenkomsten")
    seat.is_accessible()
    seat.fits(390)
    seat.press("Maak mijn adres")
    seat.sees("Dit is uw adres")
    seat.is_accessible()
    seat.fits(390)
    seat.page.set_viewport_size({"width": 320, "height": 800})
    seat.fits(320)
    shown = seat.page.inner_text("main code")
    seat.goto("/mijn-agenda/")
    seat.sees_not(shown)
    seat.is_accessible()
    assert seat.page_errors == []
    return "/" + shown.split("/", 3)[3]
