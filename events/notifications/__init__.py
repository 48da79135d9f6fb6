"""Who is told what about meetings: recipients, template, unique key."""

from .duties import meeting_presses
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
    "replacement_asked",
    "replacement_refused",
    "replacement_welcome",
    "reply_reminder",
]
