"""Questions about funding."""

from .carrying import CarryOverQuerySet
from .plans import FundingPlanQuerySet
from .pledges import DeliveryQuerySet, PledgeQuerySet
from .schedules import InstalmentQuerySet
from .stepin import StepInAnswerQuerySet, StepInOfferQuerySet, StepInRoundQuerySet

__all__ = [
    "CarryOverQuerySet",
    "DeliveryQuerySet",
    "FundingPlanQuerySet",
    "InstalmentQuerySet",
    "PledgeQuerySet",
    "StepInAnswerQuerySet",
    "StepInOfferQuerySet",
    "StepInRoundQuerySet",
]
