"""How a state looks on a page, on paper and in small: its badge, its icon and its word."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from .measures import Reading, State


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


def figure_in_words(reading: Reading) -> str:
    """What there is of what is needed; where nothing is needed, or more is there, only that."""
    if is_more(reading):
        return f"{reading.have} {reading.unit}"
    return gettext("%(have)s of %(need)s") % {"have": reading.have, "need": reading.need}


def is_more(reading: Reading) -> bool:
    """More than what is needed, so that "6 of 5" would read badly."""
    return reading.have > reading.need or reading.need == 0


def expects(reading: Reading) -> bool:
    """Whether it says what we shall have: only of what is still open."""
    return reading.forecast is not None and reading.state in {State.ON_TRACK, State.ATTENTION}


def expected_in_words(reading: Reading, late_since: date | None) -> str:
    """What we shall have; and, where that is enough, that its day has passed all the same."""
    if not expects(reading) or reading.forecast is None:
        return ""
    facts = {"have": reading.forecast, "need": reading.need}
    words = gettext("We expect %(have)s of %(need)s.")
    if reading.forecast > reading.need:
        words = gettext("We expect %(have)s.")
    said = [words % facts]
    is_late = reading.state is State.ATTENTION and reading.forecast >= reading.need
    if late_since is not None and is_late:
        due = gettext("It had to be there on %(day)s.")
        said.insert(0, due % {"day": date_format(late_since, "j\u00a0F")})
    return " ".join(said)


def summary(states: Sequence[State | None]) -> tuple[int, int]:
    """How many of these are met or on track, and how many can be judged now."""
    judged = [each for each in states if each not in {None, State.NOT_YET}]
    return sum(each in {State.MET, State.ON_TRACK} for each in judged), len(judged)


def counts(states: Sequence[State | None]) -> list[tuple[Look, int]]:
    """The states that occur, the good ones first, with how often."""
    return [(look, states.count(state)) for state, look in LOOKS.items() if state in states]


def in_words(states: Sequence[State | None]) -> str:
    """How many clauses are in each state: what a drawing of them says."""
    parts = ", ".join(f"{count} {str(look.word).lower()}" for look, count in counts(states))
    words = ngettext(
        "%(total)s agreement: %(parts)s. Below, each one is explained.",
        "%(total)s agreements: %(parts)s. Below, each one is explained.",
        len(states),
    )
    return words % {"total": len(states), "parts": parts}


def before_us(live_on: date | None) -> str:
    """What a year means that had begun when the lab began to be kept here."""
    words = gettext(
        "This lab has been kept here since %(day)s. Of the time before, only what was taken over "
        "counts, and nothing that is missing is held against us."
    )
    return words % {"day": date_format(live_on, "DATE_FORMAT")} if live_on else ""
