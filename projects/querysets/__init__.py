"""Questions about projects."""

from .cases import CasePartQuerySet, CaseQuerySet, DiscountRateQuerySet
from .papers import ProjectDocumentQuerySet
from .phases import PhaseQuerySet
from .progress import (
    ConnectionQuerySet,
    IndicatorQuerySet,
    ReportQuerySet,
    RiskQuerySet,
    ValueQuerySet,
)
from .projects import OfProjectQuerySet, ProjectQuerySet, on_day
from .stuurgroep import MemberQuerySet, StakeQuerySet

__all__ = [
    "CasePartQuerySet",
    "CaseQuerySet",
    "ConnectionQuerySet",
    "DiscountRateQuerySet",
    "IndicatorQuerySet",
    "MemberQuerySet",
    "OfProjectQuerySet",
    "PhaseQuerySet",
    "ProjectDocumentQuerySet",
    "ProjectQuerySet",
    "ReportQuerySet",
    "RiskQuerySet",
    "StakeQuerySet",
    "ValueQuerySet",
    "on_day",
]
