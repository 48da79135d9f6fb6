"""The provider of what the storeys below ask about money: may a phase start, who has an interest.

What stands here is read by everybody who sees the project, so it holds no amount of one partner.
"""

from datetime import date, datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from funding.arranging import funders_min, pledged_at
from funding.cover import Terms, cover
from funding.models import FundingPlan, Pledge
from funding.sight import Amount, said_to_all
from partners.models import Framework
from partners.querysets import local_day
from programme.ports import InterestFact, PledgeLeft
from projects.models import Phase
from projects.ports import StartCondition
from schuldenlab.web.templatetags.look import euro

KEY = "money"


def money_condition(phase: Phase, at: datetime) -> list[StartCondition]:
    """Whether the co-financing of this phase is arranged at a moment; a prototype asks nothing."""
    if phase.kind == Phase.Kind.PROTOTYPE or phase.is_taken_over:
        return []
    title = _("Co-financing arranged")
    url = f"{reverse('projects:project-detail', args=[phase.project_id])}#money-{phase.pk}"
    plan = FundingPlan.objects.filter(phase=phase).first()
    asked = None if plan is None else plan.terms.filter(at__lte=at).last()
    if plan is None or asked is None:
        text = _("There is no funding plan for this phase yet. Make one.")
        return [StartCondition(KEY, False, title, text, url)]
    terms = Terms(asked.total, asked.cash_minimum, funders_min(local_day(at)))
    rows = seen_by_all(plan, at)
    said = cover(terms, [each.pledged for each in rows])
    if said.is_arranged:
        return [StartCondition(KEY, True, title, _("Arranged."), url)]
    return [StartCondition(KEY, False, title, _missing(terms, rows), url)]


def _missing(terms: Terms, rows: list[Amount]) -> str:
    """How far it is: the sum where nobody can subtract, else only what the phase needs."""
    firm = said_to_all(terms, rows)
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


def seen_by_all(plan: FundingPlan, at: datetime) -> list[Amount]:
    """The pledges of a plan, with which amounts everybody who takes part may see."""
    framework = Framework.objects.current(local_day(at))
    opened = set(Pledge.objects.filter(plan=plan, is_open=True).values_list("pk", flat=True))
    return [
        Amount(
            key, each, key in opened or each.organisation_id == (framework and framework.host_id)
        )
        for key, _plan, each in pledged_at([plan.pk], at)
    ]


def interests_by_pledge(ballot: Any) -> list[InterestFact]:
    """Who pledged something to the phase that a ballot, or an earlier round of it, is about."""
    earlier = ballot.previous
    rounds = [ballot.pk, ballot.previous_id, earlier and earlier.previous_id]
    phases = Phase.objects.filter(ballot__in=[each for each in rounds if each])
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
