"""Projects, their phases and who steers them."""

from .case_lines import CaseLine, CaseParty
from .cases import DEFAULT_HORIZON, LONGEST_HORIZON, BusinessCase, DiscountRate
from .papers import ProjectDocument, ProjectLink
from .people import Leadership, Participation
from .phases import Phase, Pilot, Prototype
from .projects import Project, ProjectNote
from .stuurgroep import FEWEST_ORGANISATIONS, Stake, Stuurgroep, StuurgroepMember

__all__ = [
    "DEFAULT_HORIZON",
    "FEWEST_ORGANISATIONS",
    "LONGEST_HORIZON",
    "BusinessCase",
    "CaseLine",
    "CaseParty",
    "DiscountRate",
    "Leadership",
    "Participation",
    "Phase",
    "Pilot",
    "Project",
    "ProjectDocument",
    "ProjectLink",
    "ProjectNote",
    "Prototype",
    "Stake",
    "Stuurgroep",
    "StuurgroepMember",
]
