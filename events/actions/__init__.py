"""The writes that decide something about meetings."""

from .agendas import (
    add_agenda_document,
    add_agenda_item,
    put_item_on_agenda,
    reorder_agenda,
    take_item_off,
)
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
from .poll_answers import answer_poll, choose_date, withdraw_poll
from .polls import FEWEST_OPTIONS, MOST_OPTIONS, add_options, open_poll, remind_poll, remind_polls

__all__ = [
    "FEWEST_OPTIONS",
    "MOST_OPTIONS",
    "add_agenda_document",
    "add_agenda_item",
    "add_meeting",
    "add_options",
    "add_series",
    "add_standing_guest",
    "answer_poll",
    "call_off_meeting",
    "choose_date",
    "end_standing_guest",
    "hold_meeting",
    "open_poll",
    "plan_cadence",
    "put_item_on_agenda",
    "remind_poll",
    "remind_polls",
    "reorder_agenda",
    "schedule_meeting",
    "take_item_off",
    "take_over_meeting",
    "withdraw_poll",
]
