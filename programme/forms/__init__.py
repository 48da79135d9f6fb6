"""What people fill in about the year."""

from .commitments import CommitmentForm, CommitmentHeardForm
from .year import (
    BallotForm,
    DeadlineForm,
    DelegatesForm,
    FillSeatForm,
    ProgrammeForm,
    ProposeRaadForm,
    RaadResponseForm,
    ReceiptForm,
    VoteForm,
)

__all__ = [
    "BallotForm",
    "CommitmentForm",
    "CommitmentHeardForm",
    "DeadlineForm",
    "DelegatesForm",
    "FillSeatForm",
    "ProgrammeForm",
    "ProposeRaadForm",
    "RaadResponseForm",
    "ReceiptForm",
    "VoteForm",
]
