"""Clause 8: behind the figures of the budget. Amounts stand on the budget, by its own rules."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from funding.budget import Line
from funding.querysets.pledges import sees_all
from funding.yearly import CONTRIBUTES_TO
from programme.models import BudgetCategory
from schuldenlab.portal.measures.budget import contributed, wanted_lines

from .registry import trace
from .trace import Looking, Row, Rows, Trace


def _category(category: str, year: int, text: str) -> Row:
    url = reverse("funding:budget-year", args=[year])
    return Row(str(BudgetCategory(category).label), url, text)


@trace("budget_covered")
def budget_covered(look: Looking) -> Trace:
    """Categories that are arranged, and those that are not; the figure counts categories."""
    asked = look.asked
    wanted = wanted_lines(asked)

    knows = sees_all(look.reader)

    def say(line: Any) -> Row:
        if line.is_arranged:
            return _category(line.category, line.year, _("What it needs is certain"))
        return _category(line.category, line.year, _short(line, knows=knows))

    return Trace(
        counted=Rows([each for each in wanted if each.is_arranged], say),
        missing=Rows([each for each in wanted if not each.is_arranged], say),
        todo=look.todo(_("Whom to call"), reverse("funding:call-list")),
    )


def _short(line: Line, *, knows: bool) -> str:
    """Whether the offers would be enough is for who may know every amount."""
    if not knows:
        return _("Not certain yet")
    if line.forecast >= line.needed:
        return _("Not certain yet; with what is offered it is enough")
    return _("There is not enough, also not with what is offered")


@trace("municipal_contribution")
def municipal_contribution(look: Looking) -> Trace:
    """Categories to which the municipality gives for certain in the year, and those without."""
    asked = look.asked
    first, last = asked.framework.contribution_from, asked.framework.contribution_until
    if first is None or last is None or not first <= asked.year <= last:
        return Trace()
    firm, offered = contributed(asked)
    given = [each for each in CONTRIBUTES_TO if each in firm]
    missing = [each for each in CONTRIBUTES_TO if each not in firm]

    def no(category: Any) -> Row:
        text = _("Offered, not certain yet") if category in offered else _("Nothing pledged yet")
        return _category(category, asked.year, text)

    url = reverse("funding:municipal-contribution", args=[asked.framework.pk])
    return Trace(
        Rows(given, lambda each: _category(each, asked.year, _("Pledged, and certain"))),
        Rows(missing, no),
        look.todo(_("Record the contribution"), url),
    )
