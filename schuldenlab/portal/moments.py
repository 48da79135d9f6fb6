"""Past moments: which moment a day stands for, and which days and years can be asked for."""

from argparse import ArgumentTypeError
from datetime import date, datetime

from django.utils import timezone

from partners.querysets import end_of_day

FIRST_YEAR, LAST_YEAR = 2000, 2199


def end_of(day: date, now: datetime) -> datetime:
    """The last moment of a day in the city; now when the day is today."""
    if day == timezone.localdate(now):
        return now
    return end_of_day(day)


def typed_year(text: str) -> int:
    """A year on the command line."""
    if not (text.isdecimal() and FIRST_YEAR <= int(text) <= LAST_YEAR):
        msg = f"“{text}” is not a year from {FIRST_YEAR} to {LAST_YEAR}."
        raise ArgumentTypeError(msg)
    return int(text)


def typed_day(text: str) -> date:
    """A day on the command line."""
    try:
        day = date.fromisoformat(text)
    except ValueError as error:
        msg = f"“{text}” is not a day. Write it like 2026-09-23."
        raise ArgumentTypeError(msg) from error
    typed_year(str(day.year))
    return day
