"""Adding series and meetings, giving a slot a date, and recording that it was held."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from events.cadence import plan_year
from events.models import Attendance, Meeting, MeetingDate, MeetingSeries
from partners.models import Framework, GoLive, Organisation, Person
from partners.querysets import local_day
from schuldenlab.audit.actions import record
from schuldenlab.lifecycle import Refused, lock, move

from .approving import lock_row, settle_approvals
from .changing import correct_meeting
from .filling import fill_agenda
from .inviting import invite_audience
from .polls import withdraw_polls
from .presence import noted_at
from .telling import tell_invitees


@transaction.atomic
def add_series(
    framework: Framework, *, actor: Person | None, at: datetime, **facts: Any
) -> MeetingSeries:
    """A duty of the framework to meet."""
    series = MeetingSeries(framework=framework, recorded_at=at, **facts)
    series.full_clean()
    plan_year(framework.starts_on.year, series.per_year, series.parsed_windows())
    series.save()
    record("add_series", series, actor=actor, at=at, facts={"duty": series.duty})
    return series


@transaction.atomic
def add_meeting(
    series: MeetingSeries,
    *,
    year: int,
    window: tuple[date, date],
    actor: Person | None,
    at: datetime,
) -> Meeting:
    """One more meeting of a series that meets as often as it needs, to be held in this window."""
    lock_row(series)
    last = series.meetings.filter(year=year).aggregate(top=Max("ordinal"))["top"] or 0
    opens_on, closes_on = window
    meeting = Meeting.objects.create(
        series=series,
        year=year,
        ordinal=last + 1,
        window_opens_on=opens_on,
        window_closes_on=closes_on,
        recorded_at=at,
    )
    record("add_meeting", meeting, actor=actor, at=at, facts={"ordinal": meeting.ordinal})
    return meeting


@transaction.atomic
def schedule_meeting(
    meeting: Meeting,
    *,
    starts_at: datetime,
    subject: str = "",
    place: str = "",
    reason: str = "",
    actor: Person | None,
    at: datetime,
) -> Meeting:
    """Give a slot a date, or another one; the earlier date stays on record as withdrawn."""
    lock_row(meeting.series)  # a date may fill agendas, and those belong to the series
    lock(meeting.series)  # its duration as it is now
    lock(meeting)
    if starts_at <= at:
        raise Refused(_("This moment has passed. Choose one that still comes."))
    if starts_at == meeting.starts_at and meeting.status == Meeting.Status.SCHEDULED:
        return correct_meeting(meeting, subject=subject, place=place, actor=actor, at=at)
    day = local_day(starts_at)
    is_agreed = meeting.window_opens_on <= day <= meeting.window_closes_on
    if day.year != meeting.year and not is_agreed:
        raise Refused(_("The date must lie in %(year)s.") % {"year": meeting.year})
    meeting.dates.filter(withdrawn_at__isnull=True).update(withdrawn_at=at)
    MeetingDate.objects.create(meeting=meeting, starts_at=starts_at, reason=reason, recorded_at=at)
    also: dict[str, Any] = {"starts_at": starts_at, "subject": subject, "place": place}
    also["duration_minutes"] = meeting.lasts_minutes  # its own from now on
    if meeting.scheduled_at is not None:  # the first date is revision 0 of its calendar entry
        also["sequence"] = meeting.sequence + 1
    facts = {"starts_at": starts_at.isoformat()}
    move(meeting, "schedule", actor=actor, at=at, also=also, facts=facts)
    withdraw_polls(meeting, actor=actor, at=at)
    invite_audience(meeting, actor=actor, at=at)
    tell_invitees(meeting, at=at)
    fill_agenda(meeting, actor=actor, at=at)
    settle_approvals(meeting, actor=actor, at=at)
    return meeting


@transaction.atomic
def call_off_meeting(
    meeting: Meeting, *, reason: str, actor: Person | None, at: datetime
) -> Meeting:
    """The date is withdrawn; the slot is open again and still owed."""
    lock_row(meeting.series)
    lock(meeting)
    meeting.dates.filter(withdrawn_at__isnull=True).update(withdrawn_at=at)
    also = {"starts_at": None, "sequence": meeting.sequence + 1}
    move(meeting, "call_off", actor=actor, at=at, also=also, facts={"reason": reason})
    tell_invitees(meeting, at=at, reason=reason)
    settle_approvals(meeting, actor=actor, at=at)
    return meeting


@transaction.atomic
def hold_meeting(
    meeting: Meeting,
    *,
    attendance: Mapping[Organisation, int] | Iterable[Organisation] = (),
    actor: Person | None,
    at: datetime,
) -> Meeting:
    """Record that the meeting was held, and who was there; without attendance it does not count.

    What was noted during the meeting counts, unless another `attendance` comes in its place.
    """
    lock_row(meeting.series)
    lock(meeting)
    if meeting.starts_at is None or at < meeting.starts_at:
        raise Refused(_("This meeting has not begun yet."))
    people = _people(attendance or noted_at(meeting))
    also = {"held_on": local_day(meeting.starts_at)}
    facts = {"organisations": len(people)}
    move(meeting, "hold", actor=actor, at=at, also=also, facts=facts)
    _record_attendance(meeting, people, at)
    settle_approvals(meeting, actor=actor, at=at)
    return meeting


@transaction.atomic
def take_over_meeting(
    meeting: Meeting,
    *,
    starts_at: datetime,
    subject: str = "",
    place: str = "",
    attendance: Mapping[Organisation, int] | Iterable[Organisation],
    actor: Person | None,
    at: datetime,
) -> Meeting:
    """A meeting that was held before the lab went live, with its own date and who was there."""
    lock(meeting)
    live_on, day = GoLive.objects.day(), local_day(starts_at)
    if live_on is None:
        raise Refused(_("First set from which day this lab is kept here."))
    if starts_at > at:
        raise Refused(_("This day has not come yet. Fill in a day in the past."))
    if day >= live_on:
        raise Refused(
            _("This is not before %(day)s. Fix the date and record who was there, as usual.")
            % {"day": live_on.strftime("%d-%m-%Y")}
        )
    if day.year != meeting.year:
        raise Refused(_("The date must lie in %(year)s.") % {"year": meeting.year})
    people = _people(attendance)
    meeting.dates.filter(withdrawn_at__isnull=True).update(withdrawn_at=at)
    MeetingDate.objects.create(meeting=meeting, starts_at=starts_at, recorded_at=at)
    also = {"starts_at": starts_at, "held_on": day, "subject": subject, "place": place}
    also["held_recorded_at"] = at
    facts = {"starts_at": starts_at.isoformat(), "organisations": len(people)}
    move(meeting, "take_over", actor=actor, at=at, also=also, facts=facts)
    _record_attendance(meeting, people, at)
    return meeting


def _people(
    attendance: Mapping[Organisation, int] | Iterable[Organisation],
) -> Mapping[Organisation, int]:
    people = attendance if isinstance(attendance, Mapping) else dict.fromkeys(attendance, 1)
    if not people:
        raise Refused(_("Record who was there: without attendance a meeting does not count."))
    return people


def _record_attendance(meeting: Meeting, people: Mapping[Organisation, int], at: datetime) -> None:
    meeting.attendances.exclude(organisation__in=list(people)).delete()
    Attendance.objects.bulk_create(
        (
            Attendance(meeting=meeting, organisation=organisation, people=count, recorded_at=at)
            for organisation, count in people.items()
        ),
        update_conflicts=True,
        unique_fields=["meeting", "organisation"],
        update_fields=["people"],
    )
