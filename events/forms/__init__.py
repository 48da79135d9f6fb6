"""What people fill in about meetings."""

from .meetings import (
    MOST_PEOPLE,
    WRONG_TIME,
    CallOffForm,
    HoldForm,
    ScheduleForm,
    TakeOverForm,
    time_field,
)
from .series import BlockedPeriodForm, SeriesForm, StandingGuestForm

__all__ = [
    "MOST_PEOPLE",
    "WRONG_TIME",
    "BlockedPeriodForm",
    "CallOffForm",
    "HoldForm",
    "ScheduleForm",
    "SeriesForm",
    "StandingGuestForm",
    "TakeOverForm",
    "time_field",
]
