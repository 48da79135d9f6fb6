"""Openness in shapes and words, for pages."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from schuldenlab.documents.models import Openness

from .register import UNJUDGED, Record

# The badge of each state: what is open is in order, closed is no fault, not judged waits.
BADGES: Final[Mapping[str, str]] = {"open": "met", "partly": "track", "closed": "open"}
WORDS: Final[Mapping[str, Any]] = {
    **{str(state): label for state, label in Openness.State.choices},
    UNJUDGED: _("not judged yet"),
}


@dataclass(frozen=True)
class RowLook:
    """One record in a list."""

    record: Record
    badge: str
    words: str
    is_chosen: bool = False
    shown: str = ""  # whether it also stands on the public pages


def row_look(record: Record, *, is_chosen: bool = False, shown: str = "") -> RowLook:
    """With the badge of its openness."""
    state = record.state
    words = str(capfirst(str(WORDS[state])))
    return RowLook(record, BADGES.get(state, "warn"), words, is_chosen, shown)
