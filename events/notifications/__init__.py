"""Who is told what about meetings: recipients, template, unique key."""

from .polls import poll_complete, poll_extended, poll_opened, poll_reminder, poll_withdrawn

__all__ = [
    "poll_complete",
    "poll_extended",
    "poll_opened",
    "poll_reminder",
    "poll_withdrawn",
]
