"""The raad meets: planned, papers read on a phone, votes entered, one disputed, and the result."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from events.models import Meeting
from programme import actions, tasks
from programme.deadlines import closing_moment
from programme.models import Ballot, Dispute
from tests.cast import ZONE, build_cast

from .conftest import BEGIN, Clock, Visitor, deliver

if TYPE_CHECKING:
    from tests.cast import Cast

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
BEGINS = datetime(2036, 1, 23, 14, 0, tzinfo=ZONE)


@pytest.fixture
def lab(transactional_db: None, clock: Clock) -> Cast:
    """A lab in January with a raad, and a motion that nobody has seen yet."""
    cast = build_cast(BEGIN)
    actions.prepare_motion(
        cast.raad,
        title="Motie",
        question="Doen wij dit samen?",
        text="Wij doen dit samen.",
        closes_at=closing_moment(BEGINS.date()),
        rules={},
        actor=cast.manager,
        at=BEGIN - timedelta(hours=1),
    )
    return cast


def send(visitor: Visitor) -> None:
    """Press the button of the form."""
    visitor.page.locator("main form button[type=submit]").last.click()


def fill(visitor: Visitor, **facts: str) -> None:
    """Fill in fields by their names, and send the form."""
    for name, value in facts.items():
        visitor.page.locator(f"main [name={name}]").fill(value)
    send(visitor)


def plan(lab: Cast, manager: Visitor) -> Meeting:
    """The kernteam fixes the meeting, its agenda and what it votes on."""
    manager.log_in(lab.manager.email)
    manager.goto(f"/programmaraad/{BEGIN.year}/bijeenkomsten/")
    manager.is_accessible()
    manager.follow("Plan een bijeenkomst")
    fill(manager, starts_on="23-01-2036", starts_time="14.00", place="Stadhuis")
    manager.follow("Zet een punt op de agenda")
    manager.is_accessible()
    manager.page.locator("main [name=is_progress]").check()
    fill(manager, title="Voortgang van het programma", text="Wat is er gedaan?")
    manager.sees("Voortgang van het programma")
    manager.is_accessible()
    manager.goto(f"/stemmingen/{Ballot.objects.get().pk}/in-bijeenkomst/")
    send(manager)
    manager.sees("Iedereen krijgt bericht")
    return Meeting.objects.of_raad().get()


def enter(lab: Cast, manager: Visitor, ballot: Ballot) -> None:
    """On a phone, in the room: five for, and the last one heard wrongly."""
    manager.log_in(lab.manager.email)
    manager.goto(f"/stemmingen/{ballot.pk}/invoeren/")
    manager.fits(390)
    manager.is_accessible()
    for row in ballot.entitlements.select_related("organisation"):
        said = "against" if row.organisation == lab["BN"] else "for"
        manager.page.locator(f"main [name=choice_{row.pk}][value={said}]").check()
    send(manager)
    manager.sees("De stemmen zijn ingevoerd")


def test_a_raad_votes_in_a_meeting(lab: Cast, visit: Callable[..., Visitor], clock: Clock) -> None:
    manager = visit(width=390)
    meeting = plan(lab, manager)
    ballot = Ballot.objects.get()

    clock.move_to(datetime(2036, 1, 16, 9, 30, tzinfo=ZONE))
    assert tasks.send_due_packs() == 1
    letters = [each for each in deliver() if each.to == [lab.seat.email]]
    assert letters[-1].attachments
    seat = visit(width=390, script=False)
    seat.log_in(lab.seat.email)
    seat.sees("Lees de stukken")
    seat.goto(f"/raadsbijeenkomsten/{meeting.pk}/")
    seat.sees("Wij doen dit samen.")
    seat.fits(390)

    clock.move_to(BEGINS + timedelta(minutes=30))
    enter(lab, manager, ballot)
    seat.goto(f"/stemmingen/{ballot.pk}/")
    seat.sees("Ingevoerd voor uw zetel")
    seat.follow("Mijn stem klopt niet")
    fill(seat, text="Wij stemden voor.")
    seat.sees("Uw bericht ligt bij het kernteam")

    manager.goto("/")
    manager.sees("onze stem klopt niet")
    manager.goto(f"/bezwaren/{Dispute.objects.get().pk}/")
    manager.page.locator("main [name=answer][value=corrected]").check()
    manager.page.locator("main [name=choice][value=for]").check()
    manager.is_accessible()
    fill(manager, words="Verkeerd verstaan.")
    manager.sees("Het antwoord is naar de zetel gestuurd")
    manager.is_accessible()

    clock.move_to(ballot.closes_at + timedelta(minutes=1))
    assert tasks.close_due_ballots() == 1
    desktop = visit()
    desktop.log_in(lab.contact.email)
    desktop.goto(f"/stemmingen/{ballot.pk}/")
    desktop.sees("6 stemmen voor")
    desktop.is_accessible()
    assert seat.page_errors == manager.page_errors == []
