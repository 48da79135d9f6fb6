"""The provider of what the storeys below ask about money: may a phase start, who has an interest.

What stands here is read by everybody who sees the project, so it holds no amount of one partner.
"""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from funding.arranging import funders_min, seen_by_all, view_of
from funding.budget import FIRM
from funding.cover import NOTHING, Terms, cover
from funding.models import FundingPlan, Pledge
from funding.sight import said_to_all
from funding.yearly import contributions, gifts_at
from partners.models import Framework
from partners.querysets import local_day
from programme.ports import InterestFact, PledgeLeft
from projects.models import Phase
from projects.ports import StartCondition
from schuldenlab.web.templatetags.look import euro

KEY = "money"


def money_condition(phase: Phase, at: datetime, person: Any) -> list[StartCondition]:
    """Whether the co-financing of this phase is arranged at a moment; a prototype asks nothing.

    How far it is, is said to `person` as the thermometer says it; without anybody, to everybody.
    """
    if phase.kind == Phase.Kind.PROTOTYPE or phase.is_taken_over:
        return []
    title = _("Co-financing arranged")
    url = f"{reverse('projects:project-detail', args=[phase.project_id])}#money-{phase.pk}"
    plan = FundingPlan.objects.filter(phase=phase).first()
    asked = None if plan is None else plan.terms.filter(at__lte=at).last()
    if plan is None or asked is None:
        text = _("There is no funding plan for this phase yet.")
        return [StartCondition(KEY, False, title, text, url)]
    terms = Terms(asked.total, asked.cash_minimum, funders_min(local_day(at)))
    rows, before = seen_by_all(plan, at)
    said = cover(terms, [each.pledged for each in rows])
    if said.is_arranged:
        return [StartCondition(KEY, True, title, _("Arranged."), url)]
    firm = said_to_all(terms, rows, before) if person is None else _seen_by(plan, person)
    return [StartCondition(KEY, False, title, _missing(terms, firm), url)]


def _seen_by(plan: FundingPlan, person: Any) -> Decimal | None:
    view = view_of(plan, person)
    return None if view is None else view.firm


def _missing(terms: Terms, firm: Decimal | None) -> str:
    """How far it is: the sum where nobody can subtract, else only what the phase needs."""
    facts = {
        "total": euro(terms.total),
        "cash": euro(terms.cash_minimum),
        "count": terms.funders_min,
        "firm": euro(firm),
    }
    if firm is None:
        said = _("Not arranged yet: %(total)s is needed.") % facts
    else:
        said = _("Not arranged yet: %(firm)s of %(total)s.") % facts
    rule = ngettext(
        "At least %(cash)s in cash, from at least %(count)s organisation.",
        "At least %(cash)s in cash, from at least %(count)s organisations.",
        terms.funders_min,
    )
    return f"{said} {rule % facts}"


def interests_by_pledge(ballot: Any) -> list[InterestFact]:
    """Who pledged something to the phase, or to the project, that a ballot is about."""
    phases = Phase.objects.concerned_by(ballot)
    pledges = Pledge.objects.standing().filter(plan__phase__in=phases)
    rows = pledges.values_list("organisation", "plan__phase__project__title").distinct()
    return [
        InterestFact(organisation_id=who, kind="pledge", text=title[:200])
        for who, title in rows.order_by("organisation")
    ]


def pledges_of_leaver(organisation_id: int, left_on: date) -> list[PledgeLeft]:
    """The projects that run on firm pledges of an organisation that leaves on this day."""
    rows = Pledge.objects.left_by(organisation_id, left_on).select_related("plan__phase__project")
    projects = {each.plan.phase.project for each in rows}
    return [PledgeLeft(each.pk, each.title) for each in sorted(projects, key=lambda row: row.pk)]


def givers_of(project_id: int) -> list[int]:
    """Organisations with a firm pledge to a phase of this project that was not dropped."""
    pledges = Pledge.objects.filter(status=Pledge.Status.FIRM, plan__phase__project=project_id)
    going = pledges.exclude(plan__phase__status=Phase.Status.DROPPED)
    return list(going.values_list("organisation", flat=True).distinct().order_by("organisation"))


def contribution_by_year(organisation_id: int, at: datetime) -> dict[int, Decimal]:
    """What an organisation pledged for certain to the work of the network itself, by year."""
    found: dict[int, Decimal] = {}
    for each in gifts_at(None, at, contributions(organisation_id)):
        if each.state == FIRM:
            found[each.year] = found.get(each.year, NOTHING) + each.amount
    return found


def door_of_contribution(framework: Framework) -> str:
    """Where the contribution of its host is recorded."""
    return reverse("funding:municipal-contribution", args=[framework.pk])
