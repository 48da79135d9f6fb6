"""The writes that decide something about meetings."""

from .agendas import (
    add_agenda_document,
    add_agenda_item,
    put_item_on_agenda,
    reorder_agenda,
    take_item_off,
)
from .circulars import (
    discard_circular,
    draft_circular,
    rewrite_circular,
    send_circular,
    test_circular,
)
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
    "discard_circular",
    "draft_circular",
    "hold_meeting",
    "plan_cadence",
    "put_item_on_agenda",
    "reorder_agenda",
    "rewrite_circular",
    "schedule_meeting",
    "send_circular",
    "take_item_off",
    "take_over_meeting",
    "test_circular",
]
