"""States, figures and measures of the Kompas in the words and shapes of the page."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import ngettext

from schuldenlab.portal.kompas import ClauseReading, Kompas, MeasureReading
from schuldenlab.portal.looks import LOOKS, Look, look_of
from schuldenlab.portal.measures import Reading, State

MOST_PIPS = 6


def in_order(kompas: Kompas) -> tuple[int, int]:
    """How many clauses are met or on track, and how many can be judged now."""
    tally = kompas.tally()
    judged = sum(count for state, count in tally.items() if state is not State.NOT_YET)
    return tally[State.MET] + tally[State.ON_TRACK], judged


def _counts(kompas: Kompas) -> Iterator[tuple[Look, int]]:
    """States that occur, the good ones first, with how many clauses are in each."""
    states = [clause.state for clause in kompas.clauses]
    yield from ((look, states.count(state)) for state, look in LOOKS.items() if state in states)


def tally_rows(kompas: Kompas) -> list[dict[str, Any]]:
    """Badges with their numbers."""
    return [{"look": look, "count": count} for look, count in _counts(kompas)]


def wheel_words(kompas: Kompas) -> str:
    """What the drawing says, for who does not see it."""
    total = len(kompas.clauses)
    parts = ", ".join(f"{count} {str(look.word).lower()}" for look, count in _counts(kompas))
    words = ngettext(
        "%(total)s agreement: %(parts)s. Below, each one is explained.",
        "%(total)s agreements: %(parts)s. Below, each one is explained.",
        total,
    )
    return words % {"total": total, "parts": parts}


def clause_facts(clause: ClauseReading) -> dict[str, Any]:
    """One card. When its measures differ each of them shows its own state."""
    states = {measure.state for measure in clause.measures if measure.reading is not None}
    return {
        "number": clause.number,
        "title": clause.title,
        "look": look_of(clause.state),
        "measures": [measure_facts(measure) for measure in clause.measures],
        "has_badges": len(states) > 1,
    }


def measure_facts(measure: MeasureReading) -> dict[str, Any]:
    """One line: the figure in words and as pips or a bar, what we expect, and the evidence."""
    reading = measure.reading
    if reading is None:
        return {"title": measure.title, "is_built": False}
    return {
        "title": measure.title,
        "is_built": True,
        "look": look_of(reading.state),
        "reading": reading,
        "pips": pips_of(reading),
        "is_more": reading.have > reading.need or reading.need == 0,
        "expects": reading.forecast is not None
        and reading.state in {State.ON_TRACK, State.ATTENTION},
    }


def pips_of(reading: Reading) -> tuple[str, ...]:
    """A dot for each one that is needed, up to six; none means that a bar reads better."""
    if reading.pips:
        return reading.pips if len(reading.pips) <= MOST_PIPS else ()
    if not 0 < max(reading.need, reading.have) <= MOST_PIPS:
        return ()
    missing = max(0, reading.need - reading.have)
    return ("held",) * reading.have + ("open",) * missing
