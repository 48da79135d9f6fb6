"""The writes that decide something about meetings."""

from .agendas import (
    add_agenda_document,
    add_agenda_item,
    put_item_on_agenda,
    reorder_agenda,
    take_item_off,
)
from .blocking import add_blocked_period, withdraw_blocked_period
from .meetings import (
    add_meeting,
    add_series,
    call_off_meeting,
    hold_meeting,
    schedule_meeting,
    take_over_meeting,
)
from .planning import plan_cadence
from .series import add_standing_guest, change_series, end_standing_guest

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
    "plan_cadence",
    "put_item_on_agenda",
    "reorder_agenda",
    "schedule_meeting",
    "take_item_off",
    "take_over_meeting",
    "withdraw_blocked_period",
]
