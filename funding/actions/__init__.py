"""The writes that decide something about money.

Each locks the row of its plan first (a pledge to the budget has none), then the pledge; a change of
course comes after. A plan is made under the lock of its phase, and the start of a phase takes the
plan last. A step-in round and what is answered to it take the lock of the plan as well.
"""

from .answering import answer_round
from .carrying import carry_over, strike_carry_over
from .correcting import correct_pledge
from .deliveries import record_delivery, strike_delivery
from .departures import link_departure
from .firm import make_pledge_firm, meet_condition, withdraw_pledge
from .municipal import pledge_contribution
from .plans import change_plan, make_plan
from .pledges import change_offer, offer_pledge, offer_to_budget, open_amount
from .reminding import remind_partners, remind_round
from .schedules import reschedule
from .stepin import close_round, offer_to_joined, open_round
from .taking_over import take_over_pledge

__all__ = [
    "answer_round",
    "carry_over",
    "change_offer",
    "change_plan",
    "close_round",
    "correct_pledge",
    "link_departure",
    "make_plan",
    "make_pledge_firm",
    "meet_condition",
    "offer_pledge",
    "offer_to_budget",
    "offer_to_joined",
    "open_amount",
    "open_round",
    "pledge_contribution",
    "record_delivery",
    "remind_partners",
    "remind_round",
    "reschedule",
    "strike_carry_over",
    "strike_delivery",
    "take_over_pledge",
    "withdraw_pledge",
]
