"""Funding plans: what a phase asks, until it starts."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from funding.models import FundingPlan, FundingTerms
from partners.models import Person
from projects.models import Phase
from schuldenlab.audit.actions import record
from schuldenlab.lifecycle import Refused, lock


@transaction.atomic
def make_plan(
    phase: Phase,
    *,
    total: Decimal,
    cash_minimum: Decimal,
    deadline_on: date,
    actor: Person | None,
    at: datetime,
    note: str = "",
) -> FundingPlan:
    """How much a phase needs, at least how much of that in cash, and by when."""
    lock(phase)
    if phase.status != Phase.Status.PLANNED and not phase.is_taken_over:
        raise Refused(_("This phase has started or was dropped. Its money cannot change now."))
    if FundingPlan.objects.filter(phase=phase).exists():
        raise Refused(_("This phase has a funding plan already. Change that one."))
    plan = FundingPlan.objects.create(phase=phase, note=note.strip(), recorded_at=at)
    asked = {"total": total, "cash_minimum": cash_minimum, "deadline_on": deadline_on}
    _write_terms(plan, asked, reason="", at=at)
    record("make_plan", plan, actor=actor, at=at, facts=_figures(plan, total, cash_minimum))
    return plan


@transaction.atomic
def change_plan(
    plan: FundingPlan,
    *,
    total: Decimal,
    cash_minimum: Decimal,
    deadline_on: date,
    reason: str,
    actor: Person | None,
    at: datetime,
) -> FundingPlan:
    """Other terms from now on, with the reason; the earlier ones stay. Until the phase starts."""
    lock(plan)
    if Phase.objects.get(pk=plan.phase_id).status != Phase.Status.PLANNED:
        raise Refused(_("This phase has started or was dropped. Its money cannot change now."))
    if not reason.strip():
        raise Refused(_("Say in a few words why the plan changes."))
    asked = {"total": total, "cash_minimum": cash_minimum, "deadline_on": deadline_on}
    _write_terms(plan, asked, reason=reason.strip(), at=at)
    record("change_plan", plan, actor=actor, at=at, facts=_figures(plan, total, cash_minimum))
    return plan


def _write_terms(plan: FundingPlan, asked: dict[str, Any], *, reason: str, at: datetime) -> None:
    """The next row; the constraint decides who is next."""
    if asked["total"] <= 0:
        raise Refused(_("Fill in how much money the phase needs."))
    if not 0 <= asked["cash_minimum"] <= asked["total"]:
        raise Refused(_("The part in cash lies between zero and the total."))
    last = plan.current
    FundingTerms.objects.create(
        plan=plan,
        ordinal=1 if last is None else last.ordinal + 1,
        reason=reason,
        at=at,
        recorded_at=at,
        **asked,
    )


def _figures(plan: FundingPlan, total: Decimal, cash_minimum: Decimal) -> dict[str, object]:
    return {"phase": plan.phase_id, "total": str(total), "cash_minimum": str(cash_minimum)}
