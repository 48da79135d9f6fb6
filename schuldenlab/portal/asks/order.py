"""In which order things are asked: the most urgent first, and three of them on top."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Final

from .ask import Ask

YOUNG_DAYS: Final = 14
WAITING_DAYS: Final = 7
OPTIONAL_DAYS: Final = 30
QUIET_DAYS: Final = 60
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
