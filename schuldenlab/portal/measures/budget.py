"""Clause 8: money for four categories, and what the municipality gives to the work itself."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from funding.budget import FIRM, Line
from funding.yearly import CONTRIBUTES_TO, contributions, gifts_at, lines_at
from programme.models import BudgetCategory

from .reading import Asked, Evidence, Reading, State, judge
from .registry import measure


@measure("budget_covered")
def budget_covered(asked: Asked) -> Reading:
    """Each category that needs money in the year is arranged; what is offered is the forecast.

    As long as no programmaraad adopted a programme, nothing is needed yet.
    """
    wanted = wanted_lines(asked)
    short = [each for each in wanted if not each.is_arranged]
    need, have = len(wanted), len(wanted) - len(short)
    forecast = sum(each.forecast >= each.needed for each in wanted)
    return Reading(
        state=judge(asked, have, need, forecast) if need else State.NOT_YET,
        have=have,
        need=need,
        unit=ngettext("category of money", "categories of money", need),
        forecast=forecast,
        evidence=(_evidence(asked.year),),
        note=_short_note(short) if need else _("Nobody decided yet what this year needs."),
    )


def wanted_lines(asked: Asked) -> list[Line]:
    """The categories of which the programmaraad decided that they need money in the year."""
    lines = lines_at([asked.year], asked.moment).values()
    return [each for each in lines if each.is_decided and each.needed]


def _short_note(short: list[Line]) -> str:
    """Which ones are not arranged; no amounts, for everybody reads this."""
    if not short:
        return ""
    names = ", ".join(str(BudgetCategory(each.category).label) for each in short)
    return _("Not arranged yet: %(names)s.") % {"names": names}


def contributed(asked: Asked) -> tuple[set[str], set[str]]:
    """To which categories the host gives in the year for certain, and to which when all comes."""
    pledges = contributions(asked.framework.host_id)
    gifts = gifts_at([asked.year], asked.moment, pledges)
    firm = {each.category for each in gifts if each.state == FIRM and each.amount}
    return firm, {each.category for each in gifts}


@measure("municipal_contribution")
def municipal_contribution(asked: Asked) -> Reading:
    """In each year that the framework names the host gives to the kernteam and to innovation."""
    first, last = asked.framework.contribution_from, asked.framework.contribution_until
    need, unit = (
        len(CONTRIBUTES_TO),
        ngettext("category of money", "categories of money", len(CONTRIBUTES_TO)),
    )
    evidence = (_evidence(asked.year),)
    if first is None or last is None or not first <= asked.year <= last:
        note = _("The framework asks no contribution of this year.")
        return Reading(State.NOT_YET, 0, 0, unit, evidence=evidence, note=note)
    firm, expected = contributed(asked)
    have, forecast = len(firm), len(expected)
    return Reading(
        state=judge(asked, have, need, forecast),
        have=have,
        need=need,
        unit=unit,
        forecast=forecast,
        evidence=evidence,
    )


def _evidence(year: int) -> Evidence:
    """The budget of the year."""
    label = _("Budget %(year)s") % {"year": year}
    return Evidence(label, reverse("funding:budget-year", args=[year]))
