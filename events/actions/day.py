"""The day of a meeting: what it is about, its programme, and the papers that everybody gets."""

from collections.abc import Iterable
from datetime import datetime, time
from typing import Any

from django.core.files.base import File
from django.db import transaction
from django.utils.translation import gettext as _

from events.coming import coming_to
from events.models import Meeting, MeetingDocument, ProgrammePart
from partners.models import Organisation, Person
from partners.querysets import local_day
from schuldenlab.audit.actions import record
from schuldenlab.documents.actions import keep_document
from schuldenlab.lifecycle import Refused, lock

from .inviting import telling_who_moves_up

OPEN = {Meeting.Status.PLANNED, Meeting.Status.SCHEDULED}


@transaction.atomic
def describe_meeting(
    meeting: Meeting, *, lead: str, capacity: int | None, actor: Person | None, at: datetime
) -> Meeting:
    """What it is about, and for how many people there is room; None for as many as come."""
    _lock_open(meeting)
    there = sum(coming_to(meeting, local_day(at)).places.values())
    if capacity is not None and capacity < there:
        words = _("%(there)s people have a place already. Room for fewer is not possible.")
        raise Refused(words % {"there": there})
    with telling_who_moves_up(meeting, at=at):
        meeting.lead, meeting.capacity = lead.strip(), capacity
        meeting.save(update_fields=["lead", "capacity"])
    record("describe_meeting", meeting, actor=actor, at=at, facts={"capacity": capacity})
    return meeting


@transaction.atomic
def add_part(
    meeting: Meeting,
    *,
    begins: time,
    title: str,
    text: str = "",
    by: str = "",
    organisations: Iterable[Organisation] = (),
    actor: Person | None,
    at: datetime,
) -> ProgrammePart:
    """A part of the programme, by these organisations or by whoever is named."""
    _lock_open(meeting)
    part = ProgrammePart(
        meeting=meeting,
        begins=begins,
        title=title.strip(),
        text=text.strip(),
        by=by.strip(),
        recorded_at=at,
    )
    part.full_clean()
    part.save()
    part.organisations.set(organisations)
    record("add_part", meeting, actor=actor, at=at, facts={"part": part.pk})
    return part


@transaction.atomic
def take_out_part(part: ProgrammePart, *, actor: Person | None, at: datetime) -> ProgrammePart:
    """It is not in the programme any more; it stays on record that it was."""
    meeting = _lock_open(part.meeting)
    lock(part)
    if part.taken_out_at is not None:
        raise Refused(_("This part is not in the programme any more."))
    part.taken_out_at = at
    part.save(update_fields=["taken_out_at"])
    record("take_out_part", meeting, actor=actor, at=at, facts={"part": part.pk})
    return part


@transaction.atomic
def change_part(
    part: ProgrammePart, *, actor: Person | None, at: datetime, **facts: Any
) -> ProgrammePart:
    """Take it out and put another in its place, so what was announced stays on record."""
    take_out_part(part, actor=actor, at=at)
    return add_part(part.meeting, actor=actor, at=at, **facts)


@transaction.atomic
def add_meeting_document(
    meeting: Meeting,
    *,
    upload: File | bytes,
    name: str,
    title: str,
    audience: str = MeetingDocument.Audience.INVITED,
    actor: Person | None,
    at: datetime,
) -> MeetingDocument:
    """A paper of the meeting itself, for who is invited or for the kernteam."""
    lock(meeting)
    kept = keep_document(upload, name=name, actor=actor, at=at)
    paper = MeetingDocument(
        meeting=meeting, document=kept, title=title.strip(), audience=audience, recorded_at=at
    )
    paper.full_clean()
    paper.save()
    record("add_meeting_document", meeting, actor=actor, at=at, facts={"paper": paper.pk})
    return paper


@transaction.atomic
def take_out_meeting_document(
    paper: MeetingDocument, *, actor: Person | None, at: datetime
) -> MeetingDocument:
    """Nobody but the kernteam gets it any more; the file stays on record."""
    lock(paper)
    if paper.taken_out_at is not None:
        raise Refused(_("This paper is not there any more."))
    paper.taken_out_at = at
    paper.save(update_fields=["taken_out_at"])
    record(
        "take_out_meeting_document", paper.meeting, actor=actor, at=at, facts={"paper": paper.pk}
    )
    return paper


def _lock_open(meeting: Meeting) -> Meeting:
    lock(meeting)
    if meeting.status not in OPEN:
        raise Refused(_("This meeting is over. Its programme stays as it was."))
    return meeting
