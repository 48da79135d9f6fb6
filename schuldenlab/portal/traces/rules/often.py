"""What rules are made of, and the sentences that many of them share."""

from collections.abc import Callable

from django.utils.translation import gettext as _

from schuldenlab.portal.measures import Asked
from schuldenlab.portal.measures.reading import PATIENCE
from schuldenlab.portal.traces.trace import words_of

Sentences = tuple[str, ...]
Rule = Callable[[Asked], Sentences]


def due(asked: Asked) -> str:
    """The sentence about the by-date."""
    return _("It is due by %(day)s; what comes later in the year still counts.") % {
        "day": words_of(asked.by_on)
    }


def standing() -> str:
    """The sentence about what must hold every day."""
    return _(
        "This must hold every day: what misses asks for attention for %(days)s days, "
        "and is not met after that until it is mended."
    ) % {"days": PATIENCE.days}
