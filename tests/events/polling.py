"""A date poll among three leaders of projects, made by the product's own actions."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from html import unescape
from typing import TYPE_CHECKING, Any

from events import actions
from events.models import DatePoll, Meeting, PollInvitee, PollOption
from events.openings import openings
from events.workdays import add_working_days, next_working_day
from partners.querysets import local_day
from schuldenlab.outbox.models import Letter
from tests.cast import ZONE

if TYPE_CHECKING:
    from tests.cast import Cast

LINK = re.compile(r'href="https?://[^/"]+(/prik/[^"]+)"')


def leaders(cast: Cast, *people: Any, when: datetime | None = None) -> Meeting:
    """A slot of the project leaders this year; those asked are its standing guests."""
    at = when or cast.at
    today = local_day(at)
    last = max(date(today.year, 12, 31), today + timedelta(days=90))
    series = actions.add_series(
        cast.framework,
        duty="leaders",
        title="Projectleiders",
        title_en="Leaders",
        audience="leaders",
        per_year=1,
        lead_days=10,
        poll_days=5,
        actor=cast.manager,
        at=at,
    )
    for each in people or (cast.seat, cast.contact, cast.director):
        actions.add_standing_guest(series, person=each, reason="leader", actor=None, at=at)
    return Meeting.objects.create(
        series=series,
        year=today.year,
        ordinal=1,
        window_opens_on=date(today.year, 1, 1),
        window_closes_on=last,
        recorded_at=at,
    )


def moments(at: datetime, count: int = 3) -> list[datetime]:
    """Ten o'clock on working days from four weeks ahead, two days apart."""
    first = next_working_day(local_day(at) + timedelta(days=28))
    days = [add_working_days(first, 2 * number) for number in range(count)]
    return [datetime.combine(day, time(10), tzinfo=ZONE) for day in days]


@dataclass
class Asked:
    """An open poll with who is asked, by the name of the role in the cast."""

    cast: Cast
    poll: DatePoll

    def of(self, person: Any) -> PollInvitee:
        found: PollInvitee = self.poll.invitees.select_related(
            "person", "poll__meeting__series"
        ).get(person=person)
        return found

    @property
    def options(self) -> list[PollOption]:
        return list(self.poll.options.order_by("starts_at"))

    def answer(self, person: Any, *said: str, at: datetime | None = None, by: Any = None) -> None:
        """Answers in the order of the moments."""
        answers = {each.pk: word for each, word in zip(self.options, said, strict=True)}
        actions.answer_poll(
            self.of(person), answers=answers, actor=by or person, at=at or self.cast.at
        )

    def link(self, person: Any) -> str:
        """The address in the newest letter to this person, from its own HTML."""
        letters = Letter.objects.filter(person=person, html__contains="/prik/")
        found = LINK.search(letters.order_by("-pk")[0].html)
        assert found is not None
        return unescape(found[1])


def asked(cast: Cast, *people: Any, closes_in: int = 5, count: int = 3) -> Asked:
    """A poll that opened now."""
    meeting = leaders(cast, *people)
    poll = actions.open_poll(
        meeting,
        options=moments(cast.at, count),
        closes_on=add_working_days(local_day(cast.at), closes_in),
        note="Graag allemaal.",
        actor=cast.manager,
        at=cast.at,
    )
    return Asked(cast, poll)


def proposals(meeting: Meeting, at: datetime) -> list[datetime]:
    """What the calendar proposes."""
    return list(openings(meeting, asked_until=local_day(at), at=at).proposals)
