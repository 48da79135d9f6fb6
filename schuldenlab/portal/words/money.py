"""Acts about the money of phases, in the words of a reader."""

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

MONEY_ACTS: Final[dict[str, Promise]] = {
    "answer_round": pgettext_lazy("act", "step-in offer answered"),
    "carry_over": pgettext_lazy("act", "surplus carried over"),
    "change_plan": pgettext_lazy("act", "funding plan changed"),
    "correct_pledge": pgettext_lazy("act", "firm pledge corrected"),
    "close_round": pgettext_lazy("act", "step-in round closed"),
    "link_departure": pgettext_lazy("act", "leaving of a partner put on a dossier"),
    "make_plan": pgettext_lazy("act", "funding plan made"),
    "make_pledge_firm": pgettext_lazy("act", "pledge made firm"),
    "meet_condition": pgettext_lazy("act", "condition of a pledge met"),
    "offer_pledge": pgettext_lazy("act", "pledge offered"),
    "offer_to_joined": pgettext_lazy("act", "open step-in round offered to who joined"),
    "open_amount": pgettext_lazy("act", "amount of a pledge opened to all"),
    "open_round": pgettext_lazy("act", "step-in round opened"),
    "pledge_contribution": pgettext_lazy("act", "contribution of the municipality recorded"),
    "record_delivery": pgettext_lazy("act", "part of a pledge arrived"),
    "reschedule": pgettext_lazy("act", "parts of a pledge changed"),
    "remind_round": pgettext_lazy("act", "partners reminded of a step-in round"),
    "take_over_pledge": pgettext_lazy("act", "earlier pledge taken over"),
    "strike_carry_over": pgettext_lazy("act", "carried over amount struck"),
    "strike_delivery": pgettext_lazy("act", "part of a pledge struck"),
    "withdraw_pledge": pgettext_lazy("act", "pledge withdrawn"),
}
