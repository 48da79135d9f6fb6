"""What this app keeps about a person, for that person."""

from typing import Any

from schuldenlab.web.ports import DataGroup

from .answers import answers
from .course import changes
from .decisions import about_decisions, decision_table
from .meetings import around_meetings
from .seats import about_interests, as_delegate, seat_answers
from .texts import said
from .themes import about_themes

__all__ = ["decision_table", "personal_data"]


def personal_data(person: Any) -> list[DataGroup]:
    """Seats, votes with their choice (they are one's own), answers, texts, themes, decisions."""
    return [
        *as_delegate(person),
        *about_interests(person),
        *seat_answers(person),
        *answers(person),
        *said(person),
        *around_meetings(person),
        *about_themes(person),
        *changes(person),
        *about_decisions(person),
    ]
