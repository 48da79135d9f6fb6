"""What a partner gave and got in words, for its page and for its paper."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from funding.contribution import Gain
from funding.giving import TALK, Given
from projects.views.case_figures import amount, number


def given_in_words(given: Given) -> str:
    """A talk, or guiding a theme."""
    said = _("Spoke: %(title)s") if given.kind == TALK else _("Guides the theme “%(title)s”")
    return said % {"title": given.text}


def gains_in_words(gain: Gain) -> str:
    """How much in how many years, and what it costs this partner by the same case."""
    years = gain.case.horizon
    said = ngettext("%(amount)s in %(years)s year", "%(amount)s in %(years)s years", years)
    words = said % {"amount": amount(gain.benefits), "years": years}
    if gain.costs:
        words += ", " + _("against %(costs)s of costs") % {"costs": amount(gain.costs)}
    return words


def reached_in_words(indicator: Any) -> str:
    """The newest value of an indicator beside its target."""
    facts = {"target": number(indicator.target), "unit": indicator.unit}
    if not indicator.counted:
        return _("nothing measured yet; the target is %(target)s %(unit)s") % facts
    facts["value"] = number(indicator.counted[0].value)
    return _("%(value)s of %(target)s %(unit)s") % facts
