"""Meetings as calendar entries, read back by a program that knows nothing of ours."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.utils import translation
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from events.calendars import cancel_for, download_of, entry_of, lines, request_for, written_event
from events.calendars.clock import LINE_ENDS, city_zone, new_calendar, one_line, plain_text
from events.calendars.entries import organiser
from events.calendars.feeds import organiser_line, unfolded
from events.models import Invitee, Meeting, MeetingSeries
from events.ports import CalendarEntry
from partners.models import Person
from tests.events.invited import DATE, NOW, dated, read

if TYPE_CHECKING:
    from tests.cast import Cast

# All there is but halves of pairs, which no text of ours can hold.
TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=300)
AWKWARD = 'Één,twee;drie\\n \\; "vier"\r\nvijf:\tzes\u2028zeven\x85acht 🎉' + "é€" * 60


def written(**facts: Any) -> bytes:
    entry = CalendarEntry("x-1", DATE, DATE + timedelta(hours=2), **{"summary": "S", **facts})
    calendar = new_calendar("PUBLISH")
    calendar.add_component(written_event(entry, NOW))
    content: bytes = calendar.to_ical()
    return content


@given(summary=TEXT, place=TEXT, description=TEXT)
@example(AWKWARD, AWKWARD, AWKWARD)
@example("\r\nATTENDEE:mailto:x@y", "a\rEND:VEVENT", "\nBEGIN:VALARM\n")
@settings(max_examples=200)
def test_every_text_comes_back(summary: str, place: str, description: str) -> None:
    content = written(summary=summary, place=place, description=description)
    event = read(content).vevent
    assert event.summary.value == one_line(summary)
    assert "attendee" not in event.contents
    assert "valarm" not in event.contents
    for name, typed, shown in (
        ("location", place, one_line(place)),
        ("description", description, plain_text(description)),
    ):
        if typed:
            assert event.contents[name][0].value == shown
    lines = content.split(b"\r\n")
    assert all(len(line) <= 75 for line in lines)
    assert all(b"\n" not in line and b"\r" not in line for line in lines)
    content.decode()


@given(TEXT)
def test_cleaning_loses_no_word(text: str) -> None:
    assert plain_text(plain_text(text)) == plain_text(text)
    assert not LINE_ENDS.search(plain_text(text))
    visible = [each for each in text if each.isalnum()]
    assert [each for each in plain_text(text) if each.isalnum()] == visible


def unsaved(name: str = "Samira Bakker", **facts: Any) -> tuple[Meeting, Invitee]:
    series = MeetingSeries(title="Netwerk", duty="network", duration_minutes=210)
    meeting = Meeting(pk=7, series=series, starts_at=DATE, ordinal=2, **facts)
    person = Person(pk=3, email="s.bakker+lab@people.example", name=name, language="nl")
    return meeting, Invitee(pk=5, meeting=meeting, person=person)


@given(name=st.text(st.characters(exclude_categories=["Cs"]), max_size=80))
@example('Jan "de Boer"; Piet, Klaas: x')
@example("^n^^'")
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=100)
def test_every_name_comes_back(cast: Cast, name: str) -> None:
    meeting, invitee = unsaved(name)
    event = read(request_for(meeting, [invitee], at=NOW)[3]).vevent
    expected = one_line(name).replace('"', "'") or invitee.person.email
    # The other program shows the signs of RFC 6868 as they stand: two carets for one.
    assert event.attendee.params["CN"] == [expected.replace("^", "^^")]
    assert event.attendee.value == "mailto:s.bakker+lab@people.example"


def test_a_request_says_all_that_the_rules_ask(cast: Cast) -> None:
    """RFC 5546, 3.2.2: what must be there, and what must not."""
    meeting = dated(cast, "seat")
    meeting.lead = "Hoe helpen wij eerder?"
    text = request_for(meeting, meeting.invitees.select_related("person"), at=NOW)[cast.seat.pk]
    calendar = read(text)
    assert calendar.version.value == "2.0"
    assert calendar.prodid.value
    assert calendar.method.value == "REQUEST"
    assert [each.name for each in calendar.components()] == ["VTIMEZONE", "VEVENT"]
    event = calendar.vevent
    assert event.organizer.value == "mailto:kernteam@schuldenlab.example"
    assert event.organizer.params["CN"][0].startswith("Kernteam")
    assert event.attendee.value == f"mailto:{cast.seat.email}"
    assert event.attendee.params == {
        "CN": ["Samira Bakker"],
        "CUTYPE": ["INDIVIDUAL"],
        "ROLE": ["REQ-PARTICIPANT"],
        "PARTSTAT": ["NEEDS-ACTION"],
        "RSVP": ["FALSE"],
    }
    assert event.status.value == "CONFIRMED"
    assert event.dtstamp.value == NOW.astimezone(UTC)
    minutes = (event.dtend.value - event.dtstart.value).total_seconds() / 60
    assert minutes == meeting.series.duration_minutes
    assert event.url.value.endswith(meeting.get_absolute_url())
    assert "Hoe helpen wij eerder?" in event.description.value
    assert meeting.get_absolute_url() in event.description.value
    assert "DTSTART;TZID=Europe/Amsterdam:20261112T140000" in text
    assert "valarm" not in event.contents


@pytest.mark.parametrize(
    ("starts_at", "minutes"),
    [
        # The night in which summer begins, the one in which it ends, and days around them.
        (datetime(2027, 3, 27, 23, 0, tzinfo=city_zone()), 300),
        (datetime(2026, 10, 24, 23, 0, tzinfo=city_zone()), 300),
        (datetime(2026, 10, 25, 10, 0, tzinfo=city_zone()), 120),
        (datetime(2027, 3, 28, 10, 0, tzinfo=city_zone()), 120),
        (datetime(2026, 12, 31, 23, 0, tzinfo=city_zone()), 120),
    ],
)
def test_a_meeting_takes_as_long_as_it_takes(starts_at: datetime, minutes: int) -> None:
    ends_at = starts_at.astimezone(UTC) + timedelta(minutes=minutes)
    entry = CalendarEntry("x-1", starts_at, ends_at, "S")
    calendar = new_calendar("PUBLISH")
    calendar.add_component(written_event(entry, NOW))
    event = read(calendar.to_ical()).vevent
    # The other program reckons with the rules of the clock in the file.
    assert event.dtstart.value.astimezone(UTC) == starts_at.astimezone(UTC)
    assert event.dtend.value.astimezone(UTC) == ends_at


@given(
    day=st.dates(date(2020, 1, 1), date(2037, 12, 31)),
    minute=st.integers(4 * 60, 23 * 60),
    length=st.integers(1, 600),
)
def test_every_day_has_the_right_clock(day: date, minute: int, length: int) -> None:
    starts_at = datetime.combine(day, datetime.min.time(), tzinfo=city_zone())
    starts_at = starts_at.replace(hour=minute // 60, minute=minute % 60)
    entry = CalendarEntry(
        "x-1", starts_at, starts_at.astimezone(UTC) + timedelta(minutes=length), "S"
    )
    calendar = new_calendar("PUBLISH")
    calendar.add_component(written_event(entry, NOW))
    event = read(calendar.to_ical()).vevent
    assert event.dtstart.value.replace(tzinfo=None) == starts_at.replace(tzinfo=None)
    assert event.dtstart.value.utcoffset() == starts_at.utcoffset()


def test_the_entry_speaks_the_language_of_its_reader(cast: Cast) -> None:
    meeting, invitee = unsaved()
    meeting.series.title_en = "Network"
    invitee.person.language = "en"
    with translation.override("nl"):
        event = read(request_for(meeting, [invitee], at=NOW)[3]).vevent
    assert event.summary.value == "Network 2"


def test_a_cancellation_has_the_date_that_was(cast: Cast) -> None:
    meeting = dated(cast, "seat")
    meeting.starts_at = None
    event = read(cancel_for(meeting, meeting.invitees.all(), at=NOW)[cast.seat.pk]).vevent
    assert event.dtstart.value.astimezone(UTC) == DATE.astimezone(UTC)


def test_a_file_names_nobody_who_is_invited(cast: Cast) -> None:
    """RFC 5546, 3.2.1: what is published has an organiser and no attendees."""
    calendar = read(download_of(dated(cast), at=NOW))
    assert calendar.method.value == "PUBLISH"
    assert "attendee" not in calendar.vevent.contents
    assert "organizer" in calendar.vevent.contents


def test_a_meeting_without_date_stands_in_no_calendar(cast: Cast) -> None:
    meeting, _invitee = unsaved()
    meeting.starts_at = None
    with pytest.raises(AssertionError):
        entry_of(meeting)


@given(summary=TEXT, place=TEXT, description=TEXT, number=st.integers(0, 9))
@example(AWKWARD, AWKWARD, AWKWARD, 1)
@settings(max_examples=100)
def test_our_own_lines_are_those_of_the_library(
    summary: str, place: str, description: str, number: int
) -> None:
    facts = {"summary": summary, "place": place, "description": description, "sequence": number}
    facts |= {"path": "/x/", "is_busy": number % 2 == 0, "alarm_at": DATE if number > 5 else None}
    # A backslash before an N is two signs of the text; the library takes them for a new line.
    texts = {name: each.replace("\\N", "") for name, each in facts.items() if type(each) is str}
    entry = CalendarEntry("x-1", DATE, DATE + timedelta(hours=2), **{**facts, **texts})
    event = written_event(entry, NOW)
    event.add("organizer", organiser())
    ours = lines.written([entry], at=NOW, organiser=organiser_line())
    assert unfolded(ours) == unfolded(event.to_ical())
    assert all(len(line) <= 75 and line.decode() for line in ours.split(b"\r\n")[:-1])
