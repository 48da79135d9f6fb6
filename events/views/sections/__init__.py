"""The parts of a meeting's page, each under its own name in the template."""

from datetime import datetime
from typing import Any

from events.models import Meeting

from . import agenda, entry, minutes, poll, presence, programme, reply

PARTS = {
    "poll": poll.section,
    "reply": reply.section,
    "programme": programme.section,
    "entry": entry.section,
    "agenda": agenda.section,
    "presence": presence.section,
    "minutes": minutes.section,
}


def sections(meeting: Meeting, person: Any, at: datetime) -> dict[str, Any]:
    """All parts of the page of this meeting, for this person."""
    return {name: part(meeting, person, at) for name, part in PARTS.items()}
