"""The measures of the Kompas, one file per clause of the framework of 2020 to 2024."""

from . import (
    budget,
    commitment,
    course,
    kernteam,
    knowledge,
    money,
    movement,
    network,
    offered,
    progress,
    projects,
    raad,
    themes,
)
from .latecomers import MOST_LATE, late_facts
from .reading import Asked, Evidence, Late, LateFact, Reading, State, judge, judge_standing, worst
from .registry import LATECOMERS, MEASURES, TITLES, measure, measure_titles
from .tracing import traced

__all__ = [
    "LATECOMERS",
    "MEASURES",
    "MOST_LATE",
    "TITLES",
    "Asked",
    "Evidence",
    "Late",
    "LateFact",
    "Reading",
    "State",
    "budget",
    "commitment",
    "course",
    "judge",
    "judge_standing",
    "kernteam",
    "knowledge",
    "late_facts",
    "measure",
    "measure_titles",
    "money",
    "movement",
    "network",
    "offered",
    "progress",
    "projects",
    "raad",
    "themes",
    "traced",
    "worst",
]
