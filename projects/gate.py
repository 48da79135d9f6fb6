"""What must hold before a phase starts, each in words: our own conditions, and those from above."""

from datetime import date, datetime
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from partners.querysets import end_of_day, local_day
from programme.models import Decision, InnovationTheme
from projects.models import (
    FEWEST_ORGANISATIONS,
    BusinessCase,
    Phase,
    Project,
    Prototype,
    Stake,
    StuurgroepMember,
)
from projects.ports import StartCondition, start_conditions
from projects.querysets import on_day

FIRST = frozenset({Phase.Kind.BUSINESS_CASE, Phase.Kind.PROTOTYPE})
GOING = frozenset({InnovationTheme.Status.EXPLORING, InnovationTheme.Status.WORKING_OUT})


def conditions(phase: Phase, *, day: date, at: datetime) -> list[StartCondition]:
    """Everything that must hold to start `phase` on `day`, as known at `at`; met or not.

    For a day that has passed, money counts that was there by the end of that day.
    """
    return [*own_conditions(phase, day), *start_conditions(phase, min(at, end_of_day(day)))]


def own_conditions(phase: Phase, day: date) -> list[StartCondition]:
    """What this app asks: the project, its people, and for pilot and project who steers it."""
    found = [_active(phase.project)]
    if phase.kind in FIRST and phase.project.innovation_theme is not None:
        found.append(_theme(phase.project.innovation_theme))
    if phase.kind == Phase.Kind.PROTOTYPE:
        return found
    found.append(_leader(phase.project, day))
    if phase.kind == Phase.Kind.BUSINESS_CASE:
        found.append(_interested(phase.project, day))
    if phase.is_steered:
        found += [worked_out(phase.project, day), _decided(phase, day)]
        found += [_steered(phase.project, day), _chaired(phase.project, day)]
    return found


def is_ready(phase: Any) -> bool:
    """Whether all of that holds, for a phase of `PhaseQuerySet.with_gate`; without the money."""
    theme = phase.project.innovation_theme
    if phase.project.status != Project.Status.ACTIVE:
        return False
    if phase.kind in FIRST and theme is not None and theme.status not in GOING:
        return False
    if phase.kind == Phase.Kind.PROTOTYPE:
        return True
    if phase.kind == Phase.Kind.BUSINESS_CASE:
        return bool(phase.leads and phase.interest)
    steered = phase.stakes >= FEWEST_ORGANISATIONS and phase.chair
    return bool(phase.leads and phase.worked_out and phase.decided and steered)


def agreed() -> QuerySet[Decision]:
    """Decisions by which the raad agreed to something, whatever it is."""
    taken = Q(ballot__isnull=True) | Q(ballot__outcome="adopted")
    found: QuerySet[Decision] = Decision.objects.filter(taken).exclude(status="dropped")
    return found


def decisions_for(phase: Phase) -> QuerySet[Decision]:
    """Decisions by which the raad agreed to this phase: named, or by its ballot or a later round.

    What a ballot did not adopt does not count, nor what was dropped.
    """
    named = Q(pk=phase.decision_id) if phase.decision_id else Q(pk__in=[])
    if phase.ballot_id:
        named |= (
            Q(ballot=phase.ballot_id)
            | Q(ballot__previous=phase.ballot_id)
            | Q(ballot__previous__previous=phase.ballot_id)
        )
    return agreed().filter(named).order_by("taken_at")


def _active(project: Project) -> StartCondition:
    is_met = project.status == Project.Status.ACTIVE
    text = _("The project is active.")
    if not is_met:
        text = _("The project is “%(status)s”. Only an active project starts a phase.") % {
            "status": project.get_status_display()
        }
    return StartCondition("active", is_met, _("Active project"), text)


def _theme(theme: InnovationTheme) -> StartCondition:
    is_met = theme.status in GOING
    text = _("The innovation theme is “%(status)s”.") % {"status": theme.get_status_display()}
    if not is_met:
        text += " " + _("Only a theme that is being explored can be worked out.")
    return StartCondition("theme", is_met, _("Innovation theme"), text, theme.get_absolute_url())


