"""The cards of the Kompas: clauses and measures in the words and shapes of the page."""

from typing import Any

from schuldenlab.portal.kompas import ClauseReading, MeasureReading
from schuldenlab.portal.looks import expected_in_words, figure_in_words, look_of
from schuldenlab.portal.measures import Reading

MOST_PIPS = 6


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
        "code": measure.code,
        "title": measure.title,
        "is_built": True,
        "look": look_of(reading.state),
        "reading": reading,
        "pips": pips_of(reading),
        "figure": figure_in_words(reading),
        "expected": expected_in_words(reading, measure.late_since),
    }


def pips_of(reading: Reading) -> tuple[str, ...]:
    """A dot for each one that is needed, up to six; none means that a bar reads better."""
    if reading.pips:
        return reading.pips if len(reading.pips) <= MOST_PIPS else ()
    if not 0 < max(reading.need, reading.have) <= MOST_PIPS:
        return ()
    missing = max(0, reading.need - reading.have)
    return ("held",) * reading.have + ("open",) * missing
