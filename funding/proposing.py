"""Questions: what each partner could pay for a phase, by each key, beside what it gains.

It is an opening bid, never an invoice. What a partner gains is the present value of its benefits in
the business case that the programmaraad approved, else the one that lies before it; to the cent, so
that the shares follow from what is kept. Only what is still missing is shared, unless how much that
is would tell what somebody gives. A key by gains needs enough partners that gain: with fewer a
partner could work out from its own share what another gains.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from fractions import Fraction
from math import floor

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from funding.arranging import funders_min, seen_by_all
from funding.cover import Terms, cover
from funding.models import FundingPlan, StepInRound
from funding.shares import CENTS, Key, Proposal, Sharer, Unshareable, payback, propose
from funding.sight import sums_said_to_all
from partners.models import Organisation
from partners.querysets import local_day
from projects.businesscase import Kind, discounted, flows_of
from projects.models import BusinessCase, Phase
from schuldenlab.lifecycle import Refused
from schuldenlab.web.templatetags.look import euro

FEWEST_GAINERS = 4  # so that three others hide each other from any of them
NOTHING, NONE = Decimal(0), Fraction(0)
Keys = StepInRound.Key
NOTHING_AGREED = gettext_lazy(
    "Fill in what was agreed with at least one partner, or choose another key."
)


@dataclass(frozen=True)
class Wish:
    """What was agreed with a partner beforehand: at least so much, or exactly so much."""

    minimum: Decimal = NOTHING
    fixed: Decimal | None = None


def asks_nobody(key: str, wishes: Mapping[int, Wish]) -> bool:
    """Whether shares are as agreed with each, and no amount was agreed with anybody."""
    return key == Keys.FREE and not any(each.minimum or each.fixed for each in wishes.values())


@dataclass(frozen=True)
class Gains:
    """What organisations gain by a case, by their id; without a case nothing is known."""

    case: BusinessCase | None = None
    benefits: Mapping[int, Decimal] = field(default_factory=dict)
    yearly: Mapping[int, Sequence[Fraction]] = field(default_factory=dict)

    def payback_year(self, organisation_id: int, share: Decimal) -> int | None:
        """The first year from which what it gained stays at its share or more."""
        if self.case is None or not share:
            return None
        t = payback(share, self.yearly.get(organisation_id, ()))
        return None if t is None else self.case.base_year + t


@dataclass(frozen=True)
class Gap:
    """What a phase still misses, and what organisations give to it for certain, by their id.

    `to_share` is what a round shares: what is missing; or the whole total, when a partner could
    work out from its own share how much is missing, and from that what another one gives.
    """

    missing: Decimal
    to_share: Decimal
    is_arranged: bool
    given: Mapping[int, Decimal]

    @property
    def is_hidden(self) -> bool:
        """Whether the whole total is shared, so that nobody learns what is missing."""
        return self.to_share != self.missing


def gap_of(plan: FundingPlan, at: datetime) -> Gap:
    """By what its plan asks now, as its money stood at a moment.

    What misses in cash is asked as well when something in kind fills the total.
    """
    asked, (rows, before) = plan.current, seen_by_all(plan, at)
    needs = Terms(asked.total, asked.cash_minimum, funders_min(local_day(at)))
    counted = cover(needs, [each.pledged for each in rows])
    given: dict[int, Decimal] = {}
    for each in (row.pledged for row in rows):
        if each.counts:
            given[each.organisation_id] = given.get(each.organisation_id, NOTHING) + each.value
    missing = max(counted.missing, counted.missing_cash)
    told_by = "cash" if counted.missing_cash > counted.missing else "firm"
    is_said = counted.is_arranged or told_by in sums_said_to_all(needs, rows, before)
    return Gap(missing, missing if is_said else asked.total, counted.is_arranged, given)


def gains_for(phase: Phase) -> Gains:
    """Of what a phase brings, by the case of its project; a business case itself has none yet."""
    if phase.kind == Phase.Kind.BUSINESS_CASE:
        return Gains()
    mine = BusinessCase.objects.filter(project=phase.project_id)
    approved = mine.approved().to_count().first()
    case = approved or mine.to_count().filter(status="submitted").first()
    return Gains() if case is None else gains_by(case)


def gains_by(case: BusinessCase) -> Gains:
    """What each organisation gains by this version, at the middle level."""
    plain, who = case.as_case(), {each.name: each.organisation_id for each in case.parties.all()}
    yearly: dict[int, list[Fraction]] = {}
    for flow in flows_of(plain):
        key = who.get(flow.party)
        if key is None or flow.kind != Kind.BENEFIT:
            continue
        years = yearly.setdefault(key, [NONE] * plain.horizon)
        for t, gained in enumerate(discounted(map(Fraction, flow.amounts), plain.rate)):
            years[t] += gained
    sums = {key: _to_the_cent(sum(years, NONE)) for key, years in yearly.items()}
    return Gains(case, sums, yearly)


def _to_the_cent(value: Fraction) -> Decimal:
    """As it is kept; who loses gains nothing."""
    return max(NOTHING, Decimal(floor(value * CENTS + Fraction(1, 2))) / CENTS)


def keys_for(partners: Iterable[Organisation], gains: Gains) -> list[str]:
    """The keys that may be chosen: by gains only when enough partners gain."""
    gaining = [each for each in partners if gains.benefits.get(each.pk)]
    if len(gaining) < FEWEST_GAINERS:
        return [Keys.EQUAL, Keys.FREE]
    return [Keys.EQUAL, Keys.BENEFIT, Keys.CAPPED, Keys.FREE]


def share_out(
    total: Decimal,
    partners: Iterable[Organisation],
    gains: Gains,
    wishes: Mapping[int, Wish],
    key: str,
) -> dict[int, Decimal] | Unshareable:
    """What each partner would pay by this key; or by how much the wishes are too much."""
    sharers = []
    for each in partners:
        wish = wishes.get(each.pk, Wish())
        gained = NOTHING if key == Keys.FREE else gains.benefits.get(each.pk, NOTHING)
        sharers.append(Sharer(str(each.pk), Fraction(gained), wish.minimum, wish.fixed))
    by = Key.BENEFIT if key == Keys.FREE else Key(key)
    try:
        found: Proposal = propose(total, sharers, by)
    except Unshareable as error:
        return error
    return {int(party): share for party, share in found.shares.items()}


def too_much(error: Unshareable) -> Refused:
    """In words: what was agreed is more than what is missing."""
    words = _("The agreed shares and minimums are %(short)s more than what is shared.")
    return Refused(words % {"short": euro(error.short)})


def proposed(
    plan: FundingPlan,
    total: Decimal,
    partners: Sequence[Organisation],
    wishes: Mapping[int, Wish],
    key: str,
) -> tuple[Gains, dict[int, Decimal]]:
    """What each gains and pays by a key that may be chosen. Raises `Refused` with the reason."""
    gains = gains_for(plan.phase)
    if key not in keys_for(partners, gains):
        raise Refused(
            _("By what each gains is possible with a business case in which four partners gain.")
        )
    if asks_nobody(key, wishes):
        raise Refused(str(NOTHING_AGREED))
    shares = share_out(total, partners, gains, wishes, key)
    if isinstance(shares, Unshareable):
        raise too_much(shares)
    return gains, shares
