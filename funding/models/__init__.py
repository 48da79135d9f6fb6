"""Who pays: the plan of each phase, what organisations pledge to it, and rounds that ask them."""

from .deliveries import Delivery
from .plans import FundingPlan, FundingTerms
from .pledges import Pledge
from .stepin import StepInAnswer, StepInOffer, StepInRound

__all__ = [
    "Delivery",
    "FundingPlan",
    "FundingTerms",
    "Pledge",
    "StepInAnswer",
    "StepInOffer",
    "StepInRound",
]
