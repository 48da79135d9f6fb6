"""Clause 7: a stuurgroep per project, and project leaders who meet."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, npgettext

from events.models import MeetingSeries
from projects.models import (
    FEWEST_ORGANISATIONS,
    Leadership,
    Phase,
    Stake,
    StuurgroepMember,
)

from .latecomers import heard, late_rows
from .leaders import absences, in_short
from .meetings import duty_of, notes_of, reading_of
from .reading import Asked, Evidence, Late, LateFact, Reading, State, judge_standing
from .registry import later_known, measure

DAY = timedelta(days=1)
MOST_NAMED = 6
SENTENCES = 2


def projects_list(count: int) -> Evidence:
    """The list of projects as evidence."""
    label = ngettext("%(count)s project", "%(count)s projects", count) % {"count": count}
    return Evidence(label, reverse("projects:project-list"))


@measure("leaders_meetings")
def leaders_meetings(asked: Asked) -> Reading:
    """The leaders of all projects together; who was not there is named beside the figure."""
    found = duty_of(MeetingSeries.Duty.LEADERS, asked)
    reading = reading_of(found, asked)
    if found is None:
        return reading
    missed = absences(found, asked)
    said = notes_of(found, asked)
    names = {project.pk: project for each in missed for project in each.projects}
    return replace(
        reading,
        note=" ".join([*said[:1], *in_short(missed)] if missed else said[:SENTENCES]),
        evidence=(
            *reading.evidence,
            *(Evidence(each.title, each.get_absolute_url()) for each in names.values()),
        ),
    )


@measure("stuurgroepen")
def stuurgroepen(asked: Asked) -> Reading:
    """Each project with a pilot or more is steered: by organisations with a stake, and a chair.

    A project on hold keeps its stuurgroep: that decides about going on. A phase that was taken over
    is outside the measures. Less than it needs is attention for sixty days, then missed until it is
    mended.
    """
    begun, taken_over = steered_since(asked)
    gaps = gaps_of(begun, asked)
    need, have = len(begun), len(begun) - len(gaps)
    first = min((since for _project, since in gaps), default=None)
    return Reading(
        state=judge_standing(asked, first) if begun else State.NOT_YET,
        have=have,
        need=need,
        unit=npgettext("unit", "project", "projects", need),
        forecast=have,
        evidence=(
            *(Evidence(each.title, each.get_absolute_url()) for each, _since in gaps[:MOST_NAMED]),
            projects_list(need),
        ),
        note=_stuurgroep_note(need, len(gaps), len(taken_over)),
    )


def _stuurgroep_note(need: int, gaps: int, taken_over: int) -> str:
    said = []
    if not need:
        said.append(_("No pilot or project that began here runs."))
    elif gaps:
        words = _("At least %(fewest)s organisations with a stake are needed, and a chair.")
        said.append(words % {"fewest": FEWEST_ORGANISATIONS})
    if taken_over:
        words = ngettext(
            "What was taken over does not count: %(count)s pilot or project.",
            "What was taken over does not count: %(count)s pilots and projects.",
            taken_over,
        )
        said.append(words % {"count": taken_over})
    return " ".join(said)


def steered_since(asked: Asked) -> tuple[dict[Any, date], dict[Any, date]]:
    """Projects with a phase that asks for a stuurgroep on the day, and since when it runs.

    First those that count; then those that were taken over, which are outside the measures.
    """
    phases = (
        Phase.objects.running_on(asked.day, asked.moment)
        .filter(kind__in=Phase.STEERED)
        .select_related("project")
    )
    begun: dict[Any, date] = {}
    taken_over: dict[Any, date] = {}
    for phase in phases.order_by("-started_on", "project_id"):
        found = taken_over if phase.is_taken_over else begun
        found[phase.project] = phase.started_on
    return begun, {each: since for each, since in taken_over.items() if each not in begun}


def gaps_of(begun: dict[Any, date], asked: Asked) -> list[tuple[Any, date]]:
    """Projects whose stuurgroep is not complete on the day, each with since when."""
    stakes, chairs = defaultdict(list), defaultdict(list)
    groups = {"stuurgroep__project__in": begun}
    known = Stake.objects.filter(**groups).select_related("stuurgroep").as_known(asked.moment)
    for stake in known:
        stakes[stake.stuurgroep.project_id].append(stake)
    members = StuurgroepMember.objects.filter(is_chair=True, **groups).select_related("stuurgroep")
    for chair in members.as_known(asked.moment):
        chairs[chair.stuurgroep.project_id].append(chair)
    found = [
        (project, _short_since(stakes[project.pk], chairs[project.pk], first, asked.day))
        for project, first in begun.items()
    ]
    return [(project, since) for project, since in found if since is not None]


def _is_complete(stakes: list[Any], chairs: list[Any], day: date) -> bool:
    held = [each for each in stakes if _holds(each, day)]
    there = {each.pk for each in held}
    is_chaired = any(_holds(each, day) and each.stake_id in there for each in chairs)
    return is_chaired and len({each.organisation_id for each in held}) >= FEWEST_ORGANISATIONS


def _holds(row: Any, day: date) -> bool:
    return bool(row.from_on <= day and (row.until_on is None or row.until_on >= day))


def _short_since(stakes: list[Any], chairs: list[Any], first: date, last: date) -> date | None:
    """Since when it is not complete on the last day, but not from before the phase began."""
    if _is_complete(stakes, chairs, last):
        return None
    rows = [*stakes, *chairs]
    changes: set[date] = {row.from_on for row in rows}
    changes |= {row.until_on + DAY for row in rows if row.until_on is not None}
    since = last
    for day in sorted((each for each in changes if first < each <= last), reverse=True):
        since = day
        if _is_complete(stakes, chairs, day - DAY):
            return since
    return first


@later_known("stuurgroepen", "started_with_money", "offered_to_all", "leaders_meetings")
def late_phases(asked: Asked) -> Late:
    """Phases that had started or ended already."""
    rows = late_rows(
        Phase.objects.own(),
        asked,
        begin=("started_on", "started_at"),
        end=("ended_on", "ended_at"),
        is_struck_apart=False,
    )
    return heard(rows.select_related("project"), "late_on", _phase_words)


def _phase_words(row: Any) -> Iterator[LateFact]:
    words = {"phase": row.get_kind_display(), "project": row.project.title}
    if row.begins_late:
        text = _("“%(project)s” began: %(phase)s") % words
        yield LateFact(row.started_on, row.started_at, text, row.get_absolute_url())
    if row.ends_late:
        text = _("“%(project)s” was over: %(phase)s") % words
        yield LateFact(row.ended_on, row.ended_at, text, row.get_absolute_url())


@later_known("stuurgroepen")
def late_stakes(asked: Asked) -> Late:
    """Stakes in stuurgroepen that had begun or ended already."""
    stakes = late_rows(Stake.objects.all(), asked, is_struck_apart=False)
    return heard(
        stakes.select_related("organisation", "stuurgroep__project"), "late_on", _stake_words
    )


def _stake_words(row: Any) -> Iterator[LateFact]:
    words = {"name": row.organisation.name, "project": row.stuurgroep.project.title}
    began = _("%(name)s has a stake in “%(project)s”") % words
    ended = _("%(name)s left the stuurgroep of “%(project)s”") % words
    return _late(row, row.stuurgroep.project, began, ended)


@later_known("stuurgroepen")
def late_chairs(asked: Asked) -> Late:
    """Chairs of stuurgroepen who had begun or ended already."""
    chairs = late_rows(StuurgroepMember.objects.filter(is_chair=True), asked, is_struck_apart=False)
    return heard(chairs.select_related("person", "stuurgroep__project"), "late_on", _chair_words)


def _chair_words(row: Any) -> Iterator[LateFact]:
    words = {"name": row.person.name, "project": row.stuurgroep.project.title}
    began = _("%(name)s chairs the stuurgroep of “%(project)s”") % words
    ended = _("%(name)s stopped as chair of “%(project)s”") % words
    return _late(row, row.stuurgroep.project, began, ended)


@later_known("leaders_meetings")
def late_leaders(asked: Asked) -> Late:
    """People who led a project or stood in, or had stopped already."""
    rows = late_rows(Leadership.objects.all(), asked, is_struck_apart=False)
    return heard(rows.select_related("person", "project"), "late_on", _leader_words)


def _leader_words(row: Any) -> Iterator[LateFact]:
    words = {"name": row.person.name, "project": row.project.title}
    began = _("%(name)s leads “%(project)s”, or stands in") % words
    ended = _("%(name)s stopped leading “%(project)s”") % words
    return _late(row, row.project, began, ended)


def _late(row: Any, project: Any, began: str, ended: str) -> Iterator[LateFact]:
    url = project.get_absolute_url()
    if row.begins_late:
        yield LateFact(row.from_on, row.recorded_at, began, url)
    if row.ends_late:
        yield LateFact(row.until_on, row.ended_at, ended, url)
