"""Counting a ballot: exact fractions, values in, values out.

The rules are those of the framework's programmaraad: a ballot has an electorate of organisations,
a quorum over that electorate, and a majority over a base. See `docs/concepts.md`, "Ballots".
"""

from .aside import FEWEST_SEATS, may_step_aside, step_aside
from .motion import Base, Choice, MotionCount, MotionRules, count_motion
from .selection import OptionCount, SelectionCount, SelectionRules, count_selection
from .shares import HALF, Outcome, Threshold, TieRule
from .whatif import (
    MotionForecast,
    SelectionForecast,
    foresee_motion,
    foresee_selection,
    quorum_line,
)

__all__ = [
    "FEWEST_SEATS",
    "HALF",
    "Base",
    "Choice",
    "MotionCount",
    "MotionForecast",
    "MotionRules",
    "OptionCount",
    "Outcome",
    "SelectionCount",
    "SelectionForecast",
    "SelectionRules",
    "Threshold",
    "TieRule",
    "count_motion",
    "count_selection",
    "foresee_motion",
    "foresee_selection",
    "may_step_aside",
    "quorum_line",
    "step_aside",
]
