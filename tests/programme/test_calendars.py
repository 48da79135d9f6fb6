"""The deadline of a ballot as an entry in a calendar, read by another library than ours."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
import vobject
from django.urls import reverse
from django.utils import translation

from programme import actions
from programme.calendars import deadline_entry
from programme.deadlines import CITY_ZONE, closing_moment
from schuldenlab.documents.actions import is_intact
from schuldenlab.outbox.models import Letter
from tests.house.world import draft_motion, open_motion
from tests.programme.records import DELEGATES, told

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from programme.models import Ballot
    from tests.cast import Cast


def entry(content: bytes) -> Any:
    return vobject.readOne(content.decode())


def closing_on(cast: Cast, day: date) -> Ballot:
    return open_motion(cast, cast.at, closing_moment(day))


@pytest.mark.parametrize(
    ("day", "alarm"),
    [
        (date(2026, 10, 7), datetime(2026, 10, 6, 7, 0, tzinfo=UTC)),
        # A Monday after the clock went back: the Friday before it was summer still.
        (date(2026, 10, 26), datetime(2026, 10, 23, 7, 0, tzinfo=UTC)),
        (date(2026, 12, 28), datetime(2026, 12, 24, 8, 0, tzinfo=UTC)),
    ],
)
def test_another_program_reads_the_deadline(cast: Cast, day: date, alarm: datetime) -> None:
    ballot = closing_on(cast, day)
    calendar = entry(deadline_entry(ballot))
    event = calendar.vevent
    # As that program reckons it, from the rules of the clock that stand in the file.
    assert event.dtend.value.utcoffset() == ballot.closes_at.utcoffset()
    assert event.dtend.value.astimezone(UTC) == ballot.closes_at.astimezone(UTC)
    assert b"DTEND;TZID=Europe/Amsterdam:" in deadline_entry(ballot)
    assert event.dtend.value - event.dtstart.value == timedelta(minutes=30)
    assert event.valarm.trigger.value.astimezone(UTC) == alarm
    assert calendar.method.value == "PUBLISH"
    assert ballot.get_absolute_url() in event.url.value
    assert b"\r\n" in deadline_entry(ballot)
    assert all(len(line) <= 75 for line in deadline_entry(ballot).split(b"\r\n"))


def test_the_clock_of_the_file_is_that_of_the_city(cast: Cast) -> None:
    clock = entry(deadline_entry(closing_on(cast, date(2026, 10, 7)))).vtimezone.tzinfo
    for year in range(2000, 2038):
        for month in range(1, 13):
            moment = datetime(year, month, 28, 12, tzinfo=CITY_ZONE)
            assert moment.replace(tzinfo=clock).utcoffset() == moment.utcoffset(), moment


def test_the_entry_is_the_same_whoever_asks_and_when(cast: Cast) -> None:
    ballot = closing_on(cast, date(2026, 10, 7))
    assert deadline_entry(ballot) == deadline_entry(type(ballot).objects.get(pk=ballot.pk))
    other = open_motion(cast, cast.at, closing_moment(date(2026, 10, 7)))
    assert (
        entry(deadline_entry(ballot)).vevent.uid.value
        != entry(deadline_entry(other)).vevent.uid.value
    )


def test_a_title_cannot_write_another_line(cast: Cast) -> None:
    ballot = draft_motion(cast, cast.at, title="Weg\r\nATTENDEE:x;y,z", question="A\nB;C,D\\n")
    actions.open_ballot(
        ballot, closes_at=closing_moment(date(2026, 10, 7)), actor=cast.manager, at=cast.at
    )
    event = entry(deadline_entry(ballot)).vevent
    assert "attendee" not in event.contents
    with translation.override("en"):
        event = entry(deadline_entry(ballot)).vevent
    assert event.summary.value.startswith("Vote: Weg")
    assert "B;C,D" in event.description.value


def test_it_comes_with_the_mail_and_from_the_page(
    today: Cast, enter: Callable[..., Client]
) -> None:
    ballot = closing_on(today, date(2026, 10, 7))
    letters = Letter.objects.filter(template="programme/mail/ballot_opened.txt")
    assert told(today, "ballot_opened") == sorted(DELEGATES)
    document = letters[0].attachment
    assert document is not None
    assert {letter.attachment_id for letter in letters} == {document.pk}
    assert is_intact(document)
    with document.file.open("rb") as file:
        mailed = entry(file.read())
    url = reverse("programme:ballot-calendar", args=[ballot.pk])
    answer = enter(today.seat).get(url)
    assert answer["Content-Type"].startswith("text/calendar")
    assert entry(answer.content).vevent.uid.value == mailed.vevent.uid.value
    assert enter(today.contact).get(url).status_code == 404
    actions.close_ballot(ballot, at=ballot.closes_at)
    assert enter(today.seat).get(url).status_code == 404
