"""Questions about projects."""

from .phases import PhaseQuerySet
from .projects import OfProjectQuerySet, ProjectQuerySet, on_day
from .stuurgroep import MemberQuerySet, StakeQuerySet

__all__ = [
    "MemberQuerySet",
    "OfProjectQuerySet",
    "PhaseQuerySet",
    "ProjectQuerySet",
    "StakeQuerySet",
    "on_day",
]
