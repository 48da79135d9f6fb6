"""What we decide: the programmaraad, the year's programme, ballots, decisions, commitments."""

from .accounts import AccountBlock, AnnualAccount
from .ballots import Ballot
from .calls import ThemeCall
from .comments import PassageComment
from .commitments import Commitment
from .contents import BudgetLine, ProgrammeTheme
from .course import CourseChange
from .course_calls import CrucialCall
from .course_words import BudgetCategory
from .decisions import Decision, DecisionStep
from .entered import Dispute, HandOver
from .exploring import ExplorationNote, Facilitator
from .interests import BallotInterest, InterestQuestion, Recusal
from .invitations import SeatInvitation
from .options import BallotOption
from .packs import PackVersion
from .papers import AgendaBallot
from .prepared import CommitmentDraft
from .programmes import Programme
from .raad import Delegate, Programmaraad, RaadResponse, Seat
from .themes import InnovationTheme
from .versions import ProgrammeSubmission, ProgrammeVersion
from .votes import Entitlement, Vote

__all__ = [
    "AccountBlock",
    "AgendaBallot",
    "AnnualAccount",
    "Ballot",
    "BallotInterest",
    "BallotOption",
    "BudgetCategory",
    "BudgetLine",
    "Commitment",
    "CommitmentDraft",
    "CourseChange",
    "CrucialCall",
    "Decision",
    "DecisionStep",
    "Delegate",
    "Dispute",
    "Entitlement",
    "ExplorationNote",
    "Facilitator",
    "HandOver",
    "InnovationTheme",
    "InterestQuestion",
    "PackVersion",
    "PassageComment",
    "Programmaraad",
    "Programme",
    "ProgrammeSubmission",
    "ProgrammeTheme",
    "ProgrammeVersion",
    "RaadResponse",
    "Recusal",
    "Seat",
    "SeatInvitation",
    "ThemeCall",
    "Vote",
]
