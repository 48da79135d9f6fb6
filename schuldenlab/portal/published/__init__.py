"""What the outside sees: one place for the public pages, the API, the open data and search.

Each function takes the moment and costs a constant number of queries. What is not marked public is
never in an answer, and neither is a person.
"""

from .account import (
    PublicAccount,
    PublicAccountBlock,
    PublicAccountFigure,
    PublicAccountRow,
    public_accounts,
)
from .kompas import kompas_shown, public_kompas
from .meetings import public_meetings
from .partners import public_partners
from .programme import public_decisions, public_programmes, public_themes
from .projects import public_projects
from .records import (
    PublicClause,
    PublicDecision,
    PublicKompas,
    PublicMeasure,
    PublicMeeting,
    PublicPartner,
    PublicPhase,
    PublicProgramme,
    PublicProject,
    PublicResult,
    PublicTheme,
)
from .versions import version_of, version_of_all

__all__ = [
    "PublicAccount",
    "PublicAccountBlock",
    "PublicAccountFigure",
    "PublicAccountRow",
    "PublicClause",
    "PublicDecision",
    "PublicKompas",
    "PublicMeasure",
    "PublicMeeting",
    "PublicPartner",
    "PublicPhase",
    "PublicProgramme",
    "PublicProject",
    "PublicResult",
    "PublicTheme",
    "kompas_shown",
    "public_accounts",
    "public_decisions",
    "public_kompas",
    "public_meetings",
    "public_partners",
    "public_programmes",
    "public_projects",
    "public_themes",
    "version_of",
    "version_of_all",
]
