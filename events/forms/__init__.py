"""What people fill in about meetings."""

from .meetings import CallOffForm, HoldForm, ScheduleForm, TakeOverForm, time_field
from .polls import AddOptionsForm, ChooseForm, MomentsForm, OpenPollForm, PollAnswerForm

__all__ = [
    "AddOptionsForm",
    "CallOffForm",
    "ChooseForm",
    "HoldForm",
    "MomentsForm",
    "OpenPollForm",
    "PollAnswerForm",
    "ScheduleForm",
    "TakeOverForm",
    "time_field",
]
