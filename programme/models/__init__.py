"""What we decide: the programmaraad, the year's programme, ballots, decisions, commitments."""

from .ballots import Ballot
from .decisions import Commitment, Decision
from .programmes import Programme
from .raad import Delegate, Programmaraad, RaadResponse, Seat
from .votes import Entitlement, Vote

__all__ = [
    "Ballot",
    "Commitment",
    "Decision",
    "Delegate",
    "Entitlement",
    "Programmaraad",
    "Programme",
    "RaadResponse",
    "Seat",
    "Vote",
]
