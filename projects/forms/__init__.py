"""What people fill in about projects."""

from .asking import LinkBallotForm, PhaseBallotForm
from .case_files import CaseFileForm
from .case_lines import LineForm
from .cases import ApproveCaseForm, CaseForm, CopyCaseForm, PartyForm, RateForm
from .course import ProjectChangeForm
from .days import OnDayForm, ReasonForm
from .dossier import CorrectNoteForm, DossierForm, HandOverForm, ProjectNoteForm
from .measuring import ConnectionForm, DropIndicatorForm, IndicatorForm, ValueForm
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
from .publicity import YearInPublicForm
from .reports import CloseRiskForm, ReportForm, RiskForm
from .taking_over import ProjectsFileForm, TakeOverForm

__all__ = [
    "ApproveCaseForm",
    "CaseFileForm",
    "CaseForm",
    "CloseRiskForm",
    "ConnectionForm",
    "CopyCaseForm",
    "CorrectNoteForm",
    "DecisionForm",
    "DocumentForm",
    "DossierForm",
    "DropIndicatorForm",
    "EndStakeForm",
    "EvaluationForm",
    "GoOnForm",
    "HandOverForm",
    "IndicatorForm",
    "LeaderForm",
    "LineForm",
    "LinkBallotForm",
    "LinkForm",
    "MemberForm",
    "OnDayForm",
    "OpenForm",
    "OrganisationForm",
    "ParticipationForm",
    "PartyForm",
    "PhaseBallotForm",
    "PilotForm",
    "PlanForm",
    "ProjectChangeForm",
    "ProjectNoteForm",
    "ProjectsFileForm",
    "PrototypeForm",
    "RateForm",
    "ReasonForm",
    "ReportForm",
    "ResultForm",
    "RiskForm",
    "SomebodyForm",
    "StakeForm",
    "TakeOverForm",
    "ValueForm",
    "YearInPublicForm",
]
