"""The writes that decide something about meetings."""

from .action_items import (
    add_action,
    drop_action,
    finish_action,
    finish_by_link,
    remind_actions,
    reopen_action,
)
from .agendas import (
    add_agenda_document,
    add_agenda_item,
    move_item_on,
    put_item_on_agenda,
    reorder_agenda,
    take_item_off,
)
from .meetings import (
    add_meeting,
    add_series,
    call_off_meeting,
    hold_meeting,
    schedule_meeting,
    take_over_meeting,
)
from .minutes import (
    Overtaken,
    approve_minutes,
    send_minutes,
    start_minutes,
    write_minutes,
)
from .planning import plan_cadence
from .presence import count_presence, note_presence

__all__ = [
    "Overtaken",
    "add_action",
    "add_agenda_document",
    "add_agenda_item",
    "add_meeting",
    "add_series",
    "approve_minutes",
    "call_off_meeting",
    "count_presence",
    "drop_action",
    "finish_action",
    "finish_by_link",
    "hold_meeting",
    "move_item_on",
    "note_presence",
    "plan_cadence",
    "put_item_on_agenda",
    "remind_actions",
    "reopen_action",
    "reorder_agenda",
    "schedule_meeting",
    "send_minutes",
    "start_minutes",
    "take_item_off",
    "take_over_meeting",
    "write_minutes",
]
