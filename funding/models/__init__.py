"""Who pays: plans, pledges to phases and to the budget, and rounds that ask for them."""

from .carrying import CarryOver
from .deliveries import Delivery
from .plans import FundingPlan, FundingTerms
from .pledges import Pledge
from .schedules import Instalment, Schedule
from .stepin import StepInAnswer, StepInOffer, StepInRound

__all__ = [
    "CarryOver",
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
