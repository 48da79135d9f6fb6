"""The writes that decide something about meetings."""

from .agendas import (
    add_agenda_document,
    add_agenda_item,
    put_item_on_agenda,
    reorder_agenda,
    take_item_off,
)
from .awaiting import free_places, remind_invitees
from .changing import cancel_meeting, correct_meeting
from .day import (
    add_meeting_document,
    add_part,
    change_part,
    describe_meeting,
    take_out_meeting_document,
    take_out_part,
)
from .feeds import revoke_feed, start_feed
from .inviting import invite_audience, join_late
from .meetings import (
    add_meeting,
    add_series,
    call_off_meeting,
    hold_meeting,
    schedule_meeting,
    take_over_meeting,
)
from .planning import plan_cadence
from .replying import accept_replacement, refuse_replacement, reply_to_invitation

__all__ = [
    "accept_replacement",
    "add_agenda_document",
    "add_agenda_item",
    "add_meeting",
    "add_meeting_document",
    "add_part",
    "add_series",
    "call_off_meeting",
    "cancel_meeting",
    "change_part",
    "correct_meeting",
    "describe_meeting",
    "free_places",
    "hold_meeting",
    "invite_audience",
    "join_late",
    "plan_cadence",
    "put_item_on_agenda",
    "refuse_replacement",
    "remind_invitees",
    "reorder_agenda",
    "reply_to_invitation",
    "revoke_feed",
    "schedule_meeting",
    "start_feed",
    "take_item_off",
    "take_out_meeting_document",
    "take_out_part",
    "take_over_meeting",
]
