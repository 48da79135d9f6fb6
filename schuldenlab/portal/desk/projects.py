"""Acts about projects and their money: what waits for the kernteam, the most pressing first."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from django.db.models import Count, OuterRef, Q, Subquery
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from funding.arranging import covers_of
from funding.cover import NOTHING, Cover
from funding.models import FundingTerms, Pledge
from partners.querysets import local_day
from projects.gate import is_ready
from projects.models import FEWEST_ORGANISATIONS, Phase, Project
from schuldenlab.web.ports import DeskAction
from schuldenlab.web.templatetags.look import day as day_words
from schuldenlab.web.templatetags.look import euro

MOST = 6
LONG, SOON = timedelta(days=30), timedelta(days=14)
Due = tuple[int, DeskAction]
Covers = dict[int, Cover]


def project_actions(moment: datetime) -> list[DeskAction]:
    """One act for each project that waits, then pledges that stay open, and all of both."""
    day = local_day(moment)
    phases = list(_phases(day))
    plans = {each.plan_id for each in phases if each.status == "planned" and each.plan_id}
    covers = covers_of(plans, moment)
    waiting = sorted(_waiting(phases, covers, day), key=lambda due: due[0])
    return [
        *(act for _weight, act in waiting[:MOST]),
        *_themes(),
        *_pledges(moment),
        DeskAction(
            _("All projects"),
            _("From the theme that is explored until what is handed over."),
            reverse("projects:project-list"),
            "list",
            _("%(count)s more wait") % {"count": len(waiting) - MOST}
            if len(waiting) > MOST
            else "",
        ),
    ]


def _themes() -> list[DeskAction]:
    """Projects that are over while their theme still goes on: it was delivered, or it stops."""
    going = ["exploring", "working_out"]
    over = Project.objects.filter(
        status__in=["stopped", "handed_over"], innovation_theme__status__in=going
    )
    text = _("This project is over, and its theme still is “%(status)s”. Say how the theme ended.")
    rows: Any = over.select_related("innovation_theme").order_by("pk")[:MOST]
    return [
        DeskAction(
            each.title,
            text % {"status": each.innovation_theme.get_status_display()},
            each.innovation_theme.get_absolute_url(),
            "bulb",
        )
        for each in rows
    ]


def _phases(day: date) -> Any:
    """The phases that did not come to nothing, of projects that go, with what the gate asks."""
    terms = FundingTerms.objects.filter(plan__phase=OuterRef("pk")).order_by("-ordinal")
    return (
        Phase.objects.exclude(status=Phase.Status.DROPPED)
        .filter(project__status__in=["active", "on_hold"])
        .with_gate(day)
        .annotate(
            plan_id=Subquery(terms.values("plan")[:1]),
            deadline_on=Subquery(terms.values("deadline_on")[:1]),
        )
        .select_related("project__innovation_theme", "pilot", "prototype")
        .order_by("project_id", "ordinal")
    )


def _waiting(phases: list[Any], covers: Covers, day: date) -> Iterator[Due]:
    """The most pressing thing of each project."""
    by_project: dict[int, list[Due]] = {}
    for phase in phases:
        found = by_project.setdefault(phase.project_id, [])
        if phase.status == Phase.Status.RUNNING:
            found += _of_running(phase, day)
        elif phase.status == Phase.Status.PLANNED:
            found += _of_planned(phase, covers, day)
        found += _of_project(phase)
    for found in by_project.values():
        if found:
            yield min(found, key=lambda due: due[0])


def _of_running(phase: Any, day: date) -> Iterator[Due]:
    pilot, prototype = getattr(phase, "pilot", None), getattr(phase, "prototype", None)
    if pilot is not None and pilot.evaluated_at is None and pilot.ends_on < day:
        text = _("The pilot ended on %(day)s, and nobody evaluated it.")
        yield 1, _act(phase, text % {"day": day_words(pilot.ends_on)}, _("Has been"), "hourglass")
    if phase.is_steered and not phase.is_taken_over and phase.stakes < FEWEST_ORGANISATIONS:
        text = _("Fewer than %(count)s organisations steer it now. Ask another one.")
        yield 3, _act(phase, text % {"count": FEWEST_ORGANISATIONS}, _("Stuurgroep"))
    elif phase.is_steered and not phase.is_taken_over and not phase.chair:
        yield 3, _act(phase, _("Its stuurgroep has no chair. Name one."), _("Stuurgroep"))
    if prototype is not None and prototype.learned and prototype.decided_at is None:
        url = reverse("projects:prototype-decide", args=[phase.pk])
        yield 6, _act(phase, _("The prototype taught something. Does it go on?"), "", "fork", url)


def _of_planned(phase: Any, covers: Covers, day: date) -> Iterator[Due]:
    cover = covers.get(phase.plan_id)
    is_arranged = cover is not None and cover.is_arranged
    is_late = phase.deadline_on is not None and phase.deadline_on < day
    if is_late and not is_arranged:
        text = _("Its money had to be arranged by %(day)s, and is not.")
        yield 2, _act(phase, text % {"day": day_words(phase.deadline_on)}, _("Urgent"), "euro")
    elif not is_arranged and phase.deadline_on is not None and phase.deadline_on <= day + SOON:
        facts = {"day": day_words(phase.deadline_on), "missing": euro(_missing(cover))}
        text = _("Its money must be arranged by %(day)s. Still needed: %(missing)s.")
        yield 2, _act(phase, text % facts, _("Soon"), "euro")
    if is_ready(phase) and (is_arranged or phase.kind == Phase.Kind.PROTOTYPE):
        url = reverse("projects:phase-start", args=[phase.pk])
        text = _("Everything is there: the %(phase)s may start.")
        words = text % {"phase": phase.get_kind_display()}
        yield 5, _act(phase, words, _("May start"), "check", url)
    if phase.kind != Phase.Kind.PROTOTYPE and not phase.project.residents_voice:
        text = _("How do residents have a say? A suggestion, before it starts.")
        yield 7, _act(phase, text, "", "people")


def _missing(cover: Cover | None) -> Decimal:
    return NOTHING if cover is None else max(cover.missing, cover.missing_cash)


def _of_project(phase: Any) -> Iterator[Due]:
    if not phase.leads:
        yield 4, _act(phase, _("Nobody leads it. Name a project leader."), _("No leader"), "person")


def _act(phase: Any, text: str, badge: str, icon: str = "people", url: str = "") -> DeskAction:
    project = phase.project
    return DeskAction(project.title, text, url or project.get_absolute_url(), icon, badge)


def _pledges(moment: datetime) -> list[DeskAction]:
    """Offers that nobody made firm for a month, and firm pledges that wait for a condition."""
    waits = Q(status="firm", condition_met_at=None) & ~Q(condition="")
    open_goal = Q(plan=None) | Q(plan__phase__status__in=["planned", "running"])
    counts = Pledge.objects.filter(open_goal).aggregate(
        old=Count("pk", filter=Q(status="offered", offered_at__lt=moment - LONG)),
        waiting=Count("pk", filter=waits),
    )
    every = reverse("funding:pledge-list")
    kinds = (
        (
            counts["old"],
            ngettext(
                "%(count)s offer waits for more than a month",
                "%(count)s offers wait for more than a month",
                counts["old"],
            ),
            _("Ask the partner whether it becomes firm."),
        ),
        (
            counts["waiting"],
            ngettext(
                "%(count)s pledge waits for a condition",
                "%(count)s pledges wait for a condition",
                counts["waiting"],
            ),
            _("It does not count until that is met."),
        ),
    )
    return [
        DeskAction(title % {"count": count}, text, every, "euro")
        for count, title, text in kinds
        if count
    ]
