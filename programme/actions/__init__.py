"""The writes that decide something about the year.

Locks are taken in one order: raad, programme, ballot.
"""

from .ballots import cast_vote, open_ballot, put_programme_to_ballot
from .closing import close_ballot
from .commitments import give_commitment
from .delegates import end_delegations
from .programmes import submit_programme, write_programme
from .raad import fill_seat, install_raad, name_delegates, propose_raad, respond_to_raad
from .reminders import remind_commitments, remind_reviews, remind_signers, remind_voters

__all__ = [
    "cast_vote",
    "close_ballot",
    "end_delegations",
    "fill_seat",
    "give_commitment",
    "install_raad",
    "name_delegates",
    "open_ballot",
    "propose_raad",
    "put_programme_to_ballot",
    "remind_commitments",
    "remind_reviews",
    "remind_signers",
    "remind_voters",
    "respond_to_raad",
    "submit_programme",
    "write_programme",
]
