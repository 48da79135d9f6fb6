"""Which projects had nobody at a meeting of the project leaders."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import OuterRef, Subquery
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from events.duties import Duty
from events.models import Attendance, Invitee, Reply
from partners.querysets import local_day
from projects.models import Leadership, Phase

from .meetings import DAY
from .reading import Asked

Leaders = Mapping[int, list[Any]]  # by project who leads it or stands in
MOST_IN_WORDS = 3  # so many projects are named in a sentence
YES, NO = Reply.Answer.YES, Reply.Answer.NO


@dataclass(frozen=True)
class Absence:
    """A meeting that was held, and the projects of which nobody was there."""

    on: date
    projects: tuple[Any, ...]

    @property
    def words(self) -> str:
        """Said beside the figure."""
        names = ", ".join(f"“{each.title}”" for each in self.projects)
        facts = {"day": date_format(self.on, DAY), "names": names}
        return _("On %(day)s without a project leader or substitute: %(names)s.") % facts


def in_short(missed: list[Absence]) -> list[str]:
    """One sentence about all meetings; which project missed which is said with the rows."""
    if len(missed) <= 1:
        return [each.words for each in missed]
    projects = {project.pk: project for each in missed for project in each.projects}
    if len(projects) > MOST_IN_WORDS:
        words = _("At %(count)s meetings projects had no project leader or substitute.")
        return [words % {"count": len(missed)}]
    names = ", ".join(f"“{each.title}”" for each in projects.values())
    words = _("At %(count)s meetings without a project leader or substitute: %(names)s.")
    return [words % {"count": len(missed), "names": names}]


def absences(found: Duty, asked: Asked) -> list[Absence]:
    """The held meetings at which a project that goes had neither leader nor substitute.

    Who was there is counted by organisation: somebody who leads for an organisation was there with
    it, unless that person had said no. Who leads for none was there after saying yes.
    """
    held = [each for each in found.meetings if each.held_then]
    if not held:
        return []
    phases = _phases(asked)
    leaders = defaultdict(list)
    projects = {each.project_id for each in phases}
    for row in Leadership.objects.filter(project__in=projects).as_known(asked.moment):
        leaders[row.project_id].append(row)
    there, said = _there(held, leaders), _said(held, leaders)
    missed = []
    for meeting in held:
        on = meeting.held_on
        going = {each.project for each in phases if _goes(each, on, asked)}
        absent = [
            project
            for project in sorted(going, key=lambda each: (each.year, each.sequence))
            if not any(
                _came(row, there[meeting.pk], said[meeting.pk])
                for row in leaders[project.pk]
                if row.from_on <= on and (row.until_on is None or row.until_on >= on)
            )
        ]
        if absent:
            missed.append(Absence(on, tuple(absent)))
    return missed


def _phases(asked: Asked) -> list[Any]:
    """Phases that began by that day; a project that was taken over has a leader to come as well."""
    known = Phase.objects.known_by(asked.moment).filter(started_on__lte=asked.day)
    return list(known.select_related("project").order_by("project_id", "ordinal"))


def _goes(phase: Any, on: date, asked: Asked) -> bool:
    """Whether it was on record and had begun by that day, and was not stopped or handed over."""
    project = phase.project
    if local_day(project.recorded_at) > on:
        return False
    ends = [
        (project.stopped_at and local_day(project.stopped_at), project.stopped_at),
        (project.handed_over_on, project.handed_over_at),
    ]
    known = [day for day, at in ends if day is not None and at is not None and at <= asked.moment]
    return phase.started_on <= on and all(day > on for day in known)


def _there(held: list[Any], leaders: Leaders) -> Mapping[int, set[int]]:
    """By meeting the organisations that were there, of those for which somebody leads."""
    found = defaultdict(set)
    whose = {row.organisation_id for rows in leaders.values() for row in rows}
    rows = Attendance.objects.filter(
        meeting__in=[each.pk for each in held], organisation__in=whose - {None}
    )
    for meeting, organisation in rows.values_list("meeting_id", "organisation_id"):
        found[meeting].add(organisation)
    return found


def _said(held: list[Any], leaders: Leaders) -> Mapping[int, dict[int, str]]:
    """By meeting what each leader or substitute who was invited answered last."""
    who = {row.person_id for rows in leaders.values() for row in rows}
    last = Reply.objects.filter(invitee=OuterRef("pk")).order_by("-ordinal")
    answered = Invitee.objects.filter(
        meeting__in=held, person__in=who, withdrawn_at__isnull=True
    ).annotate(said=Subquery(last.values("answer")[:1]))
    found: defaultdict[int, dict[int, str]] = defaultdict(dict)
    for meeting, person, said in answered.values_list("meeting_id", "person_id", "said"):
        found[meeting][person] = said or ""
    return found


def _came(row: Any, there: set[int], said: dict[int, str]) -> bool:
    if row.organisation_id is None:
        return said.get(row.person_id) == YES
    return row.organisation_id in there and said.get(row.person_id) != NO
