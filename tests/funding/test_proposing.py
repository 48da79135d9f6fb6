"""What each partner could pay: the frozen proposal adds up to the cent, whatever was agreed."""

from __future__ import annotations

import random
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from funding.models import Pledge, StepInRound
from funding.proposing import Gains, Wish, gains_for, keys_for, share_out
from funding.shares import Unshareable
from partners.models import Organisation
from schuldenlab.lifecycle import Refused
from tests.funding.records import EURO, firm, make_plan
from tests.funding.rounds import open_round, pilot_plan

if TYPE_CHECKING:
    from tests.cast import Cast

Keys = StepInRound.Key
CENTS = st.integers(0, 3_000_000).map(lambda cents: Decimal(cents) / 100)
WISHES = st.builds(Wish, CENTS, st.one_of(st.none(), CENTS))


@given(
    total=st.integers(1, 50_000_000).map(lambda cents: Decimal(cents) / 100),
    wishes=st.dictionaries(st.integers(1, 12), WISHES, max_size=12),
    benefits=st.dictionaries(st.integers(1, 12), CENTS, max_size=12),
    number=st.integers(1, 12),
    key=st.sampled_from(Keys),
)
def test_shares_and_what_nobody_pays_are_the_total(
    total: Decimal,
    wishes: dict[int, Wish],
    benefits: dict[int, Decimal],
    number: int,
    key: str,
) -> None:
    partners = [Organisation(pk=each) for each in range(1, number + 1)]
    mine = {each: wish for each, wish in wishes.items() if each <= number}
    shares = share_out(total, partners, Gains(benefits=benefits), mine, key)
    agreed = sum(
        (each.minimum if each.fixed is None else each.fixed for each in mine.values()), Decimal(0)
    )
    if isinstance(shares, Unshareable):
        assert agreed > total
        assert shares.short == agreed - total
        return
    unshared = total - sum(shares.values())
    assert agreed <= total
    assert unshared >= 0
    assert set(shares) == set(range(1, number + 1))
    if key == Keys.EQUAL and any(each not in mine for each in shares):
        assert unshared == 0
    if key == Keys.FREE:
        assert total - unshared == agreed
    for each, wish in mine.items():
        assert (
            shares[each] == wish.fixed if wish.fixed is not None else shares[each] >= wish.minimum
        )


@pytest.mark.django_db
@pytest.mark.parametrize("seed", range(8))
def test_what_is_kept_of_a_round_adds_up(cast: Cast, seed: int) -> None:
    """In the database, which refuses what does not; and it can be worked out again from it."""
    dice = random.Random(seed)
    plan = pilot_plan(cast, total=dice.randint(50_000, 90_000))
    givers = dice.sample(["BN", "ZD", "EZ", "CH", "FV"], seed % 6)
    for letters in givers:
        firm(cast, plan, letters, dice.randint(1, 5_000), cast.at)
    wishes = {
        each.pk: Wish(
            EURO(dice.randint(0, 500_000)) / 100,
            dice.choice([None, None, EURO(dice.randint(0, 700_000)) / 100]),
        )
        for each in cast.organisations.values()
        if each != cast["WK"] and dice.random() < 0.7
    }
    key = dice.choice(list(Keys))
    found = open_round(cast, plan, key=key, wishes=wishes)
    offers = list(found.offers.select_related("organisation"))
    total, given = found.to_share, sum(each.amount for each in Pledge.objects.all())
    # A giver that reads it subtracts its own: it may be said once three others give as well.
    is_said = len(givers) not in {1, 2, 3}
    assert found.terms.total - total == (given if is_said else 0)
    assert sum(each.share for each in offers) + found.unshared == total
    kept = {each.organisation_id: Wish(each.minimum, each.fixed) for each in offers}
    gains = Gains(benefits={each.organisation_id: each.benefit for each in offers})
    again = share_out(total, [each.organisation for each in offers], gains, kept, key)
    assert again == {each.organisation_id: each.share for each in offers}


@pytest.mark.django_db
def test_gains_are_those_of_the_approved_case(cast: Cast) -> None:
    gains = gains_for(pilot_plan(cast).phase)
    assert gains.case is not None
    assert gains.case.status == "approved"
    assert gains.benefits[cast["GD"].pk] == 4 * gains.benefits[cast["BN"].pk] - Decimal("0.02")
    assert cast["FV"].pk not in gains.benefits
    years = gains.yearly[cast["BN"].pk]
    assert years[:2] == [Fraction(10_000), Fraction(10_000) / (1 + gains.case.as_case().rate)]
    first = gains.case.base_year
    assert gains.payback_year(cast["BN"].pk, Decimal(10_000)) == first
    assert gains.payback_year(cast["BN"].pk, Decimal(10_001)) == first + 1
    assert gains.payback_year(cast["BN"].pk, Decimal(99_999)) is None


@pytest.mark.django_db
def test_a_business_case_knows_no_gains_yet(cast: Cast) -> None:
    gains = gains_for(make_plan(cast, cast.at).phase)
    assert gains == Gains()
    everybody = list(cast.organisations.values())
    assert keys_for(everybody, gains) == [Keys.EQUAL, Keys.FREE]
    assert len(keys_for(everybody, gains_for(pilot_plan(cast).phase))) == 4


@pytest.mark.django_db
def test_too_much_is_said_with_the_amount(cast: Cast) -> None:
    wishes = {cast["BN"].pk: Wish(fixed=EURO(180_000)), cast["ZD"].pk: Wish(minimum=EURO("0.05"))}
    with pytest.raises(Refused, match=r"0[.,]05"):
        open_round(cast, wishes=wishes)
