"""Meetings as entries in a calendar (iCalendar): by mail, as a file, and as a subscription.

RFC 5545 says how an entry is written, RFC 5546 (iTIP) what an organiser sends to whom it invites,
RFC 6047 (iMIP) how that travels by mail.
"""

from .clock import CALENDAR_TYPE, city_clock, new_calendar, written_event
from .entries import cancel_for, download_of, entry_of, request_for
from .feeds import calendar_of, public_calendar

__all__ = [
    "CALENDAR_TYPE",
    "calendar_of",
    "cancel_for",
    "city_clock",
    "download_of",
    "entry_of",
    "new_calendar",
    "public_calendar",
    "request_for",
    "written_event",
]
