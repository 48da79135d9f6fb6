"""A reader who notes every sum over time works out no amount of one organisation."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import combinations, pairwise
from math import lcm
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from funding.answers import money_condition
from funding.arranging import view_of
from funding.cover import Pledged, Terms
from funding.inference import Noted, rank
from funding.sight import Amount, View, view
from tests.funding.records import firm, make_plan

if TYPE_CHECKING:
    from funding.models import FundingPlan
    from tests.cast import Cast

EURO, CENT = Decimal, Decimal("0.01")
TERMS = Terms(EURO(20_000), EURO(0), 2)
NAMES = ("firm", "cash", "in_kind", "conditional", "offered")
State = list[Amount]


@dataclass
class Story:
    """What a reader may see of a phase after each thing that happened to its money."""

    own: set[int]
    states: list[State]

    def views(self) -> list[View]:
        return [
            view(TERMS, state, self.own, self.states[:number])
            for number, state in enumerate(self.states)
        ]

    def shown(self) -> list[dict[str, Decimal | None]]:
        return [{name: getattr(each, name) for name in NAMES} for each in self.views()]

    def hidden_sums(self) -> list[dict[Any, int]]:
        """The hidden parts of every sum that is shown, read from the pledges themselves."""
        found = []
        for state, sums in zip(self.states, self.shown(), strict=True):
            for name, amount in sums.items():
                if amount is not None:
                    rows = [each for each in state if belongs(each, name) and not each.is_seen]
                    found.append({part(each): each.pledged.organisation_id for each in rows})
        return found

    def otherwise(self, shifts: dict[Any, Decimal]) -> Story:
        """The same with other amounts."""
        states = [[shifted(each, shifts) for each in state] for state in self.states]
        return Story(self.own, states)


def belongs(row: Amount, name: str) -> bool:
    pledged = row.pledged
    if not pledged.value:
        return False
    if name == "conditional":
        return pledged.status == "firm" and pledged.waits
    if name == "offered":
        return pledged.status == "offered"
    return pledged.counts and (name == "firm" or pledged.is_cash is (name == "cash"))


def part(row: Amount) -> Any:
    gone = row.pledged.status == "withdrawn"
    return (row.key, "part") if gone else row.key


def shifted(row: Amount, shifts: dict[Any, Decimal]) -> Amount:
    pledged, by = row.pledged, shifts.get(part(row), EURO(0))
    if pledged.status == "withdrawn":
        return replace(row, pledged=replace(pledged, delivered=pledged.delivered + by))
    return replace(row, pledged=replace(pledged, amount=(pledged.amount or EURO(0)) + by))


@st.composite
def stories(draw: st.DrawFn) -> Story:
    """Up to fourteen things that happen to pledges of up to six organisations."""
    own = set(draw(st.lists(st.integers(1, 6), max_size=1)))
    opened = set(draw(st.lists(st.integers(1, 6), max_size=1)))
    rows: dict[int, Pledged] = {}
    states: list[State] = []
    for _step in range(draw(st.integers(3, 14))):
        happens = draw(st.sampled_from(["new", "new", "new", "firm", "withdraw", "meet"]))
        if happens == "new" or not rows:
            who, is_cash = draw(st.integers(1, 6)), draw(st.integers(0, 3)) > 0
            amount, status = EURO(draw(st.integers(100, 9_000))), draw(st.sampled_from(STATUSES))
            waits = status == "firm" and draw(st.integers(0, 5)) == 0
            rows[len(rows)] = Pledged(who, is_cash, amount, status, waits)
        else:
            key = draw(st.sampled_from(sorted(rows)))
            rows[key] = moved(rows[key], happens, draw(st.sampled_from([EURO(0), EURO(50)])))
        state = [
            Amount(key, each, each.organisation_id in own | opened) for key, each in rows.items()
        ]
        states.append(state)
    return Story(own, states)


STATUSES = ["firm", "firm", "firm", "offered"]


def moved(pledged: Pledged, happens: str, arrived: Decimal) -> Pledged:
    if pledged.status == "withdrawn":
        return pledged
    if happens == "withdraw":
        return replace(pledged, status="withdrawn", delivered=arrived)
    if happens == "meet":
        return replace(pledged, waits=False)
    return replace(pledged, status="firm")


@given(stories())
def test_no_two_sums_differ_by_one_organisation(story: Story) -> None:
    for one, other in combinations(story.hidden_sums(), 2):
        differs = {**one, **other}
        owners = {differs[each] for each in one.keys() ^ other.keys()}
        assert len(owners) != 1


@given(stories())
def test_every_hidden_amount_could_have_been_another(story: Story) -> None:
    """Another world, in which this one amount differs, shows the very same at every moment."""
    sums = story.hidden_sums()
    parts = sorted({each for row in sums for each in row}, key=str)
    assume(parts)
    shown = story.shown()
    free = freedoms(sums, parts)
    for hidden in parts:
        shifts = next(each for each in free if each.get(hidden))
        assert story.otherwise(shifts).shown() == shown


def freedoms(sums: list[dict[Any, int]], parts: list[Any]) -> list[dict[Any, Decimal]]:
    """A basis of the shifts of the parts that change none of the sums, by Gauss and Jordan."""
    rows = [[Fraction(int(part in row)) for part in parts] for row in sums]
    pivots: list[int] = []
    for column in range(len(parts)):
        found = next((r for r in rows[len(pivots) :] if r[column]), None)
        if found is None:
            continue
        rows.remove(found)
        found = [value / found[column] for value in found]
        rows = [[v - r[column] * f for v, f in zip(r, found, strict=True)] for r in rows]
        rows.insert(len(pivots), found)
        pivots.append(column)
    vectors = []
    for column in set(range(len(parts))) - set(pivots):
        vector = [Fraction(0)] * len(parts)
        vector[column] = Fraction(1)
        for number, pivot in enumerate(pivots):
            vector[pivot] = -rows[number][column]
        scale = lcm(*(each.denominator for each in vector))
        vectors.append({part: CENT * int(v * scale) for part, v in zip(parts, vector, strict=True)})
    return vectors


def funders(*given: tuple[int, int]) -> State:
    return [
        Amount(key, Pledged(who, True, EURO(amount), "firm"), False)
        for key, (who, amount) in enumerate(given)
    ]


def test_one_new_pledge_hides_the_sum_and_a_second_brings_it_back() -> None:
    three = funders((1, 10), (2, 20), (3, 30))
    four = funders((1, 10), (2, 20), (3, 30), (4, 77))
    five = funders((1, 10), (2, 20), (3, 30), (4, 77), (5, 5))
    states = [three, four, five]
    sums = [each.firm for each in Story(set(), states).views()]
    assert sums == [60, None, 142]


def test_two_pledges_of_one_organisation_hide_nothing() -> None:
    three, more = ((1, 10), (2, 20), (3, 30)), ((4, 77), (4, 5))
    states = [funders(*three), funders(*three, more[0]), funders(*three, *more)]
    assert [each.firm for each in Story(set(), states).views()] == [60, None, None]


def test_going_round_gives_nobody_away() -> None:
    """a + b, then b + c, then c + a would be three sums of three unknowns."""
    noted = Noted()
    assert noted.takes([{"a": 1, "b": 2, "d": 4}])
    assert noted.takes([{"b": 2, "c": 3, "d": 4}])
    assert not noted.takes([{"c": 3, "a": 1, "d": 4}, {"d": 4}])
    assert noted.takes([{"a": 1, "b": 2, "d": 4}])  # what is known already tells nothing


def test_the_rank() -> None:
    assert rank([]) == rank([{}]) == 0
    steps = [{"a": 1}, {"a": 1, "b": 2}, {"a": 1, "b": 2, "c": 3}]
    assert [rank(steps[:n]) for n in range(4)] == [0, 1, 2, 3]
    assert all(rank(list(each)) == 2 for each in pairwise(steps))
    assert rank([*steps, {"b": 2, "c": 3}]) == 3


@pytest.mark.django_db
def test_the_pages_follow_it(cast: Cast) -> None:
    """From what is on record: four partners, then one more, then a sixth."""
    plan = make_plan(cast, cast.at)
    for letters in ("GD", "ZD", "EZ"):
        firm(cast, plan, letters, 10_000, cast.at)
    sums = [seen(cast, plan, 0)]
    for hours, letters in enumerate(("CH", "BN"), start=1):
        firm(cast, plan, letters, 7_777, cast.at + timedelta(hours=hours))
        sums.append(seen(cast, plan, hours))
    assert sums == [EURO(30_000), None, EURO(45_554)]
    (condition,) = money_condition(plan.phase, cast.at + timedelta(hours=1), None)
    assert "37.777" not in condition.text
    assert "30.000" not in condition.text


def seen(cast: Cast, plan: FundingPlan, hours: int) -> Decimal | None:
    """By somebody of a partner that pays nothing."""
    person = cast.contact
    person.moment = cast.at + timedelta(hours=hours)
    shown = view_of(plan, person)
    assert shown is not None
    return shown.firm
