"""A letter to all directors: written, tried on oneself, sent once, and read from the mail."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from django.core import mail

from events import actions as events
from events.models import BlockedPeriod, Circular, Meeting
from schuldenlab.outbox.models import Letter
from tests.cast import ZONE, build_cast

from .conftest import BEGIN, Clock, Visitor, deliver

if TYPE_CHECKING:
    from tests.cast import Cast

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def lab(transactional_db: None, clock: Clock) -> Cast:
    """A lab in January, with the date of the spring meeting fixed and holidays in between."""
    cast = build_cast(BEGIN)
    before = BEGIN - timedelta(hours=8)
    events.plan_cadence(at=before)
    meeting = Meeting.objects.get(series__duty="network", year=BEGIN.year, ordinal=1)
    starts_at = datetime(2036, 3, 12, 14, 0, tzinfo=ZONE)
    events.schedule_meeting(meeting, starts_at=starts_at, subject="Samen", actor=None, at=before)
    BlockedPeriod.objects.create(
        title="Voorjaarsvakantie",
        first_on="2036-02-16",
        last_on="2036-02-24",
        recorded_at=before,
    )
    return cast


def addressed_to(address: str) -> list[str]:
    return [str(letter.subject) for letter in mail.outbox if letter.to == [address]]


def test_a_letter_from_the_first_word_to_the_reader(
    lab: Cast, visit: Callable[..., Visitor], clock: Clock
) -> None:
    manager = visit()
    manager.log_in(lab.manager.email)
    manager.goto("/brieven/")
    manager.is_accessible()
    manager.follow("Schrijf een brief")
    manager.press("Bewaar en bekijk de brief")
    marked = manager.page.locator("main [aria-invalid=true]")
    assert marked.count() >= 3
    manager.is_accessible()
    manager.page.get_by_label("Een datum om vrij te houden").check()
    manager.page.get_by_label("Directeuren").check()
    manager.page.locator("[name=meeting]").select_option(
        str(Meeting.objects.get(subject="Samen").pk)
    )
    manager.page.locator("[name=subject]").fill("Houd deze middag vrij")
    manager.page.locator("[name=text]").fill("Wilt u erbij zijn?\n\n- om te leren\n- om te delen")
    manager.press("Bewaar en bekijk de brief")
    manager.sees("Houd dit vrij:")
    manager.is_accessible()

    manager.follow("Stuur een proef naar uzelf")
    manager.press("Stuur mij een proef")
    deliver()
    assert "Proef: Houd deze middag vrij" in addressed_to(lab.manager.email)
    assert not any("middag vrij" in each for each in addressed_to(lab.other_director.email))

    manager.follow("Ga naar versturen")
    manager.sees("7\N{NO-BREAK SPACE}mensen van 7 organisaties")
    manager.is_accessible()
    manager.page.get_by_role("button", name="Verstuur naar 7 mensen").dblclick(no_wait_after=True)
    manager.sees("Hij blijft")  # the first press sent it; the second one, if it came, is told so
    deliver()
    circular = Circular.objects.get()
    assert circular.status == "sent"
    assert Letter.objects.filter(key__startswith=f"circular:{circular.pk}:").count() == 7
    manager.goto(circular.get_absolute_url())
    manager.sees("Wie de brief kreeg")
    manager.sees_not("Wijzig de brief")
    manager.is_accessible()
    assert manager.page_errors == []
    _reads_it(visit(width=390), lab)


def _reads_it(reader: Visitor, lab: Cast) -> None:
    """On a phone, from the link in the mail; then the year, by keyboard."""
    reader.log_in(lab.other_director.email)
    assert addressed_to(lab.other_director.email).count("Houd deze middag vrij") == 1
    (letter,) = [
        str(each.body)
        for each in mail.outbox
        if each.to == [lab.other_director.email] and each.subject == "Houd deze middag vrij"
    ]
    (path,) = re.findall(r"https?://[^/\s]+(/brieven/\d+/)", letter)
    reader.goto(path)
    reader.sees("om te leren")
    reader.fits(390)
    reader.is_accessible()
    reader.goto(f"/bijeenkomsten/jaar/{BEGIN.year}/")
    reader.sees("Voorjaarsvakantie")
    reader.fits(390)
    reader.is_accessible()
    reader.page.get_by_role("table").get_by_role("link", name="Samen").focus()
    reader.page.keyboard.press("Enter")
    reader.sees("12\N{NO-BREAK SPACE}maart")
    assert reader.page_errors == []


def test_news_once_a_day(lab: Cast, visit: Callable[..., Visitor], clock: Clock) -> None:
    reader = visit(width=390)
    reader.log_in(lab.contact.email)
    reader.goto("/mijn-gegevens/wijzigen/")
    reader.page.get_by_label("Één keer per dag").or_(
        reader.page.get_by_label("Eén keer per dag")
    ).first.check()
    reader.is_accessible()
    reader.page.locator("main form button[type=submit]").last.click()
    reader.sees("één keer per dag")
    for number in (1, 2):
        news = events.draft_circular(
            kind="news",
            audience="network",
            subject=f"Nieuws {number}",
            text="Er is nieuws.",
            actor=lab.manager,
            at=BEGIN,
        )
        events.send_circular(news, actor=lab.manager, at=BEGIN)
    deliver()
    assert "Nieuws 1" in addressed_to(lab.director.email)
    assert "Nieuws 1" not in addressed_to(lab.contact.email)
    clock.move_to((BEGIN + timedelta(days=1)).replace(hour=7, minute=30))
    deliver()
    assert "2 berichten van Schuldenlab070" in addressed_to(lab.contact.email)
