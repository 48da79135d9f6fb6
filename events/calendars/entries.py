"""One meeting as an entry: the request and the cancellation that a mail carries, and a file.

The rules are those of RFC 5546; its numbers stand beside the code.
"""

from collections.abc import Iterable
from datetime import datetime
from urllib.parse import quote

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _
from icalendar import Event, vCalAddress

from events.models import Invitee, Meeting, Reply
from events.ports import CalendarEntry
from partners.querysets import local_day

from .clock import new_calendar, one_line, written_event

# What somebody answered, as others see it (RFC 5545, 3.2.12). Who sends somebody else is not there.
PARTSTAT = {"yes": "ACCEPTED", "no": "DECLINED", "replacement": "DECLINED"}
IN_ADDRESS = "@+.-_~!$&'*="  # the rest of an address is escaped (RFC 6068, 2)


def entry_of(meeting: Meeting, starts_at: datetime | None = None) -> CalendarEntry:
    """A meeting as plain values, in the language of now; `starts_at` when it has none any more.

    The link leads to the page of the meeting, never to anybody's own link: calendars are shared.
    """
    moment = meeting.starts_at or starts_at
    assert moment is not None, "what has no date stands in no calendar"
    path = meeting.get_absolute_url()
    more = _("More about this meeting: %(url)s") % {"url": settings.SITE_URL + path}
    return CalendarEntry(
        name=f"meeting-{meeting.pk}",
        starts_at=moment,
        ends_at=moment + meeting.duration,
        summary=meeting.title,
        place=meeting.place,
        description=f"{meeting.lead}\n\n{more}" if meeting.lead else more,
        path=path,
        sequence=meeting.sequence,
    )


def request_for(meeting: Meeting, invitees: Iterable[Invitee], *, at: datetime) -> dict[int, str]:
    """Person's id -> the request to put the meeting in that person's calendar (RFC 5546, 3.2.2).

    The same UID with a higher SEQUENCE is an update of the entry (2.1.4, 3.2.2.1). Each person gets
    an entry with nobody else in it: who is invited besides is none of the business of a calendar.
    """
    people = list(invitees)
    answers = _answers(meeting, people)
    entries = {}
    for invitee in people:
        with translation.override(invitee.person.language):
            event = _organised(entry_of(meeting), at)
        event.add("status", "CONFIRMED")
        event.add("attendee", _attendee(invitee, answers.get(invitee.pk, "NEEDS-ACTION")))
        entries[invitee.person_id] = _sent("REQUEST", event)
    return entries


def cancel_for(meeting: Meeting, invitees: Iterable[Invitee], *, at: datetime) -> dict[int, str]:
    """Person's id -> the message that takes the meeting out of the calendar (RFC 5546, 3.2.5).

    When the meeting does not take place, SEQUENCE has risen and STATUS says so. To whom is not
    invited any more STATUS must not be there: for the others nothing changed.
    """
    last = meeting.dates.order_by("-recorded_at", "-pk").values_list("starts_at", flat=True)[:1]
    starts_at = next(iter(last), None)
    entries = {}
    for invitee in invitees:
        with translation.override(invitee.person.language):
            event = _organised(entry_of(meeting, starts_at), at)
        if invitee.withdrawn_at is None:
            event.add("status", "CANCELLED")
        event.add("attendee", _attendee(invitee, ""))
        entries[invitee.person_id] = _sent("CANCEL", event)
    return entries


def download_of(meeting: Meeting, *, at: datetime) -> bytes:
    """A file to put in any calendar: published, so without attendees (RFC 5546, 3.2.1)."""
    event = _organised(entry_of(meeting), at)
    event.add("status", "CONFIRMED")
    return _sent("PUBLISH", event).encode()


def _organised(entry: CalendarEntry, at: datetime) -> Event:
    """Requests, cancellations and what is published all name the organiser (RFC 5546, 3.2)."""
    event = written_event(entry, at)
    event.add("organizer", organiser())
    return event


def organiser() -> vCalAddress:
    """The kernteam, as one address."""
    return _address(settings.CONTACT_EMAIL, f"Kernteam {settings.SITE_NAME}")


def _address(email: str, name: str) -> vCalAddress:
    """An address with the name beside it; a double quote cannot stand there (RFC 5545, 3.2)."""
    address = vCalAddress(f"mailto:{quote(email, safe=IN_ADDRESS)}")
    address.params["CN"] = one_line(name).replace('"', "'") or email
    return address


def _attendee(invitee: Invitee, partstat: str) -> vCalAddress:
    """The person, and what it answered.

    We ask for no answer by calendar (RSVP=FALSE; RFC 5545, 3.2.17): the letter's own link takes it,
    with the questions that a calendar does not know, and an answer to our mailbox would get lost.
    """
    address = _address(invitee.person.email, invitee.person.name)
    if partstat:
        address.params.update(
            {"CUTYPE": "INDIVIDUAL", "ROLE": "REQ-PARTICIPANT", "PARTSTAT": partstat}
        )
        address.params["RSVP"] = "FALSE"
    return address


def _answers(meeting: Meeting, invitees: list[Invitee]) -> dict[int, str]:
    """Invitee's id -> the last answer that counts: another day asks again (3.2.2.1)."""
    replies = Reply.objects.filter(invitee__in=invitees)
    since = asked_anew_at(meeting)
    if since is not None:
        replies = replies.filter(recorded_at__gt=since)
    rows = replies.order_by("invitee", "ordinal").values_list("invitee_id", "answer")
    return {invitee: PARTSTAT[answer] for invitee, answer in rows}


def asked_anew_at(meeting: Meeting) -> datetime | None:
    """When the meeting last went to another day; older answers were about that day."""
    assert meeting.starts_at is not None, "answers are about a date"
    day = local_day(meeting.starts_at)
    earlier = [row for row in meeting.dates.all() if local_day(row.starts_at) != day]
    return max((row.withdrawn_at for row in earlier if row.withdrawn_at), default=None)


def _sent(method: str, event: Event) -> str:
    """A calendar with one event, as text: folded at 75 octets, lines end in CRLF (3.1)."""
    calendar = new_calendar(method)
    calendar.add_component(event)
    text: str = calendar.to_ical().decode()
    return text
