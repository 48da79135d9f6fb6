"""An open date poll of a meeting in two years, in the world of the house tests."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from events import actions
from events.models import DatePoll, GuestLink, MeetingSeries, PollAnswer, PollInvitee, PollOption
from events.workdays import add_working_days
from partners.models import Person
from partners.querysets import token_digest
from tests.cast import ZONE

if TYPE_CHECKING:
    from tests.house.world import World

TOKEN = "a-link-of-the-house-that-opens-one-question"


def poll_shelf(world: World) -> None:
    """A stuurgroep is asked for a date: the contact and the director, who has answered."""
    cast, at = world.cast, world.cast.at
    known: dict[str, Any] = {"actor": cast.manager, "at": at}
    series = MeetingSeries.objects.create(
        framework=cast.framework, duty="steering", title="St", audience="steering", per_year=0
    )
    for person in (cast.contact, cast.director):
        actions.add_standing_guest(series, person=person, reason="", **known)
    year = at.year + 2
    window = datetime(year, 1, 1, tzinfo=ZONE).date(), datetime(year, 12, 31, tzinfo=ZONE).date()
    meeting = actions.add_meeting(series, year=year, window=window, **known)
    poll = actions.open_poll(
        meeting, options=_moments(year, 0, 3), closes_on=at.date() + timedelta(days=30), **known
    )
    asked = poll.invitees.get(person=cast.director)
    answers = dict.fromkeys(poll.options.values_list("pk", flat=True), "yes")
    actions.answer_poll(asked, answers=answers, actor=cast.director, at=at)
    GuestLink.objects.create(
        token_sha256=token_digest(TOKEN),
        poll_invitee=asked,
        expires_at=at + timedelta(days=60),
        recorded_at=at,
    )


def _moments(year: int, skip: int, count: int) -> list[datetime]:
    first = datetime(year, 2, 1, tzinfo=ZONE).date()
    days = [add_working_days(first, number) for number in range(1 + skip, 1 + skip + count)]
    return [datetime.combine(day, time(10), tzinfo=ZONE) for day in days]


def more_polled(world: World) -> None:
    """Many more people are asked, about more moments, and all have answered."""
    poll = DatePoll.objects.get()
    PollOption.objects.bulk_create(
        PollOption(poll=poll, starts_at=each) for each in _moments(world.cast.at.year + 2, 3, 7)
    )
    people = Person.objects.filter(email__endswith="@more.example").order_by("pk")
    asked = PollInvitee.objects.bulk_create(
        PollInvitee(poll=poll, person=person, recorded_at=world.cast.at) for person in people
    )
    PollAnswer.objects.bulk_create(
        PollAnswer(option=option, invitee=invitee, answer="yes", recorded_at=world.cast.at)
        for option in poll.options.all()
        for invitee in asked
    )


def poll(_world: World) -> int:
    return DatePoll.objects.get().pk


def poll_option(_world: World) -> int:
    return PollOption.objects.order_by("starts_at")[0].pk


def poll_invitee(_world: World) -> int:
    return PollInvitee.objects.order_by("pk")[0].pk
