"""Who is told what about meetings: recipients, template, unique key."""

from .action_items import (
    action_dropped,
    action_given,
    action_reminder,
    action_reopened,
    not_reminded,
)
from .minutes import minutes_sent

__all__ = [
    "action_dropped",
    "action_given",
    "action_reminder",
    "action_reopened",
    "minutes_sent",
    "not_reminded",
]
