"""What a partner answers to a step-in offer: yes with a pledge, no, or later."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from funding import notifications
from funding.models import Pledge, StepInAnswer, StepInOffer
from partners.models import Person
from partners.querysets import local_day
from schuldenlab.audit.actions import record
from schuldenlab.lifecycle import Refused, lock

from .pledges import acts_for, offer_pledge, refuse_stranger, refuse_when_over

Answer = StepInAnswer.Answer


@transaction.atomic
def answer_round(
    offer: StepInOffer,
    *,
    answer: str,
    actor: Person | None,
    at: datetime,
    words: str = "",
    pledge: Pledge | None = None,
    seen: int | None = None,
    **facts: Any,
) -> StepInAnswer:
    """Whoever works for the partner answers, or the kernteam writes down what it heard.

    A yes names a `pledge` that this partner made to the phase, or makes one in the same act: then
    `facts` are those of `offer_pledge`. The last answer counts, also when it is late. `seen` is how
    many answers the person had seen: if a colleague was first, this one is refused.
    """
    refuse_when_over(plan := lock(offer.round.plan))
    last = offer.answers.last()
    _refuse_to_answer(offer, last, seen)
    is_own = _is_own(offer, actor, at)
    is_new = answer == Answer.YES and pledge is None
    if is_new:
        pledge = offer_pledge(plan, organisation=offer.organisation, actor=actor, at=at, **facts)
    _refuse_pledge(offer, answer, pledge)
    given = StepInAnswer.objects.create(
        offer=offer,
        ordinal=1 if last is None else last.ordinal + 1,
        answer=answer,
        pledge=pledge,
        words=" ".join(words.split()),
        person=actor,
        is_on_behalf=not is_own,
        at=at,
        recorded_at=at,
    )
    record("answer_round", given, actor=actor, at=at, facts=_figures(given))
    if not is_own and not is_new:  # a new offer asks that itself
        notifications.stepin_recorded(given, at=at)
    return given


def _figures(given: StepInAnswer) -> dict[str, object]:
    """What the trail keeps of it: no words, no amounts."""
    offer = given.offer
    known = {"organisation": offer.organisation_id, "round": offer.round_id}
    return {**known, "answer": str(given.answer), "late": given.is_late}


def _is_own(offer: StepInOffer, actor: Person | None, at: datetime) -> bool:
    """Whether somebody answers in its own name; then it is still a partner."""
    if not acts_for(actor, offer.organisation, local_day(at)):
        return False
    refuse_stranger(offer.organisation, local_day(at))
    return True


def _refuse_to_answer(offer: StepInOffer, last: StepInAnswer | None, seen: int | None) -> None:
    newer = offer.round.plan.rounds.filter(ordinal__gt=offer.round.ordinal)
    if newer.exists():
        raise Refused(_("This phase was offered to you again since. Answer that offer."))
    if seen is not None and seen != (0 if last is None else last.ordinal):
        said = "" if last is None else last.get_answer_display()
        words = _(
            "A colleague was first and answered “%(answer)s”. Is that not right? Answer again."
        )
        raise Refused(words % {"answer": said})


def _refuse_pledge(offer: StepInOffer, answer: str, pledge: Pledge | None) -> None:
    if answer not in Answer.values:
        raise Refused(_("Choose yes, later or no."))
    if answer != Answer.YES:
        if pledge is not None:
            raise Refused(_("Only a yes brings a pledge."))
        return
    if pledge is None:
        return
    lock(pledge)
    mine = (offer.round.plan_id, offer.organisation_id)
    if (pledge.plan_id, pledge.organisation_id) != mine:
        raise Refused(_("This is not a pledge of this organisation to this phase."))
    if pledge.status == Pledge.Status.WITHDRAWN:
        raise Refused(_("This pledge is withdrawn."))
