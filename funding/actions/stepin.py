"""Step-in rounds: offering a phase to all partners, and closing the round before its deadline."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from funding import notifications
from funding.models import FundingPlan, StepInOffer, StepInRound
from funding.proposing import Gains, Wish, gap_of, proposed
from partners.models import Organisation, Person
from partners.querysets import local_day
from programme.deadlines import closing_moment
from projects.models import Phase
from schuldenlab.audit.actions import record
from schuldenlab.lifecycle import Refused, lock

from .pledges import refuse_when_over


@transaction.atomic
def open_round(
    plan: FundingPlan,
    *,
    key: str,
    text: str,
    closes_on: date,
    actor: Person | None,
    at: datetime,
    wishes: Mapping[int, Wish] | None = None,
) -> StepInRound:
    """Offer a phase to all partners of today, each with a proposed share, and write to them.

    What is still missing is shared, as far as that may be known (`Gap.to_share`). A first round is
    also held when nothing is missing, for every innovation is offered to every partner once; it
    asks no amounts then.

    `key` is one of `StepInRound.Key`; `wishes` say by organisation what was agreed beforehand. The
    round takes answers until 17.00 on `closes_on`, or on the first working day after it.
    """
    _refuse_to_open(lock(plan), text, closes_at := closing_moment(closes_on), at)
    partners = list(Organisation.objects.partners(local_day(at)).order_by("name"))
    agreed = _of_partners(wishes or {}, partners)
    to_share = _to_share(plan, at)
    gains, shares = proposed(plan, to_share, partners, agreed, key)
    asked = {"case": gains.case, "key": key, "text": text.strip(), "to_share": to_share}
    asked["unshared"] = to_share - sum(shares.values(), Decimal(0))
    found = _write(plan, asked, closes_at, actor, at)
    StepInOffer.objects.bulk_create(
        _offer(found, each, agreed, gains, shares[each.pk]) for each in partners
    )
    facts = {"plan": plan.pk, "key": str(key), "offers": len(shares), "to_share": str(to_share)}
    record("open_round", found, actor=actor, at=at, facts=facts)
    notifications.stepin_offered(found, found.offers.all(), at=at)
    return found


def _write(
    plan: FundingPlan,
    asked: dict[str, Any],
    closes_at: datetime,
    actor: Person | None,
    at: datetime,
) -> StepInRound:
    return StepInRound.objects.create(
        plan=plan,
        ordinal=1 + plan.rounds.count(),
        terms=plan.current,
        opened_at=at,
        closes_at=closes_at,
        person=actor,
        recorded_at=at,
        **asked,
    )


def _refuse_to_open(plan: FundingPlan, text: str, closes_at: datetime, at: datetime) -> None:
    refuse_when_over(plan)
    phase = Phase.objects.get(pk=plan.phase_id)
    if phase.kind == Phase.Kind.PROTOTYPE:
        raise Refused(_("A prototype asks for no money, so there is nothing to step into."))
    if plan.current is None:
        raise Refused(_("There is no funding plan for this phase yet."))
    if not text.strip():
        raise Refused(_("Say in a few sentences what partners step into."))
    if closes_at <= at:
        raise Refused(_("This day is over. Fill in a day after today."))
    last = plan.rounds.last()
    if last is not None and last.is_open_at(at):
        raise Refused(_("This phase is offered already. Wait until that round ends, or close it."))


def _to_share(plan: FundingPlan, at: datetime) -> Decimal:
    """What this round asks of all partners together."""
    gap = gap_of(plan, at)
    if gap.is_arranged and plan.rounds.exists():
        raise Refused(_("The money of this phase is arranged, so it is not offered again."))
    return gap.to_share


def _of_partners(wishes: Mapping[int, Wish], partners: list[Organisation]) -> dict[int, Wish]:
    """Only partners share; of anybody else nothing can be agreed here."""
    strangers = set(wishes) - {each.pk for each in partners}
    if strangers:
        names = Organisation.objects.filter(pk__in=strangers).values_list("name", flat=True)
        raise Refused(_("Not a partner now: %(names)s.") % {"names": ", ".join(sorted(names))})
    return dict(wishes)


def _offer(
    found: StepInRound,
    partner: Organisation,
    wishes: Mapping[int, Wish],
    gains: Gains,
    share: Decimal,
) -> StepInOffer:
    wish = wishes.get(partner.pk, Wish())
    known: dict[str, Any] = {"minimum": wish.minimum, "fixed": wish.fixed}
    if gains.case is not None:
        known["benefit"] = gains.benefits.get(partner.pk, Decimal(0))
    return StepInOffer(
        round=found,
        organisation=partner,
        share=share,
        payback_year=gains.payback_year(partner.pk, share),
        offered_at=found.opened_at,
        recorded_at=found.opened_at,
        **known,
    )


@transaction.atomic
def offer_to_joined(*, at: datetime) -> int:
    """Offer every open round to who became a partner since, without a share. Returns how many.

    What was proposed to the others stays as it is: all that was shared out is in their shares.
    """
    made = 0
    for found in StepInRound.objects.open_at(at).select_related("plan"):
        lock(found.plan)
        there = found.offers.values("organisation")
        late = Organisation.objects.partners(local_day(at)).exclude(pk__in=there)
        offers = [_late_offer(found, each, at) for each in late.order_by("name")]
        if not offers:
            continue
        StepInOffer.objects.bulk_create(offers)
        record("offer_to_joined", found, actor=None, at=at, facts={"offers": len(offers)})
        notifications.stepin_offered(found, offers, at=at)
        made += len(offers)
    return made


def _late_offer(found: StepInRound, partner: Organisation, at: datetime) -> StepInOffer:
    return StepInOffer(round=found, organisation=partner, offered_at=at, recorded_at=at)


@transaction.atomic
def close_round(found: StepInRound, *, actor: Person | None, at: datetime) -> StepInRound:
    """End it before its deadline: nobody is reminded any more. A late answer stays possible."""
    lock(found.plan)
    lock(found)
    if not found.is_open_at(at):
        raise Refused(_("This round is over already."))
    found.closed_at = at
    found.save(update_fields=["closed_at"])
    record("close_round", found, actor=actor, at=at, facts={"plan": found.plan_id})
    return found
