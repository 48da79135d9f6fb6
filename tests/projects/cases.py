"""Business cases for tests: one by hand with everything in it, and what Hypothesis thinks of."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from projects.businesscase import Case, Certainty, Effect, Kind, Line, Spread

PARTIES = (
    "Gemeente Den Haag",
    "Zorgverzekeraar",
    "Inwoners",
    "=cmd|'/c calc'!A1",
    "zorg*",
    "Zorg?",
)


def expected(*quantities: str, spread: tuple[str, str] = ("1", "1"), **facts: str) -> Effect:
    """An effect of typed numbers."""
    numbers: dict[str, Any] = {name: Decimal(value) for name, value in facts.items()}
    return Effect(
        tuple(Decimal(each) for each in quantities), spread=Spread(*map(Decimal, spread)), **numbers
    )


def whole_case() -> Case:
    """Every kind of line, and names and texts that look like a formula or a pattern."""
    host, care, residents, bad, stars, mark = PARTIES
    homes = {"is_effect": True, "unit": "huishoudens"}
    care_effect = {"effect": "0.15", "price": "1250.5", "deadweight": "0.2"}
    lines = (
        Line(
            host,
            Kind.COST,
            expected("100000", "50000", "1234.56", spread=("0.9", "1.25")),
            "Uitvoering",
            "other",
            Certainty.MEASURED,
            "begroting",
        ),
        Line(
            care,
            Kind.BENEFIT,
            expected("0", "200", "212.5", "300", spread=("0.5", "1.5"), **care_effect),
            "Minder zorg",
            "care",
            **homes,
        ),
        Line(
            host,
            Kind.BENEFIT,
            expected("0", "100", "100", effect="0.1", price="9000", deadweight="0.95"),
            "+Minder uithuiszetting",
            "debts",
            **homes,
        ),
        Line(care, Kind.TRANSFER, expected("0", "10000", "9999.99"), "Bijdrage", receiver=host),
        Line(residents, Kind.BENEFIT, expected(), "Rust", certainty=Certainty.PRO_MEMORIA),
        Line(bad, Kind.COST, expected("1", "2", "3", "4", "5"), "@SUM(1)", source="-1+1"),
        Line(stars, Kind.BENEFIT, expected("100000", "2", "3", "4", "5"), '"Meer", zei hij'),
        Line(mark, Kind.COST, expected("0", "0", "0", "0", "30000")),
    )
    return Case(lines, PARTIES, Decimal("2.25"), 2026, 2025, 5)


NAMES = st.text(
    st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=12
).filter(lambda name: not name.startswith("'"))
TEXTS = st.one_of(st.just(""), NAMES, st.sampled_from(["=1+1", "+31", "-", "@x", "a b", "007"]))
NUMBERS = st.decimals(min_value=-(10**9), max_value=10**9, places=4)
SHARES = st.decimals(min_value=0, max_value=1, places=6)


@st.composite
def lines_of(draw: st.DrawFn, parties: list[str], years: int) -> Line:
    """A line that a case may have."""
    kind = draw(st.sampled_from(list(Kind) if len(parties) > 1 else [Kind.COST, Kind.BENEFIT]))
    party = draw(st.sampled_from(parties))
    others = [name for name in parties if name != party]
    certainty = draw(st.sampled_from(list(Certainty)))
    is_effect = draw(st.booleans())
    is_counted = certainty != Certainty.PRO_MEMORIA
    spread = Spread(draw(SHARES), 1 + draw(SHARES))
    quantities = draw(st.lists(NUMBERS, max_size=years)) if is_counted else []
    numbers = (draw(NUMBERS), draw(NUMBERS), draw(SHARES)) if is_effect else ()
    return Line(
        party=party,
        kind=kind,
        effect=Effect(tuple(quantities), *numbers, spread=spread),
        text=draw(TEXTS),
        category=draw(TEXTS),
        certainty=certainty,
        source=draw(TEXTS),
        receiver=draw(st.sampled_from(others)) if kind == Kind.TRANSFER else "",
        is_effect=is_effect,
        unit=draw(TEXTS),
    )


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Any case."""
    parties = draw(st.lists(NAMES, min_size=1, max_size=4, unique=True))
    years = draw(st.integers(1, 6))
    return Case(
        lines=tuple(draw(st.lists(lines_of(parties, years), max_size=5))),
        parties=tuple(parties),
        percent=draw(st.decimals(min_value=-50, max_value=100, places=3)),
        base_year=draw(st.integers(2000, 2100)),
        price_year=draw(st.integers(2000, 2100)),
        horizon=years,
    )
