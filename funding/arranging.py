"""Questions about the money of phases, for pages and for the gate."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db.models import Q, Sum

from funding.cover import NOTHING, Cover, Pledged, Terms, cover
from funding.models import FundingTerms, Pledge
from partners.models import Framework
from partners.querysets import local_day

FEWEST_FUNDERS = 2  # as long as there is no framework


def funders_min(day: date) -> int:
    """From how many organisations the money of a phase comes at least, by the framework."""
    framework = Framework.objects.current(day)
    return FEWEST_FUNDERS if framework is None else int(framework.funders_min)


def covers_of(plan_ids: Iterable[int], at: datetime) -> dict[int, Cover]:
    """How these plans stood at a moment, in three queries; those without terms are left out."""
    wanted = list(plan_ids)
    fewest = funders_min(local_day(at))
    rows: dict[int, list[Pledged]] = {}
    for plan_id, pledged in pledged_at(wanted, at):
        rows.setdefault(plan_id, []).append(pledged)
    terms = FundingTerms.objects.filter(plan__in=wanted, at__lte=at)
    last = {each.plan_id: each for each in terms.order_by("plan", "ordinal")}
    return {
        plan_id: cover(Terms(each.total, each.cash_minimum, fewest), rows.get(plan_id, []))
        for plan_id, each in last.items()
    }


def pledged_at(plan_ids: Iterable[int], at: datetime) -> list[tuple[int, Pledged]]:
    """The pledges of these plans as plain values, each with its plan, as they stood at a moment."""
    arrived = Q(deliveries__recorded_at__lte=at) & (
        Q(deliveries__struck_at=None) | Q(deliveries__struck_at__gt=at)
    )
    pledges = Pledge.objects.filter(plan__in=plan_ids, offered_at__lte=at).annotate(
        arrived=Sum("deliveries__amount", filter=arrived)
    )
    return [
        (
            each.plan_id,
            Pledged(
                organisation_id=each.organisation_id,
                is_cash=each.is_cash,
                amount=each.amount,
                status=_status(each, at),
                waits=bool(each.condition) and not _passed(each.condition_met_at, at),
                delivered=each.arrived or NOTHING,
            ),
        )
        for each in pledges.order_by("pk")
    ]


def _passed(stamp: datetime | None, at: datetime) -> bool:
    return stamp is not None and stamp <= at


def _status(pledge: Pledge, at: datetime) -> str:
    statuses = Pledge.Status
    if _passed(pledge.withdrawn_at, at):
        return str(statuses.WITHDRAWN)
    return str(statuses.FIRM if _passed(pledge.firm_at, at) else statuses.OFFERED)
