"""The provider of links to a dossier: every page about a project leads back to it."""

from collections.abc import Callable
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from events.models import Meeting, MeetingSeries, Minutes
from programme.models import Ballot, CourseChange, Decision, InnovationTheme
from projects.models import Phase, Project
from schuldenlab.web.ports import AboutLink


def dossiers_of(record: Any, person: Any) -> list[AboutLink]:
    """The projects that a record is about, as far as this person sees them."""
    condition = CONDITIONS[type(record)](record) if type(record) in CONDITIONS else None
    if condition is None:
        return []
    found = Project.objects.visible_to(person).filter(condition).distinct()
    return [
        AboutLink(_("Dossier: %(title)s") % {"title": each.title}, each.get_absolute_url())
        for each in found
    ]


def _by_theme(theme: InnovationTheme) -> Q:
    return Q(innovation_theme=theme.pk)


def _by_decision(decision: Decision) -> Q:
    """It approves a phase or a case, by its ballot or by itself; or it changes its course."""
    named = Q(phases__decision=decision.pk) | Q(course_changes__decision=decision.pk)
    named |= Q(cases__decision=decision.pk)
    if decision.ballot_id is None:
        return named
    rounds = ("", "__following", "__following__following")
    for each in rounds:
        named |= Q(**{f"phases__ballot{each}": decision.ballot_id})
    return named


def _by_ballot(ballot: Ballot) -> Q:
    """It is or was put before the raad as a phase of it, or decides on a change of its course."""
    phases = Phase.objects.put_before_ever(ballot)
    found = Project.objects.concerned_by(ballot)
    return Q(pk__in=found.values("pk")) | Q(pk__in=phases.values("project"))


def _by_change(change: CourseChange) -> Q:
    return Q(pk__in=Project.objects.changed_by(change).values("pk"))


def _by_series(series: MeetingSeries) -> Q | None:
    if series.duty != MeetingSeries.Duty.STEERING:
        return None
    return Q(stuurgroep__series=series.pk)


def _by_meeting(meeting: Meeting) -> Q | None:
    return _by_series(meeting.series)


def _by_minutes(minutes: Minutes) -> Q | None:
    return _by_series(minutes.meeting.series)


CONDITIONS: dict[type, Callable[[Any], Q | None]] = {
    InnovationTheme: _by_theme,
    Ballot: _by_ballot,
    CourseChange: _by_change,
    Decision: _by_decision,
    MeetingSeries: _by_series,
    Meeting: _by_meeting,
    Minutes: _by_minutes,
}
