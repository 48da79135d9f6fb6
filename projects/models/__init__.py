"""Projects, their phases and who steers them."""

from .phases import Phase, Pilot, Prototype
from .projects import Leadership, Participation, Project, ProjectNote
from .stuurgroep import FEWEST_ORGANISATIONS, Stake, Stuurgroep, StuurgroepMember

__all__ = [
    "FEWEST_ORGANISATIONS",
    "Leadership",
    "Participation",
    "Phase",
    "Pilot",
    "Project",
    "ProjectNote",
    "Prototype",
    "Stake",
    "Stuurgroep",
    "StuurgroepMember",
]
