"""What people fill in about the year."""

from .accounts import BlockForm, PublishForm
from .comments import AnswerForm, CommentForm, HandledForm
from .commitments import CommitmentForm, CommitmentHeardForm
from .course import ChangeForm, ProposeChangeForm
from .course_acts import (
    CallForm,
    ChangeBallotForm,
    DecidedForm,
    DoneForm,
    FirstForm,
    JudgeForm,
    ReasonForm,
)
from .decisions import AssignDecisionForm, EnterDecisionForm, HappenedForm, RegisterForm
from .entered import AnswerDisputeForm, DisputeForm, EnterVotesForm
from .facilitators import FacilitatorForm
from .meetings import (
    ChooseMeetingForm,
    MovePointForm,
    OrderForm,
    PaperForm,
    PointForm,
    RaadMeetingForm,
    SendPackForm,
)
from .preparing import (
    MotionForm,
    PrepareBallotForm,
    PrepareMeetingBallotForm,
    SelectionForm,
)
from .programmes import ProgrammeForm
from .seats import DECLINE, AnswerSeatForm, EndSeatForm, InviteToSeatsForm, TakeOverRaadForm
from .stepping_aside import (
    AnswerInterestForm,
    InterestForm,
    QuestionForm,
    RecuseForm,
    WithdrawForm,
)
from .themes import (
    CallDeadlineForm,
    DayForm,
    DeliverForm,
    MeetingChoiceForm,
    NoteForm,
    OpenCallForm,
    ProposeForm,
    StopForm,
    ThemesBallotForm,
)
from .voting import SelectionVoteForm
from .year import (
    BallotForm,
    DeadlineForm,
    DelegatesForm,
    FillSeatForm,
    ProposeRaadForm,
    RaadResponseForm,
    ReceiptForm,
    VoteForm,
)

__all__ = [
    "DECLINE",
    "AnswerDisputeForm",
    "AnswerForm",
    "AnswerInterestForm",
    "AnswerSeatForm",
    "AssignDecisionForm",
    "BallotForm",
    "BlockForm",
    "CallDeadlineForm",
    "CallForm",
    "ChangeBallotForm",
    "ChangeForm",
    "ChooseMeetingForm",
    "CommentForm",
    "CommitmentForm",
    "CommitmentHeardForm",
    "DayForm",
    "DeadlineForm",
    "DecidedForm",
    "DelegatesForm",
    "DeliverForm",
    "DisputeForm",
    "DoneForm",
    "EndSeatForm",
    "EnterDecisionForm",
    "EnterVotesForm",
    "FacilitatorForm",
    "FillSeatForm",
    "FirstForm",
    "HandledForm",
    "HappenedForm",
    "InterestForm",
    "InviteToSeatsForm",
    "JudgeForm",
    "MeetingChoiceForm",
    "MotionForm",
    "MovePointForm",
    "NoteForm",
    "OpenCallForm",
    "OrderForm",
    "PaperForm",
    "PointForm",
    "PrepareBallotForm",
    "PrepareMeetingBallotForm",
    "ProgrammeForm",
    "ProposeChangeForm",
    "ProposeForm",
    "ProposeRaadForm",
    "PublishForm",
    "QuestionForm",
    "RaadMeetingForm",
    "RaadResponseForm",
    "ReasonForm",
    "ReceiptForm",
    "RecuseForm",
    "RegisterForm",
    "SelectionForm",
    "SelectionVoteForm",
    "SendPackForm",
    "StopForm",
    "TakeOverRaadForm",
    "ThemesBallotForm",
    "VoteForm",
    "WithdrawForm",
]
