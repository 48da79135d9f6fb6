"""When: series of meetings, the year's slots, the dates they got, agendas, and who was there."""

from .agendas import AgendaDocument, AgendaItem
from .meetings import Attendance, Meeting, MeetingDate, MeetingSeries

__all__ = [
    "AgendaDocument",
    "AgendaItem",
    "Attendance",
    "Meeting",
    "MeetingDate",
    "MeetingSeries",
]
