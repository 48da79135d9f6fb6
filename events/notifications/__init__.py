"""Who is told what about meetings: recipients, template, unique key."""

from .replies import (
    moved_up,
    replacement_asked,
    replacement_refused,
    replacement_welcome,
    reply_reminder,
)

__all__ = [
    "moved_up",
    "replacement_asked",
    "replacement_refused",
    "replacement_welcome",
    "reply_reminder",
]
