"""What is worked on: themes and projects with their step, those of the person first."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, Final

from django.db.models import BooleanField, Exists, ExpressionWrapper, OuterRef, Q, Subquery
from django.utils.translation import gettext as _

from funding.arranging import covers_when, funders_min
from funding.models import FundingPlan
from partners.models import Ambassadorship
from partners.querysets import local_day
from programme.models import Facilitator, InnovationTheme
from projects.gate import is_ready
from projects.models import FEWEST_ORGANISATIONS, Leadership, Phase, Project, StuurgroepMember
from projects.querysets import on_day

from .steps import progress_of, progress_of_theme

SHOWN: Final = 6
Row = dict[str, Any]


def work_of(person: Any) -> list[Row]:
    """At most six: what somebody takes part in comes first, then themes, then projects."""
    day = local_day(person.moment)
    rows = [*_themes(person, day), *_projects(person, day)]
    return sorted(rows, key=lambda row: not row["is_mine"])[:SHOWN]


def _ambassador_of(person: Any, day: date) -> Any:
    """Whether the organisations of this person speak for the theme of the row around it."""
    ours = Ambassadorship.objects.on(day).filter(organisation__in=person.standing.organisation_ids)
    return Exists(ours.filter(theme=OuterRef("theme")))


def _themes(person: Any, day: date) -> list[Row]:
    """Those that run and have no project yet, and what is there to know of them."""
    guides = Facilitator.objects.on(day).filter(theme=OuterRef("pk"))
    own = Q(person=person) | Q(
        organisation__in=person.standing.organisation_ids, person__isnull=True
    )
    found = (
        InnovationTheme.objects.visible_to(person)
        .stoppable()
        .filter(project__isnull=True)
        .annotate(guides=Exists(guides.filter(own)), speaks=_ambassador_of(person, day))
        .annotate(is_mine=_either("guides", "speaks"))
        .select_related("theme")
        .order_by("-is_mine", "pk")
    )
    return [
        {
            "title": each.title,
            "text": each.theme.name,
            "url": each.get_absolute_url(),
            "icon": "bulb",
            "progress": progress_of_theme(each),
            "is_mine": each.is_mine,
            "tags": _tags(each, (("guides", "pencil", _("You guide this theme")),)),
        }
        for each in found[:SHOWN]
    ]


def _projects(person: Any, day: date) -> list[Row]:
    """Those that go, with their step; who works for no partner sees its own, also what is over."""
    leads = on_day(Leadership.objects.filter(person=person, project=OuterRef("pk")), day)
    steers = StuurgroepMember.objects.on(day).filter(
        person=person, stuurgroep__project=OuterRef("pk")
    )
    ours = Project.objects.of(person, day).filter(pk=OuterRef("pk"))
    every = Project.objects.visible_to(person).select_related("theme", "innovation_theme")
    shown = every.going() if person.standing.is_insider else every
    found = list(
        shown.annotate(
            leads=Exists(leads),
            steers=Exists(steers),
            joins=Exists(ours),
            speaks=_ambassador_of(person, day),
        )
        .annotate(is_mine=_either("joins", "speaks"))
        .order_by("-leads", "-is_mine", "title", "pk")[:SHOWN]
    )
    phases, blocked = _phases(found, person, day)
    return [_row(each, phases.get(each.pk, []), blocked) for each in found]


def _row(project: Any, phases: list[Any], blocked: dict[int, list[str]]) -> Row:
    words = (
        ("leads", "pencil", _("You lead this project")),
        ("steers", "people", _("You sit in the stuurgroep")),
    )
    tags = _tags(project, words)
    if not tags and project.joins:
        tags = [{"icon": "building", "text": _("Your organisation takes part")}]
    stops = [each for each in phases if each.pk in blocked]
    is_own = project.leads or project.steers
    return {
        "title": project.title,
        "text": project.theme.name,
        "url": project.get_absolute_url(),
        "icon": "briefcase",
        "progress": progress_of(project, phases, blocked),
        "badge": _badge(project, stops),
        "note": _misses(stops[0], blocked[stops[0].pk]) if stops and is_own else "",
        "is_mine": project.is_mine,
        "tags": tags,
    }


def _badge(project: Any, stops: list[Any]) -> tuple[str, str, str] | None:
    """What is not as it should be; a project that goes needs no badge."""
    if project.status != Project.Status.ACTIVE:
        return "open", str(project.get_status_display()).capitalize(), ""
    return ("warn", _("Start blocked"), "lock") if stops else None


def _misses(phase: Any, missing: Iterable[str]) -> str:
    facts = {"phase": phase.get_kind_display(), "what": ", ".join(missing)}
    return _("Before the %(phase)s can start this misses: %(what)s.") % facts


def _tags(row: Any, words: tuple[tuple[str, str, str], ...]) -> list[dict[str, str]]:
    """What this person has to do with it, at most two things."""
    every = (*words, ("speaks", "megaphone", _("You are ambassador")))
    return [{"icon": icon, "text": text} for name, icon, text in every if getattr(row, name)][:2]


def _either(first: str, second: str) -> ExpressionWrapper:
    return ExpressionWrapper(Q(**{first: True}) | Q(**{second: True}), BooleanField())


def _phases(
    projects: list[Any], person: Any, day: date
) -> tuple[dict[int, list[Any]], dict[int, list[str]]]:
    """The phases of these projects; and by phase in preparation what misses before it starts."""
    plans = FundingPlan.objects.filter(phase=OuterRef("pk")).values("pk")[:1]
    rows = list(
        Phase.objects.filter(project__in=projects)
        .with_gate(day)
        .annotate(plan_id=Subquery(plans))
        .select_related("project__innovation_theme")
        .order_by("project_id", "ordinal")
    )
    asked = dict.fromkeys((each.plan_id for each in rows if each.plan_id), person.moment)
    covers = covers_when(asked, funders_min(day)) if asked else {}
    arranged = {plan for plan, cover in covers.items() if cover.is_arranged}
    found: dict[int, list[Any]] = {}
    blocked = {}
    for each in rows:
        found.setdefault(each.project_id, []).append(each)
        is_planned = each.status == Phase.Status.PLANNED
        if is_planned and each.project.status == Project.Status.ACTIVE:
            missing = [*_missing(each), *_missing_money(each, arranged)]
            if missing or not is_ready(each):
                blocked[each.pk] = missing
    return found, blocked


def _missing(phase: Any) -> Iterator[str]:
    """In a few words what the gate asks and is not there, without the money."""
    if phase.kind == Phase.Kind.PROTOTYPE:
        return
    if not phase.leads:
        yield _("a project leader")
    if phase.kind == Phase.Kind.BUSINESS_CASE and not phase.interest:
        yield _("an interested organisation")
    if not phase.is_steered:
        return
    if not phase.worked_out:
        yield _("an approved business case")
    if not phase.decided:
        yield _("a decision of the programmaraad")
    if phase.stakes < FEWEST_ORGANISATIONS or not phase.chair:
        yield _("a full stuurgroep with a chair")
    if phase.kind == Phase.Kind.PILOT and not phase.described:
        yield _("how big the pilot is and until when")


def _missing_money(phase: Any, arranged: set[int]) -> Iterator[str]:
    is_free = phase.kind == Phase.Kind.PROTOTYPE or phase.is_taken_over
    if not is_free and phase.plan_id not in arranged:
        yield _("the co-financing")
