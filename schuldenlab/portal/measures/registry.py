"""Measures by name: each function registers itself, and the Kompas finds it by its code."""

from collections.abc import Callable, Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from .reading import Asked, Late, Reading

Measure = Callable[[Asked], Reading]
Latecomers = Callable[[Asked], Late]
MEASURES: dict[str, Measure] = {}
LATECOMERS: list[tuple[Latecomers, frozenset[str]]] = []

TITLES: dict[str, Any] = {
    "signed": _("Partners that signed"),
    "ambassadors": _("Partners that are ambassador"),
    "involvement": _("Partners that chose how to take part"),
    "programmaraad": _("Seats in the programmaraad"),
    "programme_adopted": _("Programme adopted"),
    "commitments": _("Partners that commit to the programme"),
    "inspiration_event": _("Inspiration event"),
    "network_meetings": _("Network meetings"),
    "progress_reported": _("Progress reported to the programmaraad"),
    "kernteam": _("Places in the kernteam filled"),
    "course_changes": _("Crucial course changes decided first"),
    "innovation_themes": _("Innovation themes this year"),
    "theme_results": _("Worked out to a business case or prototype"),
    "themes_facilitated": _("Themes with a facilitator"),
    "stuurgroepen": _("Projects with a complete stuurgroep"),
    "leaders_meetings": _("Project leaders’ meetings"),
    "budget_covered": _("Budget covered per category"),
    "municipal_contribution": _("Municipal contribution"),
    "started_with_money": _("Started with co-financing arranged"),
    "offered_to_all": _("Innovations offered to all partners"),
    "knowledge": _("Knowledge and expertise contributed"),
}


def measure(code: str) -> Callable[[Measure], Measure]:
    """Register a function under the code that frameworks use for it."""

    def register(function: Measure) -> Measure:
        if code in MEASURES:
            msg = f"measure {code} is there already"
            raise RuntimeError(msg)
        MEASURES[code] = function
        return function

    return register


def later_known(*codes: str) -> Callable[[Latecomers], Latecomers]:
    """Register where to find facts of these measures that a past day did not know yet."""

    def register(function: Latecomers) -> Latecomers:
        LATECOMERS.append((function, frozenset(codes)))
        return function

    return register


def measure_titles() -> Mapping[str, Any]:
    """What each measure is called, by its code."""
    return TITLES
