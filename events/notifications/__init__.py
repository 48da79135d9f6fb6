"""Who is told what about meetings: recipients, template, unique key."""

from .duties import meeting_presses
from .polls import poll_complete, poll_extended, poll_opened, poll_reminder, poll_withdrawn
from .replies import (
    moved_up,
    replacement_asked,
    replacement_refused,
    replacement_welcome,
    reply_reminder,
)

__all__ = [
    "meeting_presses",
    "moved_up",
    "poll_complete",
    "poll_extended",
    "poll_opened",
    "poll_reminder",
    "poll_withdrawn",
    "replacement_asked",
    "replacement_refused",
    "replacement_welcome",
    "reply_reminder",
]
