"""How the proposed share of one partner was worked out, in words; only its own figures.

The partner reads it, and the kernteam that records its answer.
"""

from django.utils.translation import gettext as _

from funding.models import StepInOffer, StepInRound
from schuldenlab.web.templatetags.look import euro

Keys = StepInRound.Key


def share_told(offer: StepInOffer) -> str:
    """One or two sentences for this partner. Nothing in it is about another one."""
    if offer.share is None:
        return _("This partner joined while the round was open, so we propose no amount.")
    if offer.fixed is not None:
        return _("This amount was agreed beforehand.")
    words = {
        Keys.EQUAL: _("Every partner with whom nothing else was agreed is asked the same amount."),
        Keys.BENEFIT: _("What is still needed is shared in proportion to what each partner gains."),
        Keys.CAPPED: _(
            "What is still needed is shared in proportion to what each partner gains, and nobody "
            "is asked more than it gains."
        ),
        Keys.FREE: _("Only partners with whom an amount was agreed are asked one."),
    }
    said = [words[Keys(offer.round.key)]]
    if offer.minimum and offer.share == offer.minimum:
        said.append(_("At least %(least)s was agreed beforehand.") % {"least": euro(offer.minimum)})
    elif not offer.share:
        said.append(_("So we propose no amount here. Whatever comes is welcome."))
    return " ".join(said)
