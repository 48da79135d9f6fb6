"""Questions about funding."""

from .plans import FundingPlanQuerySet
from .pledges import DeliveryQuerySet, PledgeQuerySet

__all__ = ["DeliveryQuerySet", "FundingPlanQuerySet", "PledgeQuerySet"]
