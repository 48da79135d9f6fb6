"""The writes that decide something about meetings."""

from .agendas import (
    add_agenda_document,
    add_agenda_item,
    put_item_on_agenda,
    reorder_agenda,
    take_item_off,
)
from .blocking import add_blocked_period, withdraw_blocked_period
from .guests import add_standing_guest, end_standing_guest
from .meetings import (
    add_meeting,
    add_series,
    call_off_meeting,
    hold_meeting,
    schedule_meeting,
    take_over_meeting,
)
from .planning import plan_cadence
from .pressing import open_due_polls, warn_of_last_days
from .series import change_series

__all__ = [
    "add_agenda_document",
    "add_agenda_item",
    "add_blocked_period",
    "add_meeting",
    "add_series",
    "add_standing_guest",
    "call_off_meeting",
    "change_series",
    "end_standing_guest",
    "hold_meeting",
    "open_due_polls",
    "plan_cadence",
    "put_item_on_agenda",
    "reorder_agenda",
    "schedule_meeting",
    "take_item_off",
    "take_over_meeting",
    "warn_of_last_days",
    "withdraw_blocked_period",
]
