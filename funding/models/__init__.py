"""Who pays: the plan of each phase, and what organisations pledge to it."""

from .deliveries import Delivery
from .plans import FundingPlan, FundingTerms
from .pledges import Pledge

__all__ = ["Delivery", "FundingPlan", "FundingTerms", "Pledge"]
