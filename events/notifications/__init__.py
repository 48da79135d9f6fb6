"""Who is told what about meetings: recipients, template, unique key."""

from .action_items import (
    action_dropped,
    action_given,
    action_reminder,
    action_reopened,
    not_reminded,
)
from .circulars import circular_facts, circular_sent, circular_tested
from .duties import meeting_presses
from .minutes import minutes_sent
from .polls import poll_complete, poll_extended, poll_opened, poll_reminder, poll_withdrawn
from .replies import (
    moved_up,
    replacement_asked,
    replacement_called,
    replacement_refused,
    replacement_released,
    replacement_welcome,
    reply_reminder,
)

__all__ = [
    "action_dropped",
    "action_given",
    "action_reminder",
    "action_reopened",
    "circular_facts",
    "circular_sent",
    "circular_tested",
    "meeting_presses",
    "minutes_sent",
    "moved_up",
    "not_reminded",
    "poll_complete",
    "poll_extended",
    "poll_opened",
    "poll_reminder",
    "poll_withdrawn",
    "replacement_asked",
    "replacement_called",
    "replacement_refused",
    "replacement_released",
    "replacement_welcome",
    "reply_reminder",
]
