"""The annual account: figures that come from the data, each with the rows that add up to it."""

from . import deciding, innovating, kompas, money, partners
from .figure import Figure, Question, Row
from .registry import FIGURES, figures_of

__all__ = [
    "FIGURES",
    "Figure",
    "Question",
    "Row",
    "deciding",
    "figures_of",
    "innovating",
    "kompas",
    "money",
    "partners",
]
