"""Questions about projects."""

from .cases import CasePartQuerySet, CaseQuerySet, DiscountRateQuerySet
from .papers import ProjectDocumentQuerySet
from .phases import PhaseQuerySet
from .projects import OfProjectQuerySet, ProjectQuerySet, on_day
from .stuurgroep import MemberQuerySet, StakeQuerySet

__all__ = [
    "CasePartQuerySet",
    "CaseQuerySet",
    "DiscountRateQuerySet",
    "MemberQuerySet",
    "OfProjectQuerySet",
    "PhaseQuerySet",
    "ProjectDocumentQuerySet",
    "ProjectQuerySet",
    "StakeQuerySet",
    "on_day",
]
