"""A date poll: opened from the calendar, answered by the link in the mail, and chosen from."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from events.models import DatePoll, Meeting
from tests.cast import build_cast
from tests.events.polling import leaders

from .conftest import BEGIN, Clock, Visitor, deliver

if TYPE_CHECKING:
    from tests.cast import Cast

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
Visit = Callable[..., Visitor]


@pytest.fixture
def lab(transactional_db: None, clock: Clock) -> Cast:
    """A lab in January; its three project leaders have no date yet."""
    cast = build_cast(BEGIN)
    leaders(cast)
    return cast


def link_of(address: str) -> str:
    """The button in the newest mail to this address, out of its own HTML."""
    [*_older, letter] = [each for each in deliver() if each.to == [address]]
    html: Any = letter.alternatives[0][0]  # type: ignore[attr-defined]
    found = re.search(
        r'<a class="button" href="https?://[^/"]+(/[^"]+)" style="[^"]+">Zeg wanneer u kunt</a>',
        html,
    )
    assert found is not None
    return found[1]


def tick(visitor: Visitor, *answers: str) -> None:
    """Answer each moment in order, and send the form."""
    for group, answer in zip(visitor.page.get_by_role("radiogroup").all(), answers, strict=True):
        group.get_by_label(answer, exact=True).check()
    visitor.press("Verstuur mijn antwoord")


def looks_right(visitor: Visitor) -> None:
    """On a desk, on a phone, and on the smallest phone."""
    for width in (1280, 390, 320):
        visitor.page.set_viewport_size({"width": width, "height": 900})
        visitor.fits(width)
        visitor.is_accessible()


def open_poll(lab: Cast, manager: Visitor, meeting: Meeting) -> None:
    """The calendar proposes; one moment is typed wrong first, and nothing is lost."""
    manager.log_in(lab.manager.email)
    manager.goto(meeting.get_absolute_url())
    manager.follow("Begin een datumprikker")
    looks_right(manager)
    boxes = manager.page.locator("main table input:checked")
    assert boxes.count() == 5
    boxes.last.uncheck()
    boxes.last.uncheck()
    manager.page.locator("main [name=others]").fill("volgende week dinsdag")
    manager.page.locator("main [name=note]").fill("Wij spreken over brieven.")
    manager.press("Open de datumprikker")
    manager.sees("“volgende week dinsdag” is geen dag met een tijd")
    looks_right(manager)
    assert boxes.count() == 3
    manager.page.locator("main [name=others]").fill("")
    manager.press("Open de datumprikker")
    manager.sees("0 van 3 mensen hebben geantwoord")


def test_a_date_poll_from_the_calendar_to_the_date(lab: Cast, visit: Visit) -> None:
    meeting, manager = Meeting.objects.get(), visit()
    open_poll(lab, manager, meeting)
    poll = DatePoll.objects.get()

    # By the link in the mail, on a phone, without script and without login.
    guest = visit(width=390, script=False)
    link = link_of(lab.contact.email)
    guest.goto(link)
    guest.sees("Wij spreken over brieven.")
    guest.sees(lab.contact.name)
    guest.fits(390)
    tick(guest, "Ja", "Nee", "Als het moet")
    guest.sees("Het antwoord is vastgelegd")
    tick(guest, "Nee", "Ja", "Ja")
    assert [each.answer for each in poll.invitees.get(person=lab.contact).answers.all()] == [
        *("no", "yes", "yes"),
    ]
    looking = visit()
    looking.goto(link)
    looks_right(looking)

    # At home, in one click.
    seat = visit()
    seat.log_in(lab.seat.email)
    seat.follow("Zeg wanneer u kunt")
    tick(seat, "Nee", "Als het moet", "Ja")
    seat.sees("Het antwoord is vastgelegd")
    looks_right(seat)

    # Who is silent gets a reminder; then the best moment is chosen.
    manager.goto(poll.get_absolute_url())
    looks_right(manager)
    manager.sees("Past het best: 2 van 3 kunnen")
    manager.follow("Stuur een herinnering")
    manager.is_accessible()
    manager.press("Verstuur de herinnering")
    manager.sees("Er is 1 herinnering verstuurd")
    assert link_of(lab.director.email).startswith("/prik/")
    manager.page.locator(".is-best").get_by_role("link", name="Kies dit moment").click()
    manager.page.locator("main [name=place]").fill("Stadhuis")
    manager.is_accessible()
    manager.press("Leg deze datum vast")
    manager.sees("Stadhuis")
    meeting.refresh_from_db()
    last = poll.options.order_by("starts_at").last()
    assert last is not None
    assert meeting.starts_at == last.starts_at

    # The same link says what came of it.
    looking.goto(link)
    looking.sees("De datum is gekozen")
    looks_right(looking)
    assert [each.page_errors for each in (manager, guest, looking, seat)] == [[], [], [], []]
