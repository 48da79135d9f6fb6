"""Changing a series: what held and dated meetings never notice, and open slots do."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from events.cadence import YEARS_AHEAD, slot_without_working_day, slots_to_make
from events.models import FormerTerms, Meeting, MeetingSeries
from partners.models import Person
from partners.querysets import local_day
from schuldenlab.audit.actions import record
from schuldenlab.audit.edits import plain_values, was_and_now
from schuldenlab.lifecycle import Refused, lock, move

from .agendas import put_item_on_agenda
from .planning import make_slots, numbers_in_use, series_owed, slots_of

MOST_MEETINGS = 52
CHANGEABLE = {
    *("per_year", "windows", "duration_minutes", "lead_days", "poll_days", "polls_itself"),
    *("usual_time", "reply_days", "colleagues", "is_public"),
}
TERMS = ("per_year", "lead_days", "poll_days")


@transaction.atomic
def change_series(
    series: MeetingSeries, *, facts: Mapping[str, Any], actor: Person | None, at: datetime
) -> MeetingSeries:
    """Arrange a series otherwise, from now on.

    Only slots without a date whose window still comes are made anew, and only those for which
    something changes: their points wait for a meeting again. Whatever was held, has or had a date,
    is polled or is being prepared stays as it is.
    """
    lock(series)
    former = {name: getattr(series, name) for name in TERMS}
    changed = [name for name in sorted(facts) if getattr(series, name) != facts[name]]
    if set(changed) - CHANGEABLE:
        raise ValueError(changed)
    was = plain_values(series, changed)
    for name in changed:
        setattr(series, name, facts[name])
    _refuse_windows_that_cannot_be(series, local_day(at).year)
    series.full_clean()
    if not changed:
        return series
    series.save(update_fields=changed)
    if set(changed) & set(TERMS):
        FormerTerms.objects.create(series=series, **former, until_at=at, recorded_at=at)
    figures = _replan(series, actor, at) if {"per_year", "windows"} & set(changed) else {}
    figures |= {name: getattr(series, name) for name in changed if name in TERMS}
    told = {"changed": changed, **figures, **was_and_now(series, was)}
    record("change_series", series, actor=actor, at=at, facts=told)
    return series


def _refuse_windows_that_cannot_be(series: MeetingSeries, first_year: int) -> None:
    if series.per_year > MOST_MEETINGS:
        raise Refused(_("At most %(most)s meetings a year.") % {"most": MOST_MEETINGS})
    if len(series.windows) not in {0, 1, series.per_year}:
        raise Refused(
            _(
                "There are %(windows)s periods for %(meetings)s meetings a year. Give one period "
                "for each meeting, one for all of them, or none."
            )
            % {"windows": len(series.windows), "meetings": series.per_year}
        )
    years = range(first_year, first_year + YEARS_AHEAD)
    try:
        slot = slot_without_working_day(years, series.per_year, series.parsed_windows())
    except ValueError as error:
        raise Refused(_("The period is too short for so many meetings.")) from error
    if slot is not None:
        raise Refused(
            _("There is no working day from %(first)s until %(last)s.")
            % {"first": f"{slot.opens_on:%d-%m-%Y}", "last": f"{slot.closes_on:%d-%m-%Y}"}
        )


def _replan(series: MeetingSeries, actor: Person | None, at: datetime) -> dict[str, int]:
    """Drop the slots that are not as the series is now, and make what is missing."""
    today = local_day(at)
    years = [
        year
        for owed, year, _there in series_owed((today.year, today.year + 1))
        if owed.pk == series.pk
    ]
    dropped = sum(_drop_changed(series, year, today, actor, at) for year in years)
    made = make_slots([(series, year) for year in years], at=at) if years else 0
    return {"dropped": dropped, "made": made}


def _drop_changed(
    series: MeetingSeries, year: int, today: date, actor: Person | None, at: datetime
) -> int:
    """The slots that may be made anew, and are not what the series asks for any more."""
    there = Meeting.objects.filter(series=series, year=year).exclude(status="dropped")
    list(there.select_for_update().order_by("pk"))  # first the locks, then the question
    loose = list(there.untouched(today).order_by("ordinal"))
    firm = there.exclude(pk__in=[each.pk for each in loose])
    wanted = {
        (slot.ordinal, slot.opens_on, slot.closes_on)
        for slot in slots_to_make(slots_of(series, year), numbers_in_use(firm)[series.pk, year])
    }
    dropped = [
        each
        for each in loose
        if (each.ordinal, each.window_opens_on, each.window_closes_on) not in wanted
    ]
    for meeting in dropped:
        for item in meeting.points.standing():
            put_item_on_agenda(item, meeting=None, actor=actor, at=at)
        move(meeting, "drop_slot", actor=actor, at=at)
    return len(dropped)
