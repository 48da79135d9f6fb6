"""What the staff desk offers to do with the money of phases and of the budget."""

from datetime import datetime
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from schuldenlab.web.moves import Act, ActTable, offered
from schuldenlab.web.ports import DeskMove


def _takes(offer: Any, at: datetime) -> bool:
    """As long as the phase is not over, and not offered anew since."""
    del at
    newer = offer.round.plan.rounds.filter(ordinal__gt=offer.round.ordinal).exists()
    return not newer and offer.round.plan.phase.status in {"planned", "running"}


PLEDGE: Final = (
    Act(
        "funding:pledge-attach",
        _("Make the pledge firm with a signed paper"),
        "check",
        "make_pledge_firm",
        True,
    ),
    Act("funding:delivery-record", _("Record what arrived"), "euro", is_step=True),
    Act("funding:pledge-change", _("Change the offer"), "pencil"),
    Act("funding:pledge-condition", _("The condition is met"), "check"),
    Act("funding:pledge-reschedule", _("Change the years or the days"), "calendar"),
    Act("funding:pledge-correct-paper", _("Correct a mistake, with the signed paper"), "pencil"),
    Act("funding:pledge-open", _("Let everybody see this amount"), "eye"),
    Act("funding:pledge-withdraw", _("Withdraw the pledge"), "cross", "withdraw_pledge"),
)
ACTS: Final[ActTable] = {
    "partners.framework": (
        Act("funding:municipal-contribution", _("Record the municipal contribution"), "euro"),
    ),
    "programme.programme": (Act("funding:carry-over", _("Carry over to the next year"), "arrow"),),
    "projects.phase": (Act("funding:plan-make", _("Make the funding plan"), "euro"),),
    "funding.fundingplan": (
        Act("funding:pledge-offer", _("Record an offer"), "plus"),
        Act("funding:plan-change", _("Change the funding plan"), "pencil"),
        Act("funding:round-open", _("Offer it to all partners again"), "megaphone"),
    ),
    "funding.pledge": PLEDGE,
    "funding.delivery": (Act("funding:delivery-strike", _("Not right? Strike it"), "cross"),),
    "funding.stepinround": (
        Act("funding:round-remind", _("Remind now"), "mail"),
        Act("funding:round-close", _("Close the round"), "lock"),
    ),
    "funding.stepinoffer": (
        Act("funding:stepin-answer", _("Record the answer"), "pencil", when=_takes),
    ),
    "funding.carryover": (Act("funding:carry-over-strike", _("Not right? Strike it"), "cross"),),
}


def moves_of(record: Any, person: Any) -> list[DeskMove]:
    """For a record of this app, and for what it adds to those below."""
    return offered(ACTS, record, person)
