"""How figures of money and of what is given are counted."""

from django.utils.translation import gettext as _

from schuldenlab.portal.measures import Asked

from .often import Sentences, due


def budget_covered(asked: Asked) -> Sentences:
    """Categories that are certain."""
    return (
        _("Each category counts for which the adopted programme needs money in this year."),
        _(
            "It is in order when what it needs is certain: firm pledges without an open "
            "condition, and what was carried over from the year before."
        ),
        due(asked),
    )


def municipal_contribution(asked: Asked) -> Sentences:
    """What the host gives, in the years of the framework."""
    first, last = asked.framework.contribution_from, asked.framework.contribution_until
    if first is None or last is None or not first <= asked.year <= last:
        return (_("The framework asks no contribution of this year."),)
    years = {"first": first, "last": last, "host": asked.framework.host.name}
    return (
        _("%(host)s gives in each year from %(first)s until %(last)s to two categories.") % years,
        _("A category is in order with a firm pledge for the year; an offer is expected only."),
        due(asked),
    )


def started_with_money(asked: Asked) -> Sentences:
    """Phases that began with their money arranged."""
    return (
        _("Each business case, pilot or project that began in this year counts."),
        _(
            "Its money must be arranged on the day on which it begins: enough in cash, enough "
            "in all, and from at least %(fewest)s organisations."
        )
        % {"fewest": asked.framework.funders_min},
        _("A prototype asks for no money. What was taken over is left out."),
    )


def offered_to_all(asked: Asked) -> Sentences:
    """Innovations that every partner could step into."""
    del asked
    return (
        _(
            "Each innovation counts of which the first phase with money began in this year, or "
            "waits for its money."
        ),
        _("It is in order when it was offered to all partners before that phase began."),
        _("One that began without breaks the rule, and that cannot be mended."),
    )


def knowledge(asked: Asked) -> Sentences:
    """Partners that gave knowledge, hours, data or a place."""
    del asked
    return (
        _(
            "A partner counts once in a year in which it gave knowledge, hours, data or a "
            "place: by a firm pledge in kind, by something that arrived, by speaking at a "
            "meeting that was held, or by guiding a theme."
        ),
        _(
            "The framework names no number: one partner is enough. What is only offered does "
            "not count yet."
        ),
    )
