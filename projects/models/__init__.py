"""Projects, their phases and who steers them."""

from .case_lines import CaseLine, CaseParty
from .cases import DEFAULT_HORIZON, LONGEST_HORIZON, BusinessCase, DiscountRate
from .connections import Connection
from .papers import ProjectDocument, ProjectLink
from .people import Leadership, Participation
from .phases import Phase, Pilot, Prototype
from .progress import LIGHTS, Light, ProgressReport, Risk
from .projects import Project, ProjectNote
from .results import Indicator, IndicatorValue
from .stuurgroep import FEWEST_ORGANISATIONS, Stake, Stuurgroep, StuurgroepMember

__all__ = [
    "DEFAULT_HORIZON",
    "FEWEST_ORGANISATIONS",
    "LIGHTS",
    "LONGEST_HORIZON",
    "BusinessCase",
    "CaseLine",
    "CaseParty",
    "Connection",
    "DiscountRate",
    "Indicator",
    "IndicatorValue",
    "Leadership",
    "Light",
    "Participation",
    "Phase",
    "Pilot",
    "ProgressReport",
    "Project",
    "ProjectDocument",
    "ProjectLink",
    "ProjectNote",
    "Prototype",
    "Risk",
    "Stake",
    "Stuurgroep",
    "StuurgroepMember",
]
