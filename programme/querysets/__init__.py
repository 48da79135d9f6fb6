"""Questions about the year, the programmaraad, ballots, decisions and commitments."""

from .ballots import BallotQuerySet, EntitlementQuerySet, VoteQuerySet
from .decisions import DecisionQuerySet
from .programmes import CommitmentQuerySet, ProgrammeQuerySet
from .raad import DelegateQuerySet, RaadQuerySet, SeatQuerySet, seat_in_raad

__all__ = [
    "BallotQuerySet",
    "CommitmentQuerySet",
    "DecisionQuerySet",
    "DelegateQuerySet",
    "EntitlementQuerySet",
    "ProgrammeQuerySet",
    "RaadQuerySet",
    "SeatQuerySet",
    "VoteQuerySet",
    "seat_in_raad",
]
