"""What people fill in about meetings."""

from .meetings import CallOffForm, HoldForm, ScheduleForm, TakeOverForm, time_field
from .series import BlockedPeriodForm, SeriesForm, StandingGuestForm

__all__ = [
    "BlockedPeriodForm",
    "CallOffForm",
    "HoldForm",
    "ScheduleForm",
    "SeriesForm",
    "StandingGuestForm",
    "TakeOverForm",
    "time_field",
]
