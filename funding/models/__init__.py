"""Who pays: the plan of each phase, and what organisations pledge to it or to the budget."""

from .carrying import CarryOver
from .deliveries import Delivery
from .plans import FundingPlan, FundingTerms
from .pledges import Pledge
from .schedules import Instalment, Schedule

__all__ = [
    "CarryOver",
    "Delivery",
    "FundingPlan",
    "FundingTerms",
    "Instalment",
    "Pledge",
    "Schedule",
]
