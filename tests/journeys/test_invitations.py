"""Coming or not: answered from the mail itself on a phone, and seen by others on the page."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, time
from typing import TYPE_CHECKING

import pytest

from events import actions, tasks
from events.models import Meeting, Reply
from tests.cast import ZONE, build_cast

from .conftest import BEGIN, Clock, Visitor, deliver

if TYPE_CHECKING:
    from django.core.mail import EmailMultiAlternatives

    from tests.cast import Cast

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
MEETS = datetime(2036, 4, 17, 14, 0, tzinfo=ZONE)  # answer until Thursday 27 March
REMINDED = datetime(2036, 3, 20, 10, 0, tzinfo=ZONE)


@pytest.fixture
def lab(transactional_db: None, clock: Clock) -> Cast:
    """A network meeting with a programme, to which everybody is invited."""
    cast = build_cast(BEGIN)
    known = {"actor": cast.manager, "at": BEGIN}
    series = actions.add_series(
        cast.framework,
        duty="network",
        title="Netwerkbijeenkomst",
        audience="network",
        per_year=0,
        reply_days=14,
        colleagues=2,
        duration_minutes=210,
        **known,
    )
    window = date(2036, 4, 1), date(2036, 5, 31)
    meeting = actions.add_meeting(series, year=2036, window=window, **known)
    facts = {"subject": "Samen sneller helpen", "place": "Zaal De Vliet"}
    actions.schedule_meeting(meeting, starts_at=MEETS, **facts, **known)
    actions.add_part(meeting, begins=time(14, 30), title="Opening", by="Kernteam", **known)
    return cast


def answer_link(address: str) -> str:
    """The button in the HTML of the newest mail to this address."""
    letters = [letter for letter in deliver() if letter.to == [address]]
    letter: EmailMultiAlternatives = letters[-1]  # type: ignore[assignment]
    (html,) = [str(part.content) for part in letter.alternatives if part.mimetype == "text/html"]
    (link,) = re.findall(r'href="[^"]*?(/bijeenkomsten/uitnodiging/[^"]+)"', html)
    return str(link)


def choose(visitor: Visitor, answer: str) -> None:
    visitor.page.locator(f"main [name=answer][value={answer}]").check()


def send(visitor: Visitor) -> None:
    visitor.page.locator("main .sl-reply button[type=submit]").click()


def test_yes_from_the_mail_on_a_phone(
    lab: Cast, visit: Callable[..., Visitor], clock: Clock
) -> None:
    meeting = Meeting.objects.get(series__duty="network")
    clock.move_to(REMINDED)
    assert tasks.remind_invitees() == 12
    phone = visit(width=390, script=False)
    phone.goto(answer_link(lab.contact.email))
    phone.sees(lab.contact.name)
    phone.fits(390)
    assert not Reply.objects.exists()
    choose(phone, "yes")
    phone.page.locator("main [name=people]").fill("3")
    send(phone)
    said = Reply.objects.get()
    assert (said.invitee.person, said.answer, said.people) == (lab.contact, "yes", 3)
    assert phone.page.locator(".sl-reply__state").is_visible()
    phone.goto("/")
    assert "/inloggen/" in phone.page.url, "the link lets nobody in"

    desktop = visit()
    desktop.goto(answer_link(lab.director.email))
    instead = desktop.page.locator("main [name=replacement_name]")
    assert not instead.is_visible()
    choose(desktop, "replacement")
    assert instead.is_visible()
    assert not desktop.page.locator("main [name=people]").is_visible()
    desktop.is_accessible()
    send(desktop)
    assert desktop.page.locator("main [name=replacement_name][aria-invalid=true]").is_visible()
    desktop.is_accessible()
    instead.fill("Ina Stead")
    send(desktop)
    assert desktop.page.locator(".sl-reply__state").inner_text().strip().startswith("Ina Stead")

    seat = visit(width=390)
    seat.log_in(lab.seat_GD.email)
    seat.goto(meeting.get_absolute_url())
    seat.sees("Bank Noordzee")
    seat.sees("Fonds Vlietland")
    seat.sees_not(lab.contact.name)
    seat.fits(390)
    seat.is_accessible()
    choose(seat, "no")
    send(seat)
    assert Reply.objects.get(invitee__person=lab.seat_GD).answer == "no"

    manager = visit()
    manager.log_in(lab.manager.email)
    manager.goto(f"/bijeenkomsten/{meeting.pk}/genodigden/")
    manager.sees("Ina Stead")
    manager.is_accessible()
    manager.goto(f"/bijeenkomsten/{meeting.pk}/programma/")
    manager.is_accessible()
    for visitor in (phone, desktop, seat, manager):
        assert visitor.page_errors == []
