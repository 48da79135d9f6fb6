"""Questions about funding."""

from .plans import FundingPlanQuerySet
from .pledges import DeliveryQuerySet, PledgeQuerySet
from .schedules import InstalmentQuerySet
from .stepin import StepInAnswerQuerySet, StepInOfferQuerySet, StepInRoundQuerySet

__all__ = [
    "DeliveryQuerySet",
    "FundingPlanQuerySet",
    "InstalmentQuerySet",
    "PledgeQuerySet",
    "StepInAnswerQuerySet",
    "StepInOfferQuerySet",
    "StepInRoundQuerySet",
]
