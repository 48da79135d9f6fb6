"""What people fill in about money."""

from .deliveries import DeliveryForm, StrikeForm
from .offers import BudgetOfferForm, ChangeOfferForm, OfferForm
from .parts import ScheduleForm
from .plans import ChangePlanForm, MakePlanForm
from .pledges import CorrectForm, CorrectPaperForm, FirmForm, PaperForm, WithdrawForm
from .taking_over import TakeOverPledgeForm

__all__ = [
    "BudgetOfferForm",
    "ChangeOfferForm",
    "ChangePlanForm",
    "CorrectForm",
    "CorrectPaperForm",
    "DeliveryForm",
    "FirmForm",
    "MakePlanForm",
    "OfferForm",
    "PaperForm",
    "ScheduleForm",
    "StrikeForm",
    "TakeOverPledgeForm",
    "WithdrawForm",
]
