"""What stands around a project on its dossier: decisions, meetings, and papers."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from django.db.models import Q

from events.models import Meeting, MeetingSeries
from partners.querysets import local_day
from programme.models import Decision
from projects.actions.reminding import REMIND_DAYS
from projects.gate import organisations_steering
from projects.models import FEWEST_ORGANISATIONS, Phase, Pilot, Project, ProjectDocument, Stuurgroep
from projects.querysets import on_day

MEETINGS: Final = 6
BEGUN: Final = frozenset({Phase.Status.RUNNING, Phase.Status.ENDED})
GROUP_MEETS: Final = MeetingSeries.Duty.STEERING


@dataclass(frozen=True)
class PilotAsk:
    """What a pilot asks of who keeps the dossier: `late` and `soon` are about its last day.

    `unseen` ended without an evaluation, `bare` runs without size, last day and criterion.
    """

    kind: str
    phase: Phase
    ends_on: date | None = None


def asks_of(phases: list[Phase], at: datetime) -> list[PilotAsk]:
    """Pilots do not silently run on: what each of them asks now, at most one thing."""
    day, asks = local_day(at), []
    for phase in phases:
        if phase.kind == Phase.Kind.PILOT and phase.status in BEGUN:
            kind = _ask(phase, getattr(phase, "pilot", None), day)
            if kind:
                ends_on = None if kind == "bare" else phase.pilot.ends_on
                asks.append(PilotAsk(kind, phase, ends_on))
    return asks


def _ask(phase: Phase, pilot: Pilot | None, day: date) -> str:
    runs = phase.status == Phase.Status.RUNNING
    if pilot is None:
        return "bare" if runs else ""
    if pilot.evaluated_at is not None:
        return ""
    if not runs:
        return "unseen"
    if pilot.ends_on < day:
        return "late"
    return "soon" if (pilot.ends_on - day).days <= REMIND_DAYS else ""


def people_of(project: Project, phases: list[Phase], at: datetime) -> dict[str, Any]:
    """Who leads, takes part and steers today."""
    day, group = local_day(at), _group(project)
    leads = on_day(project.leaderships.all(), day).select_related("person", "organisation")
    parts = on_day(project.participations.all(), day).select_related("organisation")
    found: dict[str, Any] = {"leaderships": list(leads), "participations": parts, "stakes": []}
    if group is None:
        return found
    members = list(group.members.on(day).select_related("person").order_by("-is_chair", "pk"))
    stakes = list(group.stakes.on(day).select_related("organisation"))
    for stake in stakes:
        stake.speakers = [each for each in members if each.stake_id == stake.pk]
    stakes.sort(key=lambda each: not any(member.is_chair for member in each.speakers))
    steered = any(each.is_steered and each.status == Phase.Status.RUNNING for each in phases)
    is_thin = steered and organisations_steering(project, day) < FEWEST_ORGANISATIONS
    return {**found, "stakes": stakes, "task": group.task, "is_thin": is_thin}


def decided_about(project: Project) -> Any:
    """Decisions on its phases, its case and changes of its course, the newest first."""
    mine = Q(phases__project=project) | Q(course_changes__projects=project)
    mine |= Q(cases__project=project)
    for rounds in ("", "previous__", "previous__previous__"):
        mine |= Q(**{f"ballot__{rounds}phases__project": project})
    return Decision.objects.filter(mine).distinct().order_by("-taken_at", "-pk")


def meetings_of(project: Project, person: Any) -> dict[str, Any]:
    """Its stuurgroep's, and those of the raad that decided or decides on it; as far as seen."""
    rows = _seen_meetings(project, person)
    return {"meetings": rows, "meets_unseen": _meets_unseen(project, person, rows)}


def _seen_meetings(project: Project, person: Any) -> list[Any]:
    group = _group(project)
    mine = Q(ballots__phases__project=project) | Q(decisions__phases__project=project)
    if group is not None and group.series_id is not None:
        mine |= Q(series=group.series_id)
    seen = Meeting.objects.visible_to(person).filter(mine, starts_at__isnull=False).distinct()
    rows = list(seen.select_related("series").order_by("-starts_at")[:MEETINGS])
    for each in rows:
        each.is_own = each.series.duty == GROUP_MEETS
    return rows


def _meets_unseen(project: Project, person: Any, seen: list[Any]) -> bool:
    """Whether its stuurgroep has meetings with a date, none of which this person sees."""
    group = _group(project)
    if person.standing.is_kernteam or group is None or group.series_id is None:
        return False
    if any(each.is_own for each in seen):
        return False
    dated = Meeting.objects.live().filter(series=group.series_id, starts_at__isnull=False)
    return bool(dated.exists())


def papers_of(project: Project, person: Any) -> dict[str, Any]:
    """Documents that this person may read, and links."""
    documents = ProjectDocument.objects.visible_to(person).filter(project=project)
    return {
        "documents": documents.filter(taken_off_at__isnull=True).select_related("document"),
        "links": project.links.filter(taken_off_at__isnull=True),
    }


def _group(project: Project) -> Stuurgroep | None:
    return getattr(project, "stuurgroep", None)
