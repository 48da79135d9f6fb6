"""An event as lines of text, for a calendar with thousands of them.

Unfolded, they are the lines that the library writes for the same event (see `clock.written_event`);
it takes a hundred times as long, for it makes an object of every word of them.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, tzinfo

from django.conf import settings

from events.ports import CalendarEntry

from .clock import city_zone, one_line, plain_text, uid

LIMIT = 74  # octets of a line (RFC 5545, 3.1: at most 75)
FOLD = b"\r\n "
ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


def event_lines(entry: CalendarEntry, *, stamp: str, organiser: str, zone: tzinfo) -> Iterator[str]:
    """The lines of one event, not yet folded; `stamp` as `in_utc` writes it."""
    begin, end = entry.starts_at.astimezone(zone), entry.ends_at.astimezone(zone)
    summary = _text(one_line(entry.summary))
    yield "BEGIN:VEVENT"
    yield f"SUMMARY:{summary}"
    yield f"DTSTART;TZID={settings.TIME_ZONE}:{_local(begin)}"
    yield f"DTEND;TZID={settings.TIME_ZONE}:{_local(end)}"
    yield f"DTSTAMP:{stamp}"
    yield f"UID:{_text(uid(entry.name))}"
    yield f"SEQUENCE:{entry.sequence}"
    if entry.description:
        yield f"DESCRIPTION:{_text(plain_text(entry.description))}"
    if entry.place:
        yield f"LOCATION:{_text(one_line(entry.place))}"
    yield organiser
    yield "TRANSP:OPAQUE" if entry.is_busy else "TRANSP:TRANSPARENT"
    if entry.path:
        yield f"URL:{settings.SITE_URL}{entry.path}"
    if entry.alarm_at is not None:
        yield from ("BEGIN:VALARM", "ACTION:DISPLAY", f"DESCRIPTION:{summary}")
        yield f"TRIGGER;VALUE=DATE-TIME:{in_utc(entry.alarm_at)}"
        yield "END:VALARM"
    yield "END:VEVENT"


def written(entries: list[CalendarEntry], *, at: datetime, organiser: str) -> bytes:
    """All events, one after the other, folded."""
    stamp, zone = in_utc(at), city_zone()
    facts = {"stamp": stamp, "organiser": organiser, "zone": zone}
    lines = [_folded(line) for each in entries for line in event_lines(each, **facts)]  # type: ignore[arg-type]
    return b"".join(lines)


def in_utc(moment: datetime) -> str:
    """A moment as 3.3.5 writes it in UTC."""
    return f"{_local(moment.astimezone(UTC))}Z"


def _local(moment: datetime) -> str:
    year, month, day, hour, minute, second, *_rest = moment.timetuple()
    return f"{year:04}{month:02}{day:02}T{hour:02}{minute:02}{second:02}"


def _text(text: str) -> str:
    return text.translate(ESCAPED)


def _folded(line: str) -> bytes:
    """Cut between two characters where a line is too long."""
    octets = line.encode()
    if len(octets) <= LIMIT:
        return octets + b"\r\n"
    parts = []
    while len(octets) > LIMIT:
        end = LIMIT
        while octets[end] & 0xC0 == 0x80:  # noqa: PLR2004 - inside a character of UTF-8
            end -= 1
        parts.append(octets[:end])
        octets = octets[end:]
    return FOLD.join([*parts, octets]) + b"\r\n"
