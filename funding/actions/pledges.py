"""Offers: what an organisation would give to a phase or the budget. Nothing is binding yet."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from funding import notifications
from funding.models import FundingPlan, Pledge
from funding.spreading import Part
from partners.models import Organisation, Partnership, Person
from partners.querysets import local_day
from projects.models import Phase
from schuldenlab.audit.actions import record
from schuldenlab.lifecycle import Refused, lock, move

from .schedules import parts_kept, write_schedule

CENT = Decimal("0.01")
MOST = Decimal("9999999999.99")  # what the column holds
OFFER_FIELDS = ("form", "amount", "text", "quantity", "rate", "rate_agreed_by", "condition")
SENT_TWICE = timedelta(minutes=10)
OVER = {Phase.Status.ENDED, Phase.Status.DROPPED}


def lock_money(pledge: Pledge) -> None:
    """What changes the money of a phase meets at its plan; of the budget at the pledge itself."""
    if pledge.plan is not None:
        lock(pledge.plan)
    lock(pledge)


def refuse_when_over(plan: FundingPlan | None) -> None:
    """A phase that ended or was dropped takes nothing any more; the budget always does."""
    if plan is not None and Phase.objects.get(pk=plan.phase_id).status in OVER:
        raise Refused(_("This phase is over. It takes no pledges any more."))


def acts_for(person: Person | None, organisation: Organisation, day: date) -> bool:
    """Whether somebody speaks in its own name here; otherwise it records what a partner said."""
    if person is None:
        return False
    return bool(person.mandates.on(day).filter(organisation=organisation).exists())


def refuse_stranger(organisation: Organisation, day: date) -> None:
    """Only partners act here themselves."""
    if not Partnership.objects.on(day).filter(organisation=organisation).exists():
        raise Refused(_("Not a partner now: %(names)s.") % {"names": organisation.name})


@transaction.atomic
def offer_pledge(
    plan: FundingPlan,
    *,
    organisation: Organisation,
    actor: Person | None,
    at: datetime,
    is_open: bool = False,
    parts: Sequence[Part] = (),
    **facts: Any,
) -> Pledge:
    """Whoever acts for a partner offers cash or something in kind, on a condition or without.

    The kernteam records what it heard from an organisation; that is asked whether it is right.
    `facts` are those of `OFFER_FIELDS`; `parts` say for which years it is (else for this one); with
    `is_open` the partner lets everybody see the amount.
    """
    lock(plan)
    refuse_when_over(plan)
    pledge = Pledge(plan=plan, organisation=organisation, **checked_offer(facts))
    return _offer_new(pledge, parts, actor=actor, at=at, is_open=is_open)


@transaction.atomic
def offer_to_budget(
    category: str,
    *,
    organisation: Organisation,
    actor: Person | None,
    at: datetime,
    is_open: bool = False,
    parts: Sequence[Part] = (),
    **facts: Any,
) -> Pledge:
    """The same for a category of the budget, for one year or for several."""
    pledge = Pledge(category=category, organisation=organisation, **checked_offer(facts))
    return _offer_new(pledge, parts, actor=actor, at=at, is_open=is_open)


def _offer_new(
    pledge: Pledge,
    parts: Sequence[Part],
    *,
    actor: Person | None,
    at: datetime,
    is_open: bool,
) -> Pledge:
    _refuse_twice(pledge, actor, at)
    _offer(pledge, parts, actor, at)
    if not is_open:
        return pledge
    if pledge.is_on_behalf:
        raise Refused(_("Only the organisation itself lets everybody see its amount."))
    return open_amount(pledge, actor=actor, at=at)


def _refuse_twice(pledge: Pledge, actor: Person | None, at: datetime) -> None:
    """A form that is sent a second time makes no second offer."""
    same = {name: getattr(pledge, name) for name in OFFER_FIELDS}
    lately = Pledge.objects.filter(
        plan=pledge.plan,
        category=pledge.category,
        organisation=pledge.organisation,
        status=Pledge.Status.OFFERED,
        offered_by=actor,
        offered_at__gt=at - SENT_TWICE,
    )
    if actor is not None and lately.filter(**same).exists():
        raise Refused(
            _("You made this offer a moment ago; it is recorded. For more, change that offer.")
        )


@transaction.atomic
def change_offer(
    pledge: Pledge,
    *,
    reason: str,
    actor: Person | None,
    at: datetime,
    parts: Sequence[Part] = (),
    **facts: Any,
) -> Pledge:
    """Another offer in the place of this one, which is withdrawn and stays on record.

    What everybody might see of this one, everybody may see of the other. With the same value it
    stays spread over the same parts.
    """
    lock_money(pledge)
    refuse_when_over(pledge.plan)
    if pledge.status != Pledge.Status.OFFERED:
        raise Refused(_("This is not an offer any more. Withdraw it, and make another one."))
    if not reason.strip():
        raise Refused(_("Say in a few words why the offer changes."))
    also = {"withdrawn_because": reason.strip()}
    move(pledge, "withdraw_pledge", actor=actor, at=at, also=also)
    another = in_its_place(pledge, facts)
    return _offer(another, parts or parts_kept(pledge, another), actor, at)


def in_its_place(pledge: Pledge, facts: dict[str, Any]) -> Pledge:
    """The pledge that replaces this one: the same but for `facts`."""
    kept = {name: getattr(pledge, name) for name in OFFER_FIELDS}
    if facts.keys() & {"quantity", "rate"}:
        kept["amount"] = None  # the value follows from those
    return Pledge(
        plan=pledge.plan,
        category=pledge.category,
        organisation=pledge.organisation,
        replaces=pledge,
        is_open=pledge.is_open,
        **checked_offer({**kept, **facts}),
    )


def _offer(pledge: Pledge, parts: Sequence[Part], actor: Person | None, at: datetime) -> Pledge:
    day = local_day(at)
    is_own = acts_for(actor, pledge.organisation, day)
    if is_own:
        refuse_stranger(pledge.organisation, day)
    pledge.offered_by, pledge.is_on_behalf = actor, not is_own
    pledge.offered_at = pledge.recorded_at = at
    pledge.save(force_insert=True)
    write_schedule(pledge, parts, person=actor, at=at)
    facts = {"organisation": pledge.organisation_id, "form": pledge.form, "plan": pledge.plan_id}
    facts["amount"] = None if pledge.amount is None else str(pledge.amount)
    record("offer_pledge", pledge, actor=actor, at=at, facts=facts)
    notifications.pledge_offered(pledge, at=at)
    return pledge


def checked_offer(facts: dict[str, Any]) -> dict[str, Any]:
    """The offer as it is kept; something in kind with an agreed rate gets its value from that."""
    offer = {name: facts[name] for name in OFFER_FIELDS if facts.get(name) is not None}
    for name in ("text", "rate_agreed_by", "condition"):
        offer[name] = " ".join(offer.get(name, "").split())
    is_cash = offer.get("form") == Pledge.Form.CASH
    parts = [bool(offer.get(name)) for name in ("quantity", "rate", "rate_agreed_by")]
    if is_cash and any(parts):
        raise Refused(_("A rate goes with something in kind, not with money."))
    if any(parts) and not all(parts):
        raise Refused(_("Fill in how many, the rate, and who agreed on that rate."))
    if all(parts):
        value = value_of(offer["quantity"], offer["rate"])
        if offer.setdefault("amount", value) != value:
            raise Refused(_("The value follows from how many and the rate."))
    amount = offer.get("amount")
    if is_cash and amount is None:
        raise Refused(_("Fill in how much money it is."))
    if amount is not None and amount <= 0:
        raise Refused(_("The amount is more than zero."))
    if amount is not None and amount > MOST:
        raise Refused(_("This is more than can be recorded. Check the number."))
    if not is_cash and not offer["text"]:
        raise Refused(_("Say in a few words what you offer."))
    return offer


def value_of(quantity: Decimal, rate: Decimal) -> Decimal:
    """What so many are worth at this rate, to the cent."""
    return (quantity * rate).quantize(CENT, rounding=ROUND_HALF_UP)


@transaction.atomic
def open_amount(pledge: Pledge, *, actor: Person | None, at: datetime) -> Pledge:
    """The partner lets everybody see how much it pledged. That cannot be taken back."""
    lock_money(pledge)
    if pledge.is_open:
        raise Refused(_("Everybody can see this amount already."))
    if pledge.status == Pledge.Status.WITHDRAWN:
        raise Refused(_("This pledge is withdrawn."))
    pledge.is_open = True
    pledge.save(update_fields=["is_open"])
    record("open_amount", pledge, actor=actor, at=at, facts={"plan": pledge.plan_id})
    return pledge
