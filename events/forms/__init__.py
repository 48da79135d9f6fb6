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

__all__ = [
    "MOST_PEOPLE",
    "WRONG_TIME",
    "CallOffForm",
    "HoldForm",
    "ScheduleForm",
    "TakeOverForm",
    "time_field",
]
