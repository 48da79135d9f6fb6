"""Who pays: the plan of each phase, and what organisations pledge to it."""

from .plans import FundingPlan, FundingTerms
from .pledges import Delivery, Pledge

__all__ = ["Delivery", "FundingPlan", "FundingTerms", "Pledge"]
