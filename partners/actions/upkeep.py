"""Keeping the register right: the first day of the lab, contact notes, and "this is not right"."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from partners import notifications
from partners.models import ContactNote, GoLive, Organisation, Person
from partners.querysets import local_day
from schuldenlab.audit.actions import record
from schuldenlab.lifecycle import Refused, lock


@transaction.atomic
def set_go_live(*, live_on: date, actor: Person | None, at: datetime) -> GoLive:
    """From this day the lab is kept here; it is set once, and the database refuses a second."""
    if GoLive.objects.exists():
        raise Refused(_("The first day is set already, and stays as it is."))
    first = GoLive.objects.create(live_on=live_on, set_by=actor, recorded_at=at)
    record("set_go_live", first, actor=actor, at=at, facts={"on": live_on.isoformat()})
    return first


@transaction.atomic
def write_note(
    organisation: Organisation,
    *,
    text: str,
    spoken_on: date,
    actor: Person | None,
    at: datetime,
) -> ContactNote:
    """What the kernteam wants to remember of a talk; only the kernteam reads it."""
    _refuse_future(spoken_on, at)
    note = ContactNote.objects.create(
        organisation=organisation, text=text, spoken_on=spoken_on, author=actor, recorded_at=at
    )
    record("write_note", note, actor=actor, at=at, facts={"organisation": organisation.pk})
    return note


@transaction.atomic
def correct_note(
    note: ContactNote,
    *,
    text: str,
    spoken_on: date,
    reason: str,
    actor: Person | None,
    at: datetime,
) -> ContactNote:
    """A new note takes the place of a wrong one, which stays to be read, struck through."""
    lock(note.organisation)  # the note itself is never written to, so it cannot be locked
    if ContactNote.objects.filter(corrects=note).exists():
        raise Refused(_("This note was corrected already. Correct the newest one."))
    if not reason.strip():
        raise Refused(_("Say in a few words what was wrong."))
    _refuse_future(spoken_on, at)
    right = ContactNote.objects.create(
        organisation=note.organisation,
        text=text,
        spoken_on=spoken_on,
        author=actor,
        corrects=note,
        reason=reason.strip(),
        recorded_at=at,
    )
    record("correct_note", right, actor=actor, at=at, facts={"corrects": note.pk})
    return right


@transaction.atomic
def dispute_record(
    organisation: Organisation, *, text: str, actor: Person | None, at: datetime
) -> ContactNote:
    """A partner says that something recorded in its name is not right; the kernteam is told."""
    note = ContactNote.objects.create(
        organisation=organisation,
        text=text,
        spoken_on=local_day(at),
        author=actor,
        recorded_at=at,
    )
    record("dispute_record", note, actor=actor, at=at, facts={"organisation": organisation.pk})
    notifications.record_disputed(note, at=at)
    return note


def _refuse_future(spoken_on: date, at: datetime) -> None:
    if spoken_on > local_day(at):
        raise Refused(_("This day has not come yet. Fill in a day in the past."))
