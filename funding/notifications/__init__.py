"""Who is told what about money."""

from .pledges import (
    condition_met,
    pledge_corrected,
    pledge_firm,
    pledge_offered,
    pledge_rescheduled,
    pledge_taken_over,
    pledge_withdrawn,
)
from .stepin import (
    stepin_later,
    stepin_offered,
    stepin_recorded,
    stepin_reminder,
    was_reminded,
)

__all__ = [
    "condition_met",
    "pledge_corrected",
    "pledge_firm",
    "pledge_offered",
    "pledge_rescheduled",
    "pledge_taken_over",
    "pledge_withdrawn",
    "stepin_later",
    "stepin_offered",
    "stepin_recorded",
    "stepin_reminder",
    "was_reminded",
]
