"""Arithmetic of places that are filled from one day until another."""

from collections.abc import Sequence
from datetime import date, timedelta

Span = tuple[date, date | None]  # first and last day; without a last one it goes on
DAY = timedelta(days=1)


def filled(spans: Sequence[Span], day: date) -> int:
    """How many hold on that day."""
    return sum(first <= day and (last is None or last >= day) for first, last in spans)


def short_since(spans: Sequence[Span], need: int, day: date, begin: date) -> date | None:
    """The first day of a shortage that still lasts on `day`; None when there is none.

    A shortage that was always there lasts since `begin`.
    """
    if filled(spans, day) >= need:
        return None
    since = begin
    for each in sorted(_changes(spans), reverse=True):
        if each > day:
            continue
        if filled(spans, each - DAY) >= need:
            return each
    return since


def short_from(spans: Sequence[Span], need: int, day: date, until: date) -> date | None:
    """The first day after `day`, until and including another, on which there are too few."""
    ahead = sorted(each for each in _changes(spans) if day < each <= until)
    return next((each for each in ahead if filled(spans, each) < need), None)


def filled_from(spans: Sequence[Span], need: int, day: date) -> date | None:
    """The first day after `day` on which there are enough again, as far as is known."""
    ahead = sorted(each for each in _changes(spans) if each > day)
    return next((each for each in ahead if filled(spans, each) >= need), None)


def _changes(spans: Sequence[Span]) -> set[date]:
    return {first for first, _last in spans} | {last + DAY for _first, last in spans if last}
