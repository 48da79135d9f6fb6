"""Who pays: plans of phases, what organisations pledge to them or the budget, and rounds that ask."""

from .deliveries import Delivery
from .plans import FundingPlan, FundingTerms
from .pledges import Pledge
from .schedules import Instalment, Schedule
from .stepin import StepInAnswer, StepInOffer, StepInRound

__all__ = [
    "Delivery",
    "FundingPlan",
    "FundingTerms",
    "Instalment",
    "Pledge",
    "Schedule",
    "StepInAnswer",
    "StepInOffer",
    "StepInRound",
]
