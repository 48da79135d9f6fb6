"""Counting who is there while a meeting goes on, with several phones at once."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from events.models import Attendance, Meeting
from partners.models import Organisation, Person
from partners.querysets import local_day
from schuldenlab.audit.actions import record
from schuldenlab.lifecycle import Refused, lock

MOST_PEOPLE = 500


@transaction.atomic
def note_presence(
    meeting: Meeting,
    *,
    organisation: Organisation,
    people: int | None,
    is_director_level: bool | None = None,
    actor: Person | None,
    at: datetime,
) -> Meeting:
    """So many people of an organisation are there; 0 takes it off.

    From the beginning of the meeting until it is recorded as held, and as a correction the same
    day. None leaves what was counted (1 when nobody was), or what was said about the level.
    """
    lock(meeting)
    _refuse_closed(meeting, at)
    level = {"is_director_level": is_director_level}
    _write(meeting, organisation, people, **level, actor=actor, at=at)
    return meeting


@transaction.atomic
def count_presence(
    meeting: Meeting, *, organisation: Organisation, step: int, actor: Person | None, at: datetime
) -> Meeting:
    """One more or one less, whatever another phone counts at the same moment."""
    lock(meeting)
    _refuse_closed(meeting, at)
    there = meeting.attendances.filter(organisation=organisation).first()
    people = max(0, (there.people if there else 0) + step)
    _write(meeting, organisation, people, is_director_level=None, actor=actor, at=at)
    return meeting


def noted_at(meeting: Meeting) -> Mapping[Organisation, int]:
    """Who was counted so far."""
    rows = meeting.attendances.select_related("organisation")
    return {row.organisation: row.people for row in rows}


def _refuse_closed(meeting: Meeting, at: datetime) -> None:
    if meeting.starts_at is None or at < meeting.starts_at:
        raise Refused(_("This meeting has not begun yet."))
    if meeting.status == Meeting.Status.SCHEDULED:
        return
    recorded = meeting.held_recorded_at
    if meeting.status != Meeting.Status.HELD or recorded is None:
        raise Refused(_("This meeting has no date."))
    if local_day(at) != local_day(recorded):
        raise Refused(_("Who was there is recorded. It could be corrected on the same day."))


def _write(
    meeting: Meeting,
    organisation: Organisation,
    people: int | None,
    *,
    is_director_level: bool | None,
    actor: Person | None,
    at: datetime,
) -> None:
    row = meeting.attendances.filter(organisation=organisation).first()
    before = row.people if row else 0
    people = (before or 1) if people is None else people
    if not 0 <= people <= MOST_PEOPLE:
        raise Refused(_("Fill in a number from 0 to %(most)s.") % {"most": MOST_PEOPLE})
    if row is None and people:
        row = Attendance(meeting=meeting, organisation=organisation, recorded_at=at)
    if row is not None and people:
        row.people = people
        if is_director_level is not None:
            row.is_director_level = is_director_level
        row.save()
    elif row is not None:
        _take_off(meeting, row)
    facts = {"organisation": organisation.pk, "people": people, "before": before}
    facts["correction"] = meeting.status == Meeting.Status.HELD
    record("note_presence", meeting, actor=actor, at=at, facts=facts)


def _take_off(meeting: Meeting, row: Attendance) -> None:
    is_last = not meeting.attendances.exclude(pk=row.pk).exists()
    if is_last and meeting.status == Meeting.Status.HELD:
        raise Refused(_("Record who was there: without attendance a meeting does not count."))
    row.delete()
