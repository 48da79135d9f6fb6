"""Questions about the money of phases, for pages and for the gate."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, cast

from django.db.models import Q, Sum

from funding.cover import NOTHING, Cover, Pledged, Terms, cover
from funding.ledger import SUMMED, sums_of_plans
from funding.models import Delivery, FundingPlan, FundingTerms, Pledge
from funding.sight import Amount, View, view
from partners.models import Framework
from partners.querysets import local_day

State = list[tuple[Any, Pledged]]
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
    for _key, plan_id, pledged in pledged_at(wanted, at):
        rows.setdefault(plan_id, []).append(pledged)
    terms = FundingTerms.objects.filter(plan__in=wanted, at__lte=at)
    last = {each.plan_id: each for each in terms.order_by("plan", "ordinal")}
    return {
        plan_id: cover(Terms(each.total, each.cash_minimum, fewest), rows.get(plan_id, []))
        for plan_id, each in last.items()
    }


def covers_when(moments: Mapping[int, datetime], fewest: int) -> dict[int, Cover]:
    """How each of these plans stood at a moment of its own, in two queries.

    The pledges are added up in the database. `fewest` is from how many organisations the money
    comes; plans without terms are left out.
    """
    terms = FundingTerms.objects.filter(plan__in=moments).order_by("plan", "ordinal")
    last = {each.plan_id: each for each in terms if each.at <= moments[each.plan_id]}
    sums = {row.pop("plan"): row for row in sums_of_plans(moments)}
    none: dict[str, Any] = {**dict.fromkeys(SUMMED, NOTHING), "organisations": 0}
    return {
        plan_id: Cover(
            Terms(each.total, each.cash_minimum, fewest), **(none | sums.get(plan_id, {}))
        )
        for plan_id, each in last.items()
    }


@dataclass(frozen=True)
class Sight:
    """What one person sees of a plan: the sums, the terms, and the pledges whose amount it sees."""

    view: View
    asked: FundingTerms
    seen: list[tuple[Pledge, Pledged]]


def pledges_at(plan_ids: Iterable[int], at: datetime) -> State:
    """The pledges of these plans as they stood at a moment, with their plain values.

    What was offered later is not there yet.
    """
    arrived = Q(deliveries__recorded_at__lte=at) & (
        Q(deliveries__struck_at=None) | Q(deliveries__struck_at__gt=at)
    )
    pledges = Pledge.objects.filter(plan__in=plan_ids, offered_at__lte=at).annotate(
        arrived=Sum("deliveries__amount", filter=arrived)
    )
    rows = pledges.select_related("organisation").order_by("pk")
    return [(each, _plain(each, at, each.arrived or NOTHING)) for each in rows]


def _plan_id(pledge: Pledge) -> int:
    """The plan of a pledge that was found by its plan."""
    return cast("int", pledge.plan_id)


def _plain(pledge: Pledge, at: datetime, arrived: Decimal) -> Pledged:
    return Pledged(
        organisation_id=pledge.organisation_id,
        is_cash=pledge.is_cash,
        amount=pledge.amount,
        status=_status(pledge, at),
        waits=bool(pledge.condition) and not _passed(pledge.condition_met_at, at),
        delivered=arrived,
    )


def states_before(pledges: Iterable[Pledge], at: datetime) -> list[State]:
    """How these pledges stood after everything that happened to them until a moment, in order.

    In one query: what arrived counts only once a pledge is withdrawn.
    """
    rows = list(pledges)
    gone = [each.pk for each in rows if _passed(each.withdrawn_at, at)]
    parts: dict[int, list[Delivery]] = {}
    for each in Delivery.objects.filter(pledge__in=gone, amount__isnull=False).order_by("pk"):
        parts.setdefault(each.pledge_id, []).append(each)
    stamps = [stamp for each in rows for stamp in _stamps(each, parts.get(each.pk, []))]
    return [
        [
            (each, _plain(each, moment, _arrived(parts.get(each.pk, []), moment)))
            for each in rows
            if _known_since(each) <= moment
        ]
        for moment in sorted({stamp for stamp in stamps if stamp is not None and stamp <= at})
    ]


def _known_since(pledge: Pledge) -> datetime:
    """What is taken over carries an earlier day, and is seen from the day on which it entered."""
    return max(pledge.offered_at, pledge.recorded_at)


def _stamps(pledge: Pledge, parts: Iterable[Delivery]) -> list[datetime | None]:
    own = [_known_since(pledge), pledge.firm_at, pledge.condition_met_at, pledge.withdrawn_at]
    return [*own, *(stamp for each in parts for stamp in (each.recorded_at, each.struck_at))]


def _arrived(parts: Iterable[Delivery], moment: datetime) -> Decimal:
    known = [each for each in parts if each.recorded_at <= moment]
    held = [each for each in known if not _passed(each.struck_at, moment)]
    return sum((each.amount or NOTHING for each in held), NOTHING)


def pledged_at(plan_ids: Iterable[int], at: datetime) -> list[tuple[int, int, Pledged]]:
    """The plain values only, after the key of the pledge and that of its plan."""
    return [(each.pk, _plan_id(each), pledged) for each, pledged in pledges_at(plan_ids, at)]


def sights_of(plans: Iterable[FundingPlan], person: Any) -> dict[int, Sight]:
    """What this person sees of each plan at its moment; in as many queries for one as for many.

    Plans without terms are left out.
    """
    at: datetime = person.moment
    keys = [each.pk for each in plans]
    terms = FundingTerms.objects.filter(plan__in=keys, at__lte=at).order_by("plan", "ordinal")
    last = {each.plan_id: each for each in terms}
    readable = Pledge.objects.filter(plan__in=keys).visible_to(person)
    seen = set(readable.values_list("pk", flat=True))
    pledges, fewest = pledges_at(keys, at), funders_min(local_day(at))
    hides = any(pledge.pk not in seen for pledge, _pledged in pledges)
    states = _states_of([pledge for pledge, _pledged in pledges], at) if hides else {}
    sights = {}
    for key, asked in last.items():
        mine = [each for each in pledges if each[0].plan_id == key]
        rows = [Amount(pledge.pk, pledged, pledge.pk in seen) for pledge, pledged in mine]
        needed = Terms(asked.total, asked.cash_minimum, fewest)
        before = [
            [Amount(pledge.pk, pledged, pledge.pk in seen) for pledge, pledged in state]
            for state in states.get(key, [])
        ]
        shown = view(needed, rows, person.standing.organisation_ids, before)
        sights[key] = Sight(shown, asked, [each for each in mine if each[0].pk in seen])
    return sights


def _states_of(pledges: list[Any], at: datetime) -> dict[int, list[State]]:
    """The earlier states of each plan."""
    found: dict[int, list[State]] = {}
    for state in states_before(pledges, at):
        for key in {_plan_id(pledge) for pledge in pledges}:
            mine = [each for each in state if each[0].plan_id == key]
            found.setdefault(key, []).append(mine)
    return found


def seen_by_all(plan: FundingPlan, at: datetime) -> tuple[list[Amount], list[list[Amount]]]:
    """The pledges of a plan, with which amounts everybody who takes part may see.

    And their earlier states, the oldest first.
    """
    framework = Framework.objects.current(local_day(at))
    host = framework and framework.host_id
    now = pledges_at([plan.pk], at)
    before = states_before([pledge for pledge, _pledged in now], at)
    states = [
        [
            Amount(pledge.pk, pledged, pledge.is_open or pledge.organisation_id == host)
            for pledge, pledged in state
        ]
        for state in (*before, now)
    ]
    return states[-1], states[:-1]


def view_of(plan: FundingPlan, person: Any) -> View | None:
    """What this person sees of the money of a phase at its moment; None without terms."""
    found = sights_of([plan], person).get(plan.pk)
    return None if found is None else found.view


def _passed(stamp: datetime | None, at: datetime) -> bool:
    return stamp is not None and stamp <= at


def _status(pledge: Pledge, at: datetime) -> str:
    statuses = Pledge.Status
    if _passed(pledge.withdrawn_at, at):
        return str(statuses.WITHDRAWN)
    return str(statuses.FIRM if _passed(pledge.firm_at, at) else statuses.OFFERED)
