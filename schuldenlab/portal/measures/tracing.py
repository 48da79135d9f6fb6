"""The way from a figure to the page with the rows behind it."""

from dataclasses import replace

from django.urls import reverse
from django.utils.translation import gettext as _

from partners.querysets import end_of_day

from .reading import Asked, Evidence, Reading


def traced(reading: Reading, asked: Asked, code: str) -> Reading:
    """The reading, with the page of its rows as the first evidence."""
    first = Evidence(_("What counts"), trace_url(asked, code))
    return replace(reading, evidence=(first, *reading.evidence))


def trace_url(asked: Asked, code: str) -> str:
    """The page with the rows behind a figure, of the same day."""
    return reverse("portal:kompas-measure", args=[asked.year, code]) + stand_of(asked)


def stand_of(asked: Asked) -> str:
    """The day that is shown, in an address; nothing when it is shown as it is now.

    A past day is asked at its last moment.
    """
    is_past = asked.moment == end_of_day(asked.today)
    return f"?stand={asked.today:%d-%m-%Y}" if is_past else ""
