"""Figures by name: each function registers itself, and a text cites it by that name."""

from collections.abc import Callable

from django.conf import settings
from django.utils import translation

from .figure import Figure, Question

Counter = Callable[[Question], Figure]
FIGURES: dict[str, Counter] = {}


def figure(code: str) -> Callable[[Counter], Counter]:
    """Register a function under the name with which texts cite its figure."""

    def register(function: Counter) -> Counter:
        if code in FIGURES:
            msg = f"figure {code} is there already"
            raise RuntimeError(msg)
        FIGURES[code] = function
        return function

    return register


def figures_of(question: Question) -> dict[str, Figure]:
    """Every figure of a year as it was known at a moment, in a constant number of queries.

    As everybody may see them, and always in the language of the records.
    """
    with translation.override(settings.LANGUAGE_CODE):
        return {code: count(question) for code, count in FIGURES.items()}
