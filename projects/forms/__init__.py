"""What people fill in about projects."""

from .days import OnDayForm, ReasonForm
from .dossier import CorrectNoteForm, DossierForm, HandOverForm, ProjectNoteForm
from .papers import DocumentForm, LinkForm
from .people import (
    EndStakeForm,
    LeaderForm,
    MemberForm,
    OrganisationForm,
    ParticipationForm,
    SomebodyForm,
    StakeForm,
)
from .phases import (
    DecisionForm,
    EvaluationForm,
    GoOnForm,
    OpenForm,
    PilotForm,
    PlanForm,
    PrototypeForm,
    ResultForm,
)

__all__ = [
    "CorrectNoteForm",
    "DecisionForm",
    "DocumentForm",
    "DossierForm",
    "EndStakeForm",
    "EvaluationForm",
    "GoOnForm",
    "HandOverForm",
    "LeaderForm",
    "LinkForm",
    "MemberForm",
    "OnDayForm",
    "OpenForm",
    "OrganisationForm",
    "ParticipationForm",
    "PilotForm",
    "PlanForm",
    "ProjectNoteForm",
    "PrototypeForm",
    "ReasonForm",
    "ResultForm",
    "SomebodyForm",
    "StakeForm",
]
