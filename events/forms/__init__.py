"""What people fill in about meetings."""

from .circulars import CircularForm, EditionForm
from .meetings import (
    MOST_PEOPLE,
    WRONG_TIME,
    CallOffForm,
    HoldForm,
    ScheduleForm,
    TakeOverForm,
    time_field,
)
from .polls import AddOptionsForm, ChooseForm, MomentsForm, OpenPollForm, PollAnswerForm
from .series import BlockedPeriodForm, SeriesForm, StandingGuestForm

__all__ = [
    "MOST_PEOPLE",
    "WRONG_TIME",
    "AddOptionsForm",
    "BlockedPeriodForm",
    "CallOffForm",
    "ChooseForm",
    "CircularForm",
    "EditionForm",
    "HoldForm",
    "MomentsForm",
    "OpenPollForm",
    "PollAnswerForm",
    "ScheduleForm",
    "SeriesForm",
    "StandingGuestForm",
    "TakeOverForm",
    "time_field",
]
