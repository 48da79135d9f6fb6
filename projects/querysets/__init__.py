"""Questions about projects."""

from .phases import PhaseQuerySet
from .projects import ProjectQuerySet, on_day
from .stuurgroep import MemberQuerySet, StakeQuerySet

__all__ = ["MemberQuerySet", "PhaseQuerySet", "ProjectQuerySet", "StakeQuerySet", "on_day"]
