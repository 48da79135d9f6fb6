"""The writes that decide something about meetings."""

from .agendas import (
    add_agenda_document,
    add_agenda_item,
    put_item_on_agenda,
    reorder_agenda,
    take_item_off,
)
from .changing import cancel_meeting, correct_meeting
from .feeds import revoke_feed, start_feed
from .meetings import (
    add_meeting,
    add_series,
    call_off_meeting,
    hold_meeting,
    schedule_meeting,
    take_over_meeting,
)
from .planning import plan_cadence

__all__ = [
    "add_agenda_document",
    "add_agenda_item",
    "add_meeting",
    "add_series",
    "call_off_meeting",
    "cancel_meeting",
    "correct_meeting",
    "hold_meeting",
    "plan_cadence",
    "put_item_on_agenda",
    "reorder_agenda",
    "revoke_feed",
    "schedule_meeting",
    "start_feed",
    "take_item_off",
    "take_over_meeting",
]
