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
from .awaiting import free_places, remind_invitees
from .blocking import add_blocked_period, withdraw_blocked_period
from .changing import cancel_meeting, correct_meeting
from .circulars import (
    discard_circular,
    draft_circular,
    rewrite_circular,
    send_circular,
    test_circular,
)
from .day import (
    add_meeting_document,
    add_part,
    change_part,
    describe_meeting,
    take_out_meeting_document,
    take_out_part,
)
from .feeds import revoke_feed, start_feed
from .guests import add_standing_guest, end_standing_guest
from .inviting import invite_audience, join_late
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
from .poll_answers import answer_poll, choose_date
from .polls import (
    FEWEST_OPTIONS,
    MOST_OPTIONS,
    add_options,
    open_poll,
    remind_poll,
    remind_polls,
    withdraw_poll,
)
from .presence import count_presence, note_presence
from .pressing import open_due_polls, warn_of_last_days
from .replying import accept_replacement, refuse_replacement, reply_to_invitation
from .series import change_series

__all__ = [
    "FEWEST_OPTIONS",
    "MOST_OPTIONS",
    "Overtaken",
    "accept_replacement",
    "add_action",
    "add_agenda_document",
    "add_agenda_item",
    "add_blocked_period",
    "add_meeting",
    "add_meeting_document",
    "add_options",
    "add_part",
    "add_series",
    "add_standing_guest",
    "answer_poll",
    "approve_minutes",
    "call_off_meeting",
    "cancel_meeting",
    "change_part",
    "change_series",
    "choose_date",
    "correct_meeting",
    "count_presence",
    "describe_meeting",
    "discard_circular",
    "draft_circular",
    "drop_action",
    "end_standing_guest",
    "finish_action",
    "finish_by_link",
    "free_places",
    "hold_meeting",
    "invite_audience",
    "join_late",
    "move_item_on",
    "note_presence",
    "open_due_polls",
    "open_poll",
    "plan_cadence",
    "put_item_on_agenda",
    "refuse_replacement",
    "remind_actions",
    "remind_invitees",
    "remind_poll",
    "remind_polls",
    "reopen_action",
    "reorder_agenda",
    "reply_to_invitation",
    "revoke_feed",
    "rewrite_circular",
    "schedule_meeting",
    "send_circular",
    "send_minutes",
    "start_feed",
    "start_minutes",
    "take_item_off",
    "take_out_meeting_document",
    "take_out_part",
    "take_over_meeting",
    "test_circular",
    "warn_of_last_days",
    "withdraw_blocked_period",
    "withdraw_poll",
    "write_minutes",
]
