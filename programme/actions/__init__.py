"""The writes that decide something about the year.

Locks are taken in one order: raad, programme, ballot, numbers of decisions.
"""

from .accounts import publish_account, start_account, write_block
from .agendas import plan_raad_meeting, put_on_next_agenda
from .ballots import cast_vote, open_ballot, prepare_programme_ballot
from .calls import close_call, extend_call, open_call, put_themes_to_ballot, remind_proposers
from .closing import close_ballot
from .comments import answer_comment, comment_passage, handle_comment
from .commitments import give_commitment
from .course import call_crucial, judge_change, propose_change, withdraw_change, write_change
from .course_decided import (
    carry_out_change,
    carry_out_first,
    decide_change,
    prepare_change_ballot,
    put_change_to_ballot,
)
from .course_departures import open_change_after, open_due_changes
from .decisions import enter_decision
from .delegates import end_delegations, name_delegates
from .entered import (
    CalledOut,
    correct_vote,
    dispute_vote,
    enter_votes,
    open_ballot_in_meeting,
    uphold_vote,
)
from .exploring import (
    add_facilitator,
    correct_note,
    end_facilitations,
    end_facilitator,
    invite_facilitator,
    write_note,
)
from .follow_up import (
    assign_decision,
    carry_out_decision,
    drop_decision,
    remind_owners,
    report_step,
)
from .handing_over import hand_over_ballot, take_back_ballot
from .interests import (
    answer_interest_question,
    disclose_interest,
    question_interests,
    withdraw_interest,
)
from .invitations import accept_seat, decline_seat, invite_to_seats, withdraw_seat_invitation
from .packs import send_due_packs, send_pack
from .prepared import prepare_commitment
from .preparing import announce_ballot, discard_ballot, prepare_motion, prepare_selection
from .programmes import (
    Overtaken,
    close_programme,
    submit_programme,
    take_back_programme,
    write_programme,
)
from .publicity import hide_from_public, show_in_public
from .raad import install_raad, propose_raad, respond_to_raad
from .recusals import recuse_seat
from .reminders import remind_commitments, remind_reviews, remind_signers, remind_voters
from .seats import end_seat, fill_seat, report_open_seats
from .terms import dissolve_raad, repeat_raad, take_over_raad
from .themes import (
    deliver_theme,
    explore_theme,
    propose_theme,
    select_in_meeting,
    stop_theme,
    withdraw_theme,
    work_out_theme,
)

__all__ = [
    "CalledOut",
    "Overtaken",
    "accept_seat",
    "add_facilitator",
    "announce_ballot",
    "answer_comment",
    "answer_interest_question",
    "assign_decision",
    "call_crucial",
    "carry_out_change",
    "carry_out_decision",
    "carry_out_first",
    "cast_vote",
    "close_ballot",
    "close_call",
    "close_programme",
    "comment_passage",
    "correct_note",
    "correct_vote",
    "decide_change",
    "decline_seat",
    "deliver_theme",
    "discard_ballot",
    "disclose_interest",
    "dispute_vote",
    "dissolve_raad",
    "drop_decision",
    "end_delegations",
    "end_facilitations",
    "end_facilitator",
    "end_seat",
    "enter_decision",
    "enter_votes",
    "explore_theme",
    "extend_call",
    "fill_seat",
    "give_commitment",
    "hand_over_ballot",
    "handle_comment",
    "hide_from_public",
    "install_raad",
    "invite_facilitator",
    "invite_to_seats",
    "judge_change",
    "name_delegates",
    "open_ballot",
    "open_ballot_in_meeting",
    "open_call",
    "open_change_after",
    "open_due_changes",
    "plan_raad_meeting",
    "prepare_change_ballot",
    "prepare_commitment",
    "prepare_motion",
    "prepare_programme_ballot",
    "prepare_selection",
    "propose_change",
    "propose_raad",
    "propose_theme",
    "publish_account",
    "put_change_to_ballot",
    "put_on_next_agenda",
    "put_themes_to_ballot",
    "question_interests",
    "recuse_seat",
    "remind_commitments",
    "remind_owners",
    "remind_proposers",
    "remind_reviews",
    "remind_signers",
    "remind_voters",
    "repeat_raad",
    "report_open_seats",
    "report_step",
    "respond_to_raad",
    "select_in_meeting",
    "send_due_packs",
    "send_pack",
    "show_in_public",
    "start_account",
    "stop_theme",
    "submit_programme",
    "take_back_ballot",
    "take_back_programme",
    "take_over_raad",
    "uphold_vote",
    "withdraw_change",
    "withdraw_interest",
    "withdraw_seat_invitation",
    "withdraw_theme",
    "work_out_theme",
    "write_block",
    "write_change",
    "write_note",
    "write_programme",
]
