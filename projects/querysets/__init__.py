"""Questions about projects."""

from .papers import ProjectDocumentQuerySet
from .phases import PhaseQuerySet
from .projects import OfProjectQuerySet, ProjectQuerySet, on_day
from .stuurgroep import MemberQuerySet, StakeQuerySet

__all__ = [
    "MemberQuerySet",
    "OfProjectQuerySet",
    "PhaseQuerySet",
    "ProjectDocumentQuerySet",
    "ProjectQuerySet",
    "StakeQuerySet",
    "on_day",
]
