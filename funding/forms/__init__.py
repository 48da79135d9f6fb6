"""What people fill in about money."""

from .carrying import CarryOverForm
from .contribution import ContributionForm
from .deliveries import DeliveryForm, StrikeForm
from .offers import ChangeOfferForm, OfferForm
from .plans import ChangePlanForm, MakePlanForm
from .pledges import FirmForm, PaperForm, WithdrawForm
from .stepin import AnswerForm, RoundForm
from .taking_over import TakeOverPledgeForm

__all__ = [
    "AnswerForm",
    "CarryOverForm",
    "ChangeOfferForm",
    "ChangePlanForm",
    "ContributionForm",
    "DeliveryForm",
    "FirmForm",
    "MakePlanForm",
    "OfferForm",
    "PaperForm",
    "RoundForm",
    "StrikeForm",
    "TakeOverPledgeForm",
    "WithdrawForm",
]
