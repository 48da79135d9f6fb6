"""What the clock does for meetings without a date: a mail in time, once, and whose poll is due."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from events import actions, tasks
from events.duties import slots_to_poll
from events.models import DatePoll, Meeting
from schuldenlab.outbox.models import Letter
from tests.events.records import at, held, network, schedule, slots

if TYPE_CHECKING:
    from datetime import datetime

    from tests.cast import Cast

pytestmark = pytest.mark.usefixtures("english")
APRIL = at(2026, 4, 16)
# Ten working days before 10 December is 26 November; fifteen before that is 5 November.
LAST, WARNED = date(2026, 11, 26), at(2026, 11, 5, "07:00")


def letters() -> list[tuple[str, str]]:
    """To whom, and what the text says, in the order in which they were written."""
    return [(each.address, each.text) for each in Letter.objects.order_by("pk")]


def fresh(cast: Cast) -> Meeting:
    """The second of two; the first was held. No letter yet."""
    first, second = slots(cast)
    held(cast, first, APRIL)
    Letter.objects.all().delete()
    return second


def test_the_kernteam_hears_in_time_and_once(cast: Cast) -> None:
    meeting = fresh(cast)
    assert actions.warn_of_last_days(WARNED - timedelta(days=1)) == 0
    assert actions.warn_of_last_days(WARNED) == 1
    assert actions.warn_of_last_days(WARNED + timedelta(hours=1)) == 0
    assert actions.warn_of_last_days(WARNED + timedelta(days=9)) == 0
    assert {to for to, _text in letters()} == {cast.manager.email, cast.staff.email}
    keys = set(Letter.objects.values_list("key", flat=True))
    assert keys == {
        f"meeting-presses:{meeting.pk}:2026-11-26:{who.pk}" for who in (cast.manager, cast.staff)
    }
    for _to, text in letters():
        assert "26 november" in text.replace("\N{NO-BREAK SPACE}", " ")
        assert f"/bijeenkomsten/{meeting.pk}/datum/" in text


def test_each_last_day_is_a_letter_of_its_own(cast: Cast) -> None:
    """Of the window; then ten working days before 31 December; then the last day to meet."""
    meeting = fresh(cast)
    told = {}
    for number in range(60):
        moment = at(2026, 11, 2, "07:00") + timedelta(days=number)
        for key in range(actions.warn_of_last_days(moment)):
            letter = Letter.objects.order_by("-pk")[key]
            told[letter.key.split(":")[2]] = moment.date()
    assert told == {
        "2026-11-26": date(2026, 11, 5),
        "2026-12-16": date(2026, 11, 27),
        "2026-12-31": date(2026, 12, 17),
    }
    assert Letter.objects.filter(key__contains=f":{meeting.pk}:").count() == 6


def test_called_off_late_is_told_at_once_with_the_right_day(cast: Cast) -> None:
    meeting = fresh(cast)
    schedule(meeting, at(2026, 12, 3), at(2026, 9, 1))
    assert actions.warn_of_last_days(at(2026, 12, 2)) == 0
    actions.call_off_meeting(meeting, reason="Staking", actor=None, at=at(2026, 12, 2))
    Letter.objects.all().delete()
    assert actions.warn_of_last_days(at(2026, 12, 2, "15:00")) == 1
    assert {each.key.split(":")[2] for each in Letter.objects.all()} == {"2026-12-16"}
    actions.add_blocked_period(
        title="Kerst",
        first_on=date(2026, 12, 19),
        last_on=date(2026, 12, 31),
        actor=None,
        at=at(2026, 12, 3),
    )
    assert actions.warn_of_last_days(at(2026, 12, 3)) == 1
    assert Letter.objects.order_by("-pk")[0].key.split(":")[2] == "2026-12-04"


def test_what_has_a_date_or_was_held_is_no_news(cast: Cast) -> None:
    meeting = fresh(cast)
    schedule(meeting, at(2026, 11, 26), at(2026, 9, 1))
    Letter.objects.all().delete()
    assert actions.warn_of_last_days(WARNED + timedelta(days=3)) == 0


def test_only_as_many_as_are_missing(cast: Cast) -> None:
    """More slots than the framework asks for: the surplus presses nobody once it is late."""
    network(cast, per_year=4, windows=[])
    actions.plan_cadence(at=at(2026, 1, 2))
    actions.warn_of_last_days(at(2026, 12, 21))
    late = Letter.objects.filter(key__contains=":2026-12-")
    assert len({each.key.split(":")[1] for each in late}) == 2


def test_the_tasks_come_twice(cast_now: Cast) -> None:
    network(cast_now)
    tasks.plan_cadence()
    first = tasks.warn_of_last_days()
    before = Letter.objects.count()
    assert tasks.warn_of_last_days() == 0
    assert Letter.objects.count() == before >= first


# -- whose date poll is due ----------------------------------------------------------------------


def due(moment: datetime) -> list[tuple[int, date]]:
    return [(meeting.ordinal, closes_on) for meeting, closes_on in slots_to_poll(moment)]


def test_a_poll_is_due_when_the_lead_time_of_its_first_day_is_reached(cast: Cast) -> None:
    """Twenty working days before Thursday 1 October: Thursday 3 September."""
    first, _second = slots(cast, polls_itself=True)
    held(cast, first, APRIL)
    assert due(at(2026, 9, 2, "23:59")) == []
    assert due(at(2026, 9, 3, "00:01")) == [(2, date(2026, 9, 17))]


def test_only_series_that_poll_themselves(cast: Cast) -> None:
    slots(cast)
    assert due(at(2026, 9, 3)) == []


def test_nobody_is_asked_twice(cast: Cast) -> None:
    first, second = slots(cast, polls_itself=True)
    held(cast, first, APRIL)
    poll = DatePoll.objects.create(
        meeting=second, closes_on=date(2026, 9, 30), recorded_at=at(2026, 8, 1)
    )
    assert due(at(2026, 9, 3)) == []
    DatePoll.objects.filter(pk=poll.pk).update(status="withdrawn")
    assert due(at(2026, 9, 3)) == []
    schedule(second, at(2026, 10, 8), at(2026, 9, 3))
    assert due(at(2026, 9, 4)) == []
    actions.call_off_meeting(second, reason="x", actor=None, at=at(2026, 9, 5))
    assert due(at(2026, 9, 6)) == [(2, date(2026, 9, 18))]
