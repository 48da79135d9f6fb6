"""Questions about funding."""

from .plans import FundingPlanQuerySet
from .pledges import DeliveryQuerySet, PledgeQuerySet
from .schedules import InstalmentQuerySet

__all__ = ["DeliveryQuerySet", "FundingPlanQuerySet", "InstalmentQuerySet", "PledgeQuerySet"]
