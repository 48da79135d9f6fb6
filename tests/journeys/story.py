"""A story of a year: who has which window open, what is written down, and steps of many seasons."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from django.urls import resolve, reverse
from django.utils import timezone

from events.models import Meeting
from tests.cast import ZONE, Cast

from .conftest import BEGIN, Clock, Visitor
from .steps import Figures, at_home, day, due, figures, send, taken

YEAR = BEGIN.year
PATIENCE = 20_000  # milliseconds: the story is long, and one slow page must not end it


@dataclass
class Story:
    """Who has which window open, and what the Kompas said at the end of which day."""

    lab: Cast
    visit: Callable[..., Visitor]
    clock: Clock
    windows: dict[str, Visitor] = field(default_factory=dict)
    noted: dict[str, Figures] = field(default_factory=dict)
    waited: dict[str, set[str]] = field(default_factory=dict)

    def window(self, role: str, **window: Any) -> Visitor:
        """The window of somebody, with the page that was left open in it."""
        if role not in self.windows:
            self.windows[role] = self.visit(**window)
            self.windows[role].page.set_default_timeout(PATIENCE)
        return self.windows[role]

    def opens(self, role: str, path: str = "/", **window: Any) -> Visitor:
        """Somebody opens a page in its own window."""
        at_home(self.window(role, **window), self.lab.people[role], path)
        return self.windows[role]

    def takes(self, name: str, *keys: int, role: str = "manager") -> AbstractContextManager[None]:
        """The kernteam takes an item from its worklist."""
        return taken(self.window(role), self.lab.people[role], reverse(name, args=keys))

    def goes_to(self, month: int, date: int) -> None:
        """It is ten in the morning of a later day."""
        self.clock.move_to(datetime(YEAR, month, date, 10, tzinfo=ZONE))

    def now(self) -> dict[str, Any]:
        """By whom and when, for what needs no page."""
        return {"actor": self.lab.manager, "at": timezone.now()}

    def notes(self) -> Figures:
        """The last that happens on a day: what waits on the worklist, and what the Kompas says."""
        manager = self.window("manager")
        urls = [urlsplit(each).path for each in due(manager, self.lab.manager)]
        self.waited[day()] = {resolve(each).url_name or "" for each in urls}
        manager.goto(reverse("portal:kompas-year", args=[YEAR]))
        self.noted[day()] = figures(manager)
        return self.noted[day()]


def says_yes(visitor: Visitor, meeting: Meeting) -> None:
    """One press on the card at home; the question is gone."""
    card = f"main form[action='{reverse('events:meeting-reply', args=[meeting.pk])}']"
    visitor.page.locator(f"{card} button[value=yes]").click()
    visitor.page.wait_for_url(visitor.base + "/")
    assert visitor.page.locator(card).count() == 0
    assert meeting.invitees.get(replies__answer="yes")


def held_by_staff(story: Story, meeting: Meeting, *letters: str) -> None:
    """Who was there, from the worklist of a colleague in the kernteam."""
    staff = story.window("staff", width=390)
    with story.takes("events:meeting-hold", meeting.pk, role="staff"):
        for each in letters:
            box = f"main [name=organisations][value='{story.lab[each].pk}']"
            staff.page.locator(box).check()
        send(staff)
        staff.page.wait_for_url(f"**{meeting.get_absolute_url()}")
    meeting.refresh_from_db()
    assert meeting.status == "held"
