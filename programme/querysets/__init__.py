"""Questions about the year, the programmaraad, ballots, decisions and commitments."""

from .accounts import AccountBlockQuerySet, AccountQuerySet
from .ballots import BallotQuerySet, EntitlementQuerySet, VoteQuerySet
from .candidates import candidates, years_served
from .comments import CommentQuerySet
from .course import CourseChangeQuerySet
from .decisions import DecisionQuerySet, possible_owners
from .entered import DisputeQuerySet
from .interests import InterestQuerySet, InterestQuestionQuerySet, RecusalQuerySet
from .invitations import SeatInvitationQuerySet
from .packs import PackVersionQuerySet
from .prepared import CommitmentDraftQuerySet
from .programmes import CommitmentQuerySet, ProgrammeQuerySet
from .raad import DelegateQuerySet, RaadQuerySet, SeatQuerySet, seat_in_raad
from .themes import (
    ExplorationNoteQuerySet,
    FacilitatorQuerySet,
    InnovationThemeQuerySet,
    ThemeCallQuerySet,
)
from .versions import SubmissionQuerySet, VersionQuerySet

__all__ = [
    "AccountBlockQuerySet",
    "AccountQuerySet",
    "BallotQuerySet",
    "CommentQuerySet",
    "CommitmentDraftQuerySet",
    "CommitmentQuerySet",
    "CourseChangeQuerySet",
    "DecisionQuerySet",
    "DelegateQuerySet",
    "DisputeQuerySet",
    "EntitlementQuerySet",
    "ExplorationNoteQuerySet",
    "FacilitatorQuerySet",
    "InnovationThemeQuerySet",
    "InterestQuerySet",
    "InterestQuestionQuerySet",
    "PackVersionQuerySet",
    "ProgrammeQuerySet",
    "RaadQuerySet",
    "RecusalQuerySet",
    "SeatInvitationQuerySet",
    "SeatQuerySet",
    "SubmissionQuerySet",
    "ThemeCallQuerySet",
    "VersionQuerySet",
    "VoteQuerySet",
    "candidates",
    "possible_owners",
    "seat_in_raad",
    "years_served",
]
