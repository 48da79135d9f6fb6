"""How a state looks on a page, on paper and in small: its badge, its icon and its word."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from .measures import State


@dataclass(frozen=True)
class Look:
    """How a state looks: the kind of its badge, its icon, and its word."""

    kind: str
    icon: str
    word: Any


LOOKS: dict[State | None, Look] = {
    State.MET: Look("met", "met", _("Met")),
    State.ON_TRACK: Look("track", "on-track", _("On track")),
    State.ATTENTION: Look("warn", "warning", _("Needs attention")),
    State.MISSED: Look("fail", "not-met", _("Not met")),
    State.NOT_YET: Look("open", "open", _("Not due yet")),
    None: Look("open", "open", _("Not built yet")),
}


def look_of(state: State | None) -> Look:
    """The look of a state; None is what nobody has built yet."""
    return LOOKS[state]
