"""Firm pledges to phases that began before the lab was kept here."""

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any

from django.core.files.base import File
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from funding import notifications
from funding.models import FundingPlan, Pledge
from funding.spreading import Part
from partners.models import GoLive, Organisation, Person
from projects.models import Phase
from schuldenlab.audit.actions import record
from schuldenlab.lifecycle import Refused, lock

from .firm import keep_paper
from .pledges import checked_offer
from .schedules import write_schedule

NOON = time(12)


@transaction.atomic
def take_over_pledge(
    plan: FundingPlan,
    *,
    organisation: Organisation,
    firm_on: date,
    actor: Person | None,
    at: datetime,
    paper: File | None = None,
    parts: Sequence[Part] = (),
    **facts: Any,
) -> Pledge:
    """It enters as firm, with the day on which it was pledged; the organisation is told.

    It opens no gate: only a phase that is taken over itself has such pledges.
    """
    lock(plan)
    if not Phase.objects.get(pk=plan.phase_id).is_taken_over:
        raise Refused(_("Only a phase that was taken over takes over pledges."))
    if not GoLive.objects.filter(live_on__gt=firm_on).exists():
        raise Refused(_("Only what was pledged before this lab was kept here is taken over."))
    moment = timezone.make_aware(datetime.combine(firm_on, NOON))
    pledge = Pledge(plan=plan, organisation=organisation, **checked_offer(facts))
    pledge.status, pledge.is_taken_over, pledge.is_on_behalf = Pledge.Status.FIRM, True, True
    pledge.offered_by = pledge.made_firm_by = actor
    pledge.paper = None if paper is None else keep_paper(paper, actor=actor, at=at)
    pledge.offered_at = pledge.firm_at = moment
    pledge.recorded_at = at
    pledge.save(force_insert=True)
    write_schedule(pledge, parts, person=actor, at=moment, recorded_at=at)
    figures = {"organisation": organisation.pk, "on": firm_on.isoformat(), "plan": plan.pk}
    record("take_over_pledge", pledge, actor=actor, at=at, facts=figures)
    notifications.pledge_taken_over(pledge, at=at)
    return pledge
