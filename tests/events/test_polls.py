"""Date polls: opening, answering, reminding, choosing, and what is refused."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.utils import timezone

from events import actions, tasks
from events.models import BlockedPeriod, DatePoll, GuestLink, Meeting, PollAnswer
from events.workdays import add_working_days
from partners.querysets import local_day
from schuldenlab.audit.models import Entry
from schuldenlab.lifecycle import Refused
from schuldenlab.outbox.models import Letter
from tests.events.polling import asked, leaders, moments
from tests.events.records import at as moment

if TYPE_CHECKING:
    from tests.cast import Cast

pytestmark = pytest.mark.usefixtures("english")


def letters(kind: str) -> list[str]:
    return sorted(
        Letter.objects.filter(template=f"events/mail/{kind}.txt").values_list("address", flat=True)
    )


def addresses(*people: Any) -> list[str]:
    return sorted(person.email for person in people)


def open_with(
    cast: Cast, meeting: Meeting, options: list[datetime], closes_on: date | None = None
) -> DatePoll:
    return actions.open_poll(
        meeting,
        options=options,
        closes_on=closes_on or add_working_days(local_day(cast.at), 5),
        actor=cast.manager,
        at=cast.at,
    )


# -- opening -------------------------------------------------------------------------------------


def test_a_poll_asks_the_audience_as_it_is_now_and_keeps_it(cast: Cast) -> None:
    meeting = leaders(cast)
    guest = meeting.series.guests.get(person=cast.contact)
    actions.end_standing_guest(guest, actor=cast.manager, at=cast.at)
    poll = actions.open_poll(
        meeting,
        options=moments(cast.at),
        closes_on=local_day(cast.at),
        actor=cast.manager,
        at=cast.at,
    )
    actions.add_standing_guest(
        meeting.series, person=cast.substitute, reason="", actor=None, at=cast.at
    )
    there = {each.person_id for each in poll.invitees.all()}
    assert there == {cast.seat.pk, cast.director.pk}
    assert letters("poll_opened") == addresses(cast.seat, cast.director)
    entry = Entry.objects.get(verb="open_poll")
    assert entry.facts == {"options": 3, "people": 2, "closes_on": local_day(cast.at).isoformat()}
    assert entry.actor == cast.manager


def test_each_gets_a_link_of_their_own_of_which_only_the_hash_is_kept(cast: Cast) -> None:
    poll = asked(cast)
    found = {poll.link(each) for each in (cast.seat, cast.contact, cast.director)}
    assert len(found) == 3
    kept = str(list(GuestLink.objects.values())) + str(list(Entry.objects.values()))
    assert not [path for path in found if path.split("/")[2] in kept]
    assert all(
        Letter.objects.filter(template__contains="poll_").values_list("is_secret", flat=True)
    )
    last = poll.options[-1].starts_at + timedelta(days=1)
    assert set(GuestLink.objects.values_list("expires_at", flat=True)) == {last}


def test_what_no_poll_can_propose(cast: Cast) -> None:
    good, today, meeting = moments(cast.at), local_day(cast.at), leaders(cast)
    BlockedPeriod.objects.create(
        title="Vakantie",
        title_en="Holidays",
        first_on=today + timedelta(days=60),
        last_on=today + timedelta(days=67),
        recorded_at=cast.at,
    )
    wrong = {
        "Propose from 2 to 12 moments.": good[:1],
        "stands there twice": [good[0], good[0]],
        "still comes": [good[0], cast.at - timedelta(days=1)],
        "can still answer": [good[0], cast.at + timedelta(hours=1)],
        "weekend": [good[0], moment(2026, 10, 31)],
        "Christmas Day": [good[0], moment(2026, 12, 25)],
        "nobody meets: Holidays": [good[0], cast.at + timedelta(days=61)],
        "must lie in 2026": [good[0], moment(2027, 1, 5)],
    }
    for words, options in wrong.items():
        with pytest.raises(Refused, match=words):
            open_with(cast, meeting, options)
    many = [each + timedelta(minutes=n) for n in range(7) for each in good[:2]]
    with pytest.raises(Refused, match="from 2 to 12"):
        open_with(cast, meeting, many)
    with pytest.raises(Refused, match="last day to answer has passed"):
        open_with(cast, meeting, good, today - timedelta(days=1))
    assert not DatePoll.objects.exists()
    assert not Letter.objects.exists()


def test_one_poll_of_a_meeting_is_open_and_only_while_it_gets_a_date(cast: Cast) -> None:
    poll = asked(cast).poll
    facts: dict[str, Any] = {
        "options": moments(cast.at),
        "closes_on": poll.closes_on,
        "actor": cast.manager,
        "at": cast.at,
    }
    with pytest.raises(Refused, match="already"):
        actions.open_poll(poll.meeting, **facts)
    actions.withdraw_poll(poll, actor=cast.manager, at=cast.at)
    again = actions.open_poll(poll.meeting, **facts)
    assert again.pk != poll.pk
    Meeting.objects.filter(pk=poll.meeting_id).update(status="dropped")
    with pytest.raises(Refused, match="no date any more"):
        actions.open_poll(poll.meeting, **facts)
    assert not again.meeting.polls.get(pk=again.pk).is_running


def test_nobody_is_asked_when_there_is_nobody(cast: Cast) -> None:
    meeting = leaders(cast)
    meeting.series.guests.update(ended_at=cast.at)
    with pytest.raises(Refused, match="Nobody belongs"):
        actions.open_poll(
            meeting,
            options=moments(cast.at),
            closes_on=local_day(cast.at),
            actor=None,
            at=cast.at,
        )


# -- answering -----------------------------------------------------------------------------------


def test_the_last_answer_counts(cast: Cast) -> None:
    poll = asked(cast)
    poll.answer(cast.seat, "yes", "no", "if_need_be")
    poll.answer(cast.seat, "no", "yes", "yes", at=cast.at + timedelta(hours=1))
    said = PollAnswer.objects.filter(invitee=poll.of(cast.seat)).order_by("option__starts_at")
    assert [each.answer for each in said] == ["no", "yes", "yes"]
    assert poll.of(cast.seat).answered_at == cast.at + timedelta(hours=1)
    assert Entry.objects.filter(verb="answer_poll", actor=cast.seat).count() == 2


def test_every_moment_of_this_poll_is_answered_and_no_other(cast: Cast) -> None:
    poll = asked(cast)
    first, second, third = (each.pk for each in poll.options)
    for answers in (
        {},
        {first: "yes", second: "yes"},
        {first: "yes", second: "yes", third: "maybe"},
        {first: "yes", second: "yes", third: "yes", third + 1000: "yes"},
    ):
        with pytest.raises(Refused, match="Say of every moment"):
            actions.answer_poll(poll.of(cast.seat), answers=answers, actor=cast.seat, at=cast.at)
    assert not PollAnswer.objects.exists()


def test_after_the_last_day_only_the_kernteam_records(cast: Cast) -> None:
    poll = asked(cast)
    last = datetime.combine(poll.poll.closes_on, datetime.max.time(), tzinfo=cast.at.tzinfo)
    poll.answer(cast.contact, "yes", "yes", "yes", at=last)
    late = last + timedelta(seconds=1)
    with pytest.raises(Refused, match="last day to answer has passed"):
        poll.answer(cast.seat, "yes", "yes", "yes", at=late)
    poll.answer(cast.seat, "no", "no", "yes", at=late, by=cast.staff)
    assert Entry.objects.filter(verb="answer_poll", actor=cast.staff).count() == 1


def test_the_kernteam_hears_once_that_everybody_answered(cast: Cast) -> None:
    poll = asked(cast)
    for each in (cast.seat, cast.contact):
        poll.answer(each, "yes", "yes", "yes")
    assert letters("poll_complete") == []
    for _again in range(2):
        poll.answer(cast.director, "yes", "yes", "yes")
    assert letters("poll_complete") == addresses(cast.manager, cast.staff)


# -- adding --------------------------------------------------------------------------------------


def test_with_more_moments_who_answered_is_asked_again(cast: Cast) -> None:
    poll = asked(cast)
    poll.answer(cast.seat, "yes", "no", "no")
    assert set(poll.poll.invitees.waiting()) == {poll.of(cast.contact), poll.of(cast.director)}
    extra = moments(cast.at, 4)[3:]
    actions.add_options(poll.poll, options=extra, actor=cast.manager, at=cast.at)
    assert poll.poll.invitees.waiting().count() == 3
    assert letters("poll_extended") == addresses(cast.seat, cast.contact, cast.director)
    assert poll.of(cast.seat).answers.count() == 3
    with pytest.raises(Refused, match="in the date poll already"):
        actions.add_options(poll.poll, options=extra, actor=None, at=cast.at)
    with pytest.raises(Refused, match="at least one"):
        actions.add_options(poll.poll, options=[], actor=None, at=cast.at)
    with pytest.raises(Refused, match="from 2 to 12"):
        actions.add_options(poll.poll, options=moments(cast.at, 13)[4:], actor=None, at=cast.at)
    with pytest.raises(Refused, match="last day has passed"):
        actions.add_options(
            poll.poll, options=moments(cast.at, 5)[4:], actor=None, at=cast.at + timedelta(days=20)
        )


# -- reminding -----------------------------------------------------------------------------------


def test_who_is_silent_gets_one_reminder(cast: Cast) -> None:
    poll = asked(cast)
    poll.answer(cast.seat, "yes", "no", "no")
    assert actions.remind_poll(poll.poll, actor=cast.manager, at=cast.at) == 2
    assert letters("poll_reminder") == addresses(cast.contact, cast.director)
    with pytest.raises(Refused, match="reminder already"):
        actions.remind_poll(poll.poll, actor=cast.manager, at=cast.at)
    assert len(letters("poll_reminder")) == 2


@pytest.mark.parametrize(
    ("days_before", "clock", "expected"),
    [(3, 10, 0), (2, 8, 0), (2, 9, 2), (1, 10, 2), (0, 16, 2), (0, 17, 0), (-1, 10, 0)],
)
def test_the_clock_reminds_two_working_days_before_the_end_in_office_hours(
    cast: Cast, days_before: int, clock: int, expected: int
) -> None:
    poll = asked(cast)
    poll.answer(cast.seat, "yes", "no", "no")
    day = add_working_days(poll.poll.closes_on, -days_before)
    when = datetime.combine(day, cast.at.timetz().replace(hour=clock))
    assert actions.remind_polls(when) == expected
    assert actions.remind_polls(when) == 0
    assert len(letters("poll_reminder")) == expected


def test_the_task_can_come_twice(today: Cast) -> None:
    asked(today, closes_in=1)
    assert tasks.remind_polls() == 3
    assert tasks.remind_polls() == 0
    assert Entry.objects.get(verb="remind_poll").origin == "clock"
    assert timezone.now() == today.at


# -- choosing and withdrawing --------------------------------------------------------------------


def test_the_chosen_moment_is_the_date_of_the_meeting(cast: Cast) -> None:
    poll = asked(cast)
    option = poll.options[1]
    actions.choose_date(
        poll.poll, option=option, subject="S", place="Zaal", actor=cast.manager, at=cast.at
    )
    meeting = Meeting.objects.get(pk=poll.poll.meeting_id)
    assert (meeting.status, meeting.starts_at, meeting.subject, meeting.place) == (
        *("scheduled", option.starts_at, "S", "Zaal"),
    )
    assert [each.is_chosen for each in poll.options] == [False, True, False]
    assert DatePoll.objects.get().chosen_at == cast.at
    with pytest.raises(Refused, match="no longer possible"):
        actions.choose_date(poll.poll, option=poll.options[0], actor=None, at=cast.at)
    with pytest.raises(Refused, match="is over"):
        poll.answer(cast.seat, "yes", "yes", "yes")
    with pytest.raises(Refused, match="last day has passed"):
        actions.remind_poll(poll.poll, actor=None, at=cast.at)
    with pytest.raises(Refused, match="is over"):
        actions.add_options(poll.poll, options=moments(cast.at, 4)[3:], actor=None, at=cast.at)


def test_a_moment_of_another_poll_or_of_the_past_is_not_chosen(cast: Cast) -> None:
    poll = asked(cast)
    actions.withdraw_poll(poll.poll, actor=None, at=cast.at)
    other = actions.open_poll(
        poll.poll.meeting,
        options=moments(cast.at),
        closes_on=poll.poll.closes_on,
        actor=None,
        at=cast.at,
    )
    with pytest.raises(Refused, match="not in this date poll"):
        actions.choose_date(other, option=poll.options[0], actor=None, at=cast.at)
    option = other.options.first()
    with pytest.raises(Refused, match="has passed"):
        actions.choose_date(
            other, option=option, actor=None, at=option.starts_at + timedelta(seconds=1)
        )
    assert not other.options.filter(is_chosen=True).exists()
    assert DatePoll.objects.get(pk=other.pk).status == "open"


def test_a_date_without_the_poll_ends_the_poll(cast: Cast) -> None:
    poll = asked(cast)
    day = poll.options[0].starts_at + timedelta(days=5)
    actions.schedule_meeting(poll.poll.meeting, starts_at=day, actor=cast.manager, at=cast.at)
    poll.poll.refresh_from_db()
    assert poll.poll.status == "withdrawn"
    assert letters("poll_withdrawn") == addresses(cast.seat, cast.contact, cast.director)


def test_who_was_asked_hears_that_it_is_withdrawn(cast: Cast) -> None:
    poll = asked(cast)
    actions.withdraw_poll(poll.poll, actor=cast.manager, at=cast.at)
    assert letters("poll_withdrawn") == addresses(cast.seat, cast.contact, cast.director)
    with pytest.raises(Refused, match="no longer possible"):
        actions.withdraw_poll(poll.poll, actor=cast.manager, at=cast.at)
    with pytest.raises(Refused, match="is over"):
        poll.answer(cast.seat, "yes", "yes", "yes")


# -- standing guests -----------------------------------------------------------------------------


def test_a_standing_guest_is_there_once_and_can_come_back(cast: Cast) -> None:
    series = leaders(cast).series
    known: dict[str, Any] = {"actor": cast.manager, "at": cast.at}
    with pytest.raises(Refused, match="already"):
        actions.add_standing_guest(series, person=cast.seat, reason="", **known)
    guest = series.guests.get(person=cast.seat)
    actions.end_standing_guest(guest, **known)
    with pytest.raises(Refused, match="not invited"):
        actions.end_standing_guest(guest, **known)
    actions.add_standing_guest(series, person=cast.seat, reason="again", **known)
    assert series.guests.filter(person=cast.seat).count() == 2
    assert Entry.objects.filter(verb="end_standing_guest").get().facts == {"person": cast.seat.pk}
