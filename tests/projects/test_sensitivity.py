"""What becomes of a case when something is otherwise, and two cases beside each other."""

from __future__ import annotations

import dataclasses
from decimal import Decimal
from fractions import Fraction

from hypothesis import given, settings

from projects.businesscase import (
    Case,
    Kind,
    Level,
    Line,
    Turn,
    compare,
    evaluate_case,
    sensitivity,
)
from tests.projects.cases import cases, expected, whole_case


def case_of(*lines: Line, percent: str = "25") -> Case:
    names = tuple(dict.fromkeys(line.party for line in lines))
    return Case(lines, names, Decimal(percent), 2026, 2026, 2)


COST = Line("a", Kind.COST, expected("100"), "Uitvoering")
EFFECT = Line(
    "b",
    Kind.BENEFIT,
    expected("0", "10", effect="0.5", price="100", deadweight="0.2"),
    "Minder schulden",
    is_effect=True,
)


def test_by_hand() -> None:
    """400 a year later is worth 320 now at 25 %, of which 100 are the costs."""
    found = sensitivity(case_of(COST, EFFECT))
    assert [(each.value, each.npv) for each in found.rates] == [
        (0, 300),
        (24, Fraction(400, 1) / Fraction(124, 100) - 100),
        (25, 220),
        (26, Fraction(400, 1) / Fraction(126, 100) - 100),
        (27, Fraction(400, 1) / Fraction(127, 100) - 100),
    ]
    assert [each.is_own for each in found.rates] == [False, False, True, False, False]
    assert [each.npv for each in found.effects] == [60, 156, 220, 284]
    assert [each.npv for each in found.deadweights] == [220, 180, 140]
    assert found.effects[0].ratio == Fraction(16, 10)
    assert found.even_effect == Fraction(100, 320)
    assert found.even_deadweight == Fraction(220, 400)


def test_where_there_is_no_break_even() -> None:
    bare = sensitivity(case_of(COST))
    assert (bare.even_effect, bare.even_deadweight) == (None, None)
    gain = Line("b", Kind.BENEFIT, expected("500"))
    rich = sensitivity(case_of(COST, gain, EFFECT))
    assert (rich.even_effect, rich.even_deadweight) == (None, None)
    dear = dataclasses.replace(COST, effect=expected("1000"))
    assert sensitivity(case_of(dear, EFFECT)).even_deadweight is None
    assert sensitivity(case_of(dear, EFFECT)).even_effect == Fraction(1000, 320)
    assert sensitivity(case_of()).effects[0].ratio is None


def test_a_break_even_beyond_a_deadweight_that_is_full() -> None:
    """One line is lost wholly at 30 points more; what must still go is of the other."""
    first = dataclasses.replace(EFFECT, effect=expected("10", price="10", deadweight="0.7"))
    second = dataclasses.replace(EFFECT, effect=expected("10", price="20", deadweight="0"))
    found = sensitivity(case_of(COST, first, second)).even_deadweight
    assert found == Fraction(1, 2)
    case = case_of(COST, first, second)
    assert evaluate_case(case, deadweight=Decimal("0.5")).npv == 0


@settings(max_examples=60)
@given(case=cases())
def test_every_trial_is_what_counting_again_finds(case: Case) -> None:
    for level in Level:
        found = sensitivity(case, level)
        for trial in found.rates:
            counted = evaluate_case(case, level, rate=Fraction(trial.value) / 100)
            assert (trial.npv, trial.ratio) == (counted.npv, counted.ratio)
        for trial in found.effects:
            counted = evaluate_case(case, level, effect=trial.value)
            assert (trial.npv, trial.ratio) == (counted.npv, counted.ratio)
        for trial in found.deadweights:
            counted = evaluate_case(case, level, deadweight=trial.value)
            assert (trial.npv, trial.ratio) == (counted.npv, counted.ratio)
        without = evaluate_case(case, level, effect=Decimal(0)).npv
        own = evaluate_case(case, level).npv
        if found.even_effect is not None:
            assert without + found.even_effect * (own - without) == 0
        assert [each.npv for each in found.rates if each.is_own] == [own]


# -- two cases -------------------------------------------------------------------------------------


@settings(max_examples=40)
@given(case=cases())
def test_a_case_does_not_differ_from_itself(case: Case) -> None:
    found = compare(case, case)
    assert found.is_same
    assert [each.line for each in found.lines] == list(case.lines)


def test_what_changed_is_named() -> None:
    before = whole_case()
    first = before.lines[0]
    dearer = dataclasses.replace(
        first, effect=dataclasses.replace(first.effect, price=Decimal(2)), source="jaarrekening"
    )
    new = Line("Rijk", Kind.BENEFIT, expected("5"), "Minder beroep")
    after = dataclasses.replace(
        before,
        lines=(new, dearer, *before.lines[2:]),
        parties=(*before.parties, "Rijk"),
        percent=Decimal(3),
        horizon=4,
    )
    found = compare(before, after)
    assert [(each.name, each.before, each.after) for each in found.assumptions] == [
        ("percent", Decimal("2.25"), 3),
        ("horizon", 5, 4),
    ]
    assert (found.parties_added, found.parties_removed) == (("Rijk",), ())
    turns = [each.turn for each in found.lines]
    assert turns == [Turn.ADDED, Turn.CHANGED, *[Turn.SAME] * 6, Turn.REMOVED]
    assert [each.name for each in found.lines[1].changes] == ["source", "price"]
    assert found.lines[-1].line == before.lines[1]
    assert (found.before, found.after) == (evaluate_case(before), evaluate_case(after))
    rijk = next(each for each in found.parties if each.name == "Rijk")
    assert rijk.before is None
    assert not found.is_same
    back = compare(after, before)
    assert back.parties_removed == ("Rijk",)
    assert [each.name for each in back.parties][-1] == "Rijk"


def test_lines_with_the_same_words_go_together_as_well_as_they_can() -> None:
    one, two, three = (
        dataclasses.replace(COST, effect=expected(amount)) for amount in ("1", "2", "3")
    )
    found = compare(case_of(one, two), case_of(two, three, one))
    assert [(each.turn, each.line) for each in found.lines] == [
        (Turn.SAME, two),
        (Turn.ADDED, three),
        (Turn.SAME, one),
    ]
