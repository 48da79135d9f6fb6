"""Projects, their phases and who steers them."""

from .papers import ProjectDocument, ProjectLink
from .people import Leadership, Participation
from .phases import Phase, Pilot, Prototype
from .projects import Project, ProjectNote
from .stuurgroep import FEWEST_ORGANISATIONS, Stake, Stuurgroep, StuurgroepMember

__all__ = [
    "FEWEST_ORGANISATIONS",
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
