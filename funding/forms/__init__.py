"""What people fill in about money."""

from .carrying import CarryOverForm
from .deliveries import DeliveryForm, StrikeForm
from .municipal import ContributionForm
from .offers import BudgetOfferForm, ChangeOfferForm, OfferForm
from .parts import ScheduleForm
from .plans import ChangePlanForm, MakePlanForm
from .pledges import CorrectForm, CorrectPaperForm, FirmForm, PaperForm, WithdrawForm
from .stepin import AnswerForm, RoundForm
from .taking_over import TakeOverPledgeForm

__all__ = [
    "AnswerForm",
    "BudgetOfferForm",
    "CarryOverForm",
    "ChangeOfferForm",
    "ChangePlanForm",
    "ContributionForm",
    "CorrectForm",
    "CorrectPaperForm",
    "DeliveryForm",
    "FirmForm",
    "MakePlanForm",
    "OfferForm",
    "PaperForm",
    "RoundForm",
    "ScheduleForm",
    "StrikeForm",
    "TakeOverPledgeForm",
    "WithdrawForm",
]
