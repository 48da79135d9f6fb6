"""The doors of the budget: this year, or any other one."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from funding.actions.schedules import FIRST_YEAR, LAST_YEAR
from funding.asking import Asking, asked_now
from funding.bars import bar_of
from funding.cover import NOTHING
from funding.models import CarryOver
from funding.overview import Budget, Seen, budget_of
from funding.querysets.pledges import sees_all
from funding.tracing import Trace, trace_of
from partners.models import ClauseMeasure, Framework
from partners.querysets import local_day
from programme.models import BudgetCategory
from programme.views.crumbs import home_crumb
from schuldenlab.web.doors import DetailDoor

from .figures import ARRIVED, AVAILABLE, CARRIED, CASH, GAP, IN_KIND, UNSURE, figures_of
from .funders import contribution_of, framework_for, frameworks_of, funders_of

MEASURE = "budget_covered"
PER_YEAR = (AVAILABLE, ARRIVED, GAP)
PER_CATEGORY = (CASH, IN_KIND, ARRIVED, CARRIED, GAP, UNSURE)


class BudgetYear(DetailDoor):
    """What a year needs in each category, what is certain, and what is missing."""

    permission = "funding.view_budget"
    template_name = "funding/budget.html"

    @property
    def year(self) -> int:
        """The year of the address."""
        year = int(self.kwargs["year"])
        if not FIRST_YEAR <= year <= LAST_YEAR:
            raise Http404
        return year

    def facts(self) -> dict[str, Any]:
        """The year, and beneath it who gives and how all years stand."""
        year, person, today = self.year, self.person, local_day(self.at)
        budget = budget_of(person)
        framework = Framework.objects.current(today)
        frameworks = frameworks_of(framework, person)
        heading = _("Budget %(year)s") % {"year": year}
        carried = CarryOver.objects.visible_to(person).filter(year__in=[year - 1, year])
        return {
            "heading": heading,
            "lead": _("What we need, what is certain, and what is still missing."),
            "crumbs": crumbs_of(heading),
            "year": year,
            "years": _years(budget, year, today.year),
            **self.stand(budget, asked_now(person), today.year),
            "is_there": (year, BudgetCategory.EVENTS) in budget.cells,
            "until": _until(framework, year),
            "funders": funders_of(budget, year),
            "contribution": contribution_of(budget, framework_for(frameworks, year), year),
            "doors": [each for each in frameworks if each.contribution_from],
            "carried": carried.order_by("year", "category", "ordinal"),
            "sees_all": sees_all(person),
            "is_kernteam": person.standing.is_kernteam,
        }

    def stand(self, budget: Budget, phases: Asking | None, today: int) -> dict[str, Any]:
        """How each category of the year stands, and each year; what phases ask is of this year."""
        trace = trace_of(self.year, self.at)
        asking = phases if self.year == today else None
        rows = [_row(each, asking, trace) for each in budget.of_year(self.year)]
        whole = [budget.whole_year(each) for each in budget.years]
        years = [_whole(each, phases if each.year == today else None) for each in whole]
        return {
            "rows": rows,
            "trace": trace,
            "figures": figures_of(PER_CATEGORY, [(each, each["line"]) for each in rows]),
            "all_years": figures_of(PER_YEAR, [(each, each.line) for each in years]),
            "is_concept": any(each["need"] and each["need"].is_concept for each in rows),
            "has_bars": any(each["bar"] for each in rows),
            "hides_sums": any(each["line"] is None for each in rows),
            "gaps": [each for each in rows if _misses(each)],
            "can_carry": any(each["line"] and each["line"].surplus for each in rows),
        }


class BudgetNow(BudgetYear):
    """The year in which we are."""

    @property
    def year(self) -> int:
        """Today's."""
        return local_day(self.at).year


def crumbs_of(heading: str, year: int | None = None) -> list[dict[str, str]]:
    """From the home page; a page below a year goes by way of that year."""
    if year is None:
        return [home_crumb(), {"label": heading, "url": ""}]
    above = {
        "label": _("Budget %(year)s") % {"year": year},
        "url": reverse("funding:budget-year", args=[year]),
    }
    return [home_crumb(), above, {"label": heading, "url": ""}]


def _whole(seen: Seen, phases: Asking | None) -> Seen:
    """A year as one line; the phases count in its word."""
    is_short = phases is not None and phases.short > 0
    return replace(seen, is_arranged=seen.is_arranged and not is_short)


def _row(seen: Seen, phases: Asking | None, trace: Trace | None) -> dict[str, Any]:
    """A category with its bar and its badge; projects with what the phases ask."""
    line = seen.line
    asking = phases if seen.category == BudgetCategory.PROJECTS else None
    return {
        "label": str(BudgetCategory(seen.category).label),
        "category": seen.category,
        "need": seen.need,
        "is_asked": seen.is_asked,
        "is_arranged": seen.is_arranged and not (asking and asking.short),
        "is_short": seen.is_arranged and asking is not None and asking.short > 0,
        "phases": asking,
        "steps": [] if trace is None else trace.steps.get(seen.category, []),
        "start": NOTHING if trace is None else trace.starts.get(seen.category, NOTHING),
        "line": line,
        "bar": None if line is None else bar_of(line),
    }


def per_category(rows: Iterable[Seen]) -> dict[str, Any]:
    """The bars and the table of a year for another page, without phases and changes."""
    found = [_row(each, None, None) for each in rows]
    return {
        "rows": found,
        "figures": figures_of(PER_CATEGORY, [(each, each["line"]) for each in found]),
        "has_bars": any(each["bar"] for each in found),
        "hides_sums": any(each["line"] is None for each in found),
        "is_concept": any(each["need"] and each["need"].is_concept for each in found),
    }


def _misses(row: dict[str, Any]) -> bool:
    """Whether this reader sees money missing: of the category, or of its phases."""
    return bool((row["line"] and row["line"].gap) or (row["phases"] and row["phases"].missing))


def _years(budget: Budget, year: int, today: int) -> list[int]:
    return sorted({*budget.years, year, today})


def _until(framework: Framework | None, year: int) -> date | None:
    """By which day of the year it must be covered, as the framework says."""
    measure = ClauseMeasure.objects.filter(clause__framework=framework, code=MEASURE).first()
    if measure is None:
        return None
    february = 2
    last = min(measure.by_day, 28) if measure.by_month == february else measure.by_day
    return date(year, measure.by_month, last)
