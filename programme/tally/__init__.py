"""Counting a ballot: exact fractions, values in, values out.

The rules are those of the framework's programmaraad: a ballot has an electorate of organisations,
a quorum over that electorate, and a majority over a base. See `docs/concepts.md`, "Ballots".
"""

from .motion import Base, Choice, MotionCount, MotionRules, count_motion
from .selection import OptionCount, SelectionCount, SelectionRules, count_selection
from .shares import HALF, Outcome, Threshold, TieRule

__all__ = [
    "HALF",
    "Base",
    "Choice",
    "MotionCount",
    "MotionRules",
    "OptionCount",
    "Outcome",
    "SelectionCount",
    "SelectionRules",
    "Threshold",
    "TieRule",
    "count_motion",
    "count_selection",
]
