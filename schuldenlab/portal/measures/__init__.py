"""The measures of the Kompas, one file per clause of the framework of 2020 to 2024."""

from . import commitment, kernteam, movement, network, projects, raad
from .reading import Asked, Evidence, Reading, State, judge, judge_standing, worst
from .registry import MEASURES, TITLES, measure, measure_titles

__all__ = [
    "MEASURES",
    "TITLES",
    "Asked",
    "Evidence",
    "Reading",
    "State",
    "commitment",
    "judge",
    "judge_standing",
    "kernteam",
    "measure",
    "measure_titles",
    "movement",
    "network",
    "projects",
    "raad",
    "worst",
]
