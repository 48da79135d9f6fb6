"""In which order things are asked: the most urgent first, and three of them on top."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Final

from .ask import Ask

YOUNG_DAYS: Final = 14
WAITING_DAYS: Final = 7
OPTIONAL_DAYS: Final = 30
QUIET_DAYS: Final = 60
ON_TOP: Final = 3
FAR: Final = datetime.max.replace(tzinfo=UTC)


def pressing_days(ask: Ask) -> int:
    """In how many days it presses, on one scale for all asks.

    - With a last day that still comes: as many days as there are left. What one may leave (papers
      to read, a response, a proposal) counts as a month further away: questions that ask for an
      answer come first.
    - With a last day that passed at most two weeks ago: today. It was forgotten, and still counts.
    - Without a last day, or passed longer ago, while somebody waits for it: within a week.
    - Any other without a last day, or passed longer ago: in two months. Nothing happens when it
      lies there a little longer, so it does not push away what has a day.
    """
    left = ask.days_left
    if left is not None and left >= 0:
        return left + OPTIONAL_DAYS if ask.optional else left
    if left is not None and left >= -YOUNG_DAYS and not ask.optional:
        return 0
    return WAITING_DAYS if ask.waits else QUIET_DAYS


def most_urgent_first(asks: Iterable[Ask]) -> list[Ask]:
    """What presses first; as pressing as each other: the earliest last day, then by title."""
    return sorted(asks, key=lambda ask: (pressing_days(ask), ask.due or FAR, ask.title))


def on_top(asks: Iterable[Ask]) -> tuple[list[Ask], list[Ask]]:
    """Which three stand on top, as they are shown there; and the rest, most urgent first.

    The scale chooses. What lies there since its day passed, while nobody waits for it, stays below
    as long as anything else presses. On top the nearest last day comes first, one that passed
    before all; what one may leave comes last.
    """
    every = most_urgent_first(asks)
    pressing = [ask for ask in every if not _lies(ask)]
    top = (pressing or every)[:ON_TOP]
    return sorted(top, key=_shown), [ask for ask in every if ask not in top]


def _lies(ask: Ask) -> bool:
    """Whether its day passed and nothing happened."""
    is_past = ask.days_left is not None and ask.days_left < 0
    return is_past and pressing_days(ask) >= QUIET_DAYS


def _shown(ask: Ask) -> tuple[bool, int, datetime, str]:
    """By the day on the card; without a day where it stands on the scale."""
    days = pressing_days(ask) if ask.days_left is None else ask.days_left
    return ask.optional, days, ask.due or FAR, ask.title
