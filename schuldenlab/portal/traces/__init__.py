"""The rows behind each figure of the Kompas, by the code of the measure."""

from . import budget, kernteam, knowledge, meetings, partners, projects, raad, themes
from .registry import TRACES, trace
from .rules import RULES
from .trace import Looking, Row, Rows, Trace

__all__ = [
    "RULES",
    "TRACES",
    "Looking",
    "Row",
    "Rows",
    "Trace",
    "budget",
    "kernteam",
    "knowledge",
    "meetings",
    "partners",
    "projects",
    "raad",
    "themes",
    "trace",
]
