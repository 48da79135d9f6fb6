"""A firm pledge was written down wrong: the right one takes its place, and both stay on record."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.core.files.base import File
from django.db import transaction
from django.utils.translation import gettext as _

from funding import notifications
from funding.cover import NOTHING
from funding.models import Pledge
from funding.spreading import Part
from partners.models import Person
from partners.querysets import local_day
from projects.models import Phase
from schuldenlab.audit.actions import record
from schuldenlab.lifecycle import Refused, move

from .firm import keep_paper, refuse_without_mandate
from .pledges import acts_for, in_its_place, lock_money, refuse_when_over
from .schedules import parts_kept, write_schedule


@transaction.atomic
def correct_pledge(
    pledge: Pledge,
    *,
    reason: str,
    actor: Person | None,
    at: datetime,
    paper: File | None = None,
    parts: Sequence[Part] = (),
    **facts: Any,
) -> Pledge:
    """The pledge as it should have been written down: firm from now on, the other one withdrawn.

    By who may sign for so much, or by the kernteam with the signed paper. What arrived belongs to
    the wrong one, so that is struck first. Once a phase runs on it, less is no correction: that is
    withdrawn, and opens a change of course.
    """
    lock_money(pledge)
    refuse_when_over(pledge.plan)
    _refuse(pledge, reason)
    another = in_its_place(pledge, facts)
    _refuse_less_than_a_running_phase_counts_on(pledge, another)
    another.offered_by, another.offered_at, another.recorded_at = actor, at, at
    another.is_on_behalf = not acts_for(actor, pledge.organisation, local_day(at))
    if paper is None:
        refuse_without_mandate(another, actor=actor, at=at)
    document = None if paper is None else keep_paper(paper, actor=actor, at=at)
    also = {"withdrawn_because": reason.strip()}
    move(pledge, "withdraw_pledge", actor=actor, at=at, also=also)
    another.save(force_insert=True)
    write_schedule(another, parts or parts_kept(pledge, another), person=actor, at=at)
    if pledge.condition_met_at is not None and another.condition == pledge.condition:
        another.condition_met_at = at
        another.save(update_fields=["condition_met_at"])
    signed = {"made_firm_by": actor, "paper": document}
    move(another, "make_pledge_firm", actor=actor, at=at, also=signed)
    amounts = {"before": str(pledge.amount), "after": str(another.amount)}
    record("correct_pledge", another, actor=actor, at=at, facts={"of": pledge.pk, **amounts})
    notifications.pledge_corrected(another, actor=actor, at=at)
    return another


def _refuse(pledge: Pledge, reason: str) -> None:
    if pledge.status != Pledge.Status.FIRM:
        raise Refused(_("Only a firm pledge is corrected. An offer can be changed."))
    if not reason.strip():
        raise Refused(_("Say in a few words what was wrong."))
    if pledge.deliveries.holding().exists():
        raise Refused(_("Something arrived of this pledge. First strike what was recorded of it."))


def _refuse_less_than_a_running_phase_counts_on(pledge: Pledge, another: Pledge) -> None:
    if pledge.plan is None:
        return
    if Phase.objects.get(pk=pledge.plan.phase_id).status != Phase.Status.RUNNING:
        return
    less = (another.amount or NOTHING) < (pledge.amount or NOTHING)
    if less or another.form != pledge.form or another.condition != pledge.condition:
        raise Refused(
            _("The phase runs on this pledge. Withdraw it with a reason; that asks for an answer.")
        )
