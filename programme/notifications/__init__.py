"""Who is told what about the year: recipients, template, unique key."""

from .accounts import account_published
from .ballots import (
    ballot_announced,
    ballot_closed,
    ballot_opened,
    interest_question_answered,
    interests_questioned,
    seat_recused,
    vote_received,
    vote_reminder,
)
from .commitments import commitment_asked, commitment_received, commitment_reminder
from .course import (
    change_decided,
    change_is_crucial,
    change_is_minor,
    change_proposed,
    change_was_called,
    change_went_first,
)
from .decisions import (
    decision_assigned,
    decision_entered,
    decision_handed_over,
    decision_overdue,
    decision_reminder,
    decision_settled,
)
from .entered import (
    ballot_handed_over,
    ballot_taken_back,
    ballot_to_meeting,
    dispute_answered,
    vote_disputed,
)
from .invitations import seat_answered, seat_offered, seat_open, seat_withdrawn
from .packs import pack_sent
from .prepared import commitment_prepared, preparing_asked
from .raad import delegates_named, raad_installed, raad_proposed
from .texts import comment_answered, comment_made, programme_amended
from .themes import (
    call_extended,
    call_opened,
    facilitator_named,
    proposal_reminder,
    theme_delivered,
    theme_proposed,
    theme_stopped,
    themes_selected,
)

__all__ = [
    "account_published",
    "ballot_announced",
    "ballot_closed",
    "ballot_handed_over",
    "ballot_opened",
    "ballot_taken_back",
    "ballot_to_meeting",
    "call_extended",
    "call_opened",
    "change_decided",
    "change_is_crucial",
    "change_is_minor",
    "change_proposed",
    "change_was_called",
    "change_went_first",
    "comment_answered",
    "comment_made",
    "commitment_asked",
    "commitment_prepared",
    "commitment_received",
    "commitment_reminder",
    "decision_assigned",
    "decision_entered",
    "decision_handed_over",
    "decision_overdue",
    "decision_reminder",
    "decision_settled",
    "delegates_named",
    "dispute_answered",
    "facilitator_named",
    "interest_question_answered",
    "interests_questioned",
    "pack_sent",
    "preparing_asked",
    "programme_amended",
    "proposal_reminder",
    "raad_installed",
    "raad_proposed",
    "seat_answered",
    "seat_offered",
    "seat_open",
    "seat_recused",
    "seat_withdrawn",
    "theme_delivered",
    "theme_proposed",
    "theme_stopped",
    "themes_selected",
    "vote_disputed",
    "vote_received",
    "vote_reminder",
]