def _leader(project: Project, day: date) -> StartCondition:
    leads = on_day(project.leaderships.filter(role="leader"), day).select_related("person").first()
    text = leads.person.name if leads else _("Nobody leads the project on that day. Name somebody.")
    return StartCondition("leader", leads is not None, _("Project leader"), text)


def _interested(project: Project, day: date) -> StartCondition:
    rows = on_day(project.participations.all(), day).order_by("organisation__name")
    names = rows.values_list("organisation__name", flat=True)
    text = ", ".join(names) or _("No organisation has said that it is interested. Record one.")
    return StartCondition("interested", bool(names), _("Interested organisation"), text)


def worked_out(project: Project, day: date) -> StartCondition:
    """A business case that the raad approved by this day, or a prototype that goes on."""
    title = _("Business case approved")
    cases = BusinessCase.objects.filter(project=project, status="approved", decision__in=agreed())
    rows = cases.select_related("decision").order_by("-decision__taken_at", "-version")
    for case in rows:
        taken_on = None if case.decision is None else local_day(case.decision.taken_at)
        if taken_on is not None and taken_on <= day:
            text = _("Version %(number)s, approved on %(day)s.") % {
                "number": case.version,
                "day": taken_on.strftime("%d-%m-%Y"),
            }
            return StartCondition("case", True, title, text, case.get_absolute_url())
    trials = Prototype.objects.filter(phase__project=project, goes_on=True)
    if any(each.decided_at and local_day(each.decided_at) <= day for each in trials):
        text = _("The prototype goes on, so no business case is asked.")
        return StartCondition("case", True, title, text)
    if BusinessCase.objects.filter(project=project, status="submitted").exists():
        text = _("The business case lies before the programmaraad.")
    else:
        text = _("No business case was approved by that day. Make one, and submit it.")
    return StartCondition("case", False, title, text)


def _decided(phase: Phase, day: date) -> StartCondition:
    decision = next((row for row in decisions_for(phase) if local_day(row.taken_at) <= day), None)
    title = _("Decision of the programmaraad")
    if decision is not None:
        return StartCondition("decision", True, title, decision.number, decision.get_absolute_url())
    if phase.ballot is not None and phase.ballot.status == "closed":
        text = _("The programmaraad did not agree to this phase by that day.")
    elif phase.ballot is not None:
        text = _("The programmaraad has not decided yet. There is a ballot about it.")
    else:
        text = _("The programmaraad has not agreed to this phase. Ask it for a decision.")
    return StartCondition("decision", False, title, text)


def _steered(project: Project, day: date) -> StartCondition:
    count = organisations_steering(project, day)
    text = _("%(count)s organisations with a stake.") % {"count": count}
    is_met = count >= FEWEST_ORGANISATIONS
    if not is_met:
        text = _(
            "At least %(fewest)s organisations with a recorded stake are needed; there are "
            "%(count)s on that day."
        ) % {"fewest": FEWEST_ORGANISATIONS, "count": count}
    return StartCondition("stuurgroep", is_met, _("Stuurgroep"), text)


def organisations_steering(project: Project, day: date) -> int:
    """How many organisations have a stake in its stuurgroep on this day."""
    stakes = Stake.objects.on(day).filter(stuurgroep__project=project)
    return int(stakes.order_by().values("organisation").distinct().count())


def _chaired(project: Project, day: date) -> StartCondition:
    chairs = StuurgroepMember.objects.on(day).filter(
        stuurgroep__project=project, is_chair=True, stake__in=Stake.objects.on(day)
    )
    chair = chairs.select_related("person").first()
    text = chair.person.name if chair else _("The stuurgroep has no chair on that day. Name one.")
    return StartCondition("chair", chair is not None, _("Chair of the stuurgroep"), text)
