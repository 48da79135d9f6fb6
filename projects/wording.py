"""Quarters, lights and links in words, for pages, letters and files."""

from collections.abc import Mapping
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from projects.models import Connection, Light
from projects.quarters import Quarter

# How each way a link reads from the other side; the rest reads the same.
BACK: Final[Mapping[str, str]] = {"delivers": "gets", "waits": "awaited"}
ICONS: Final[Mapping[str, str]] = {
    "delivers": "arrow",
    "gets": "arrow",
    "people": "people",
    "waits": "hourglass",
    "awaited": "hourglass",
    "group": "person",
    "other": "link",
}


def quarter_in_words(quarter: Quarter) -> str:
    """Third quarter of 2026."""
    names = {
        1: _("first quarter of %(year)s"),
        2: _("second quarter of %(year)s"),
        3: _("third quarter of %(year)s"),
        4: _("fourth quarter of %(year)s"),
    }
    return names[quarter.number] % {"year": quarter.year}


def quarter_in_short(quarter: Quarter) -> str:
    """Q3 2026, for the head of a column."""
    return pgettext("quarter", "Q%(number)s %(year)s") % {
        "number": quarter.number,
        "year": quarter.year,
    }


def light_in_words(light: str) -> str:
    """The word of a light, with a capital as it stands alone in a badge."""
    return str(Light(light).label).capitalize()


def link_in_words(kind: str) -> str:
    """How a project has to do with another, seen from itself."""
    back = {"gets": _("gets something from"), "awaited": _("is waited for by")}
    return back.get(kind) or str(Connection.Kind(kind).label)
