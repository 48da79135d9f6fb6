"""Who is told what about the year: recipients, template, unique key."""

from .ballots import ballot_closed, ballot_opened, vote_received, vote_reminder
from .commitments import commitment_asked, commitment_received, commitment_reminder
from .raad import delegates_named, raad_installed, raad_proposed

__all__ = [
    "ballot_closed",
    "ballot_opened",
    "commitment_asked",
    "commitment_received",
    "commitment_reminder",
    "delegates_named",
    "raad_installed",
    "raad_proposed",
    "vote_received",
    "vote_reminder",
]
