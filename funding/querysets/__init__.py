"""Questions about funding."""

from .plans import FundingPlanQuerySet
from .pledges import DeliveryQuerySet, PledgeQuerySet
from .stepin import StepInAnswerQuerySet, StepInOfferQuerySet, StepInRoundQuerySet

__all__ = [
    "DeliveryQuerySet",
    "FundingPlanQuerySet",
    "PledgeQuerySet",
    "StepInAnswerQuerySet",
    "StepInOfferQuerySet",
    "StepInRoundQuerySet",
]
