"""Money: of phases, of the budget, of the municipality, and what was promised and did not come."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Min, Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from funding.budget import FIRM
from funding.dues import dues_at, overdue
from funding.models import Pledge
from funding.yearly import CONTRIBUTES_TO, contributions, gifts_at, lines_at
from programme.models import BudgetCategory
from projects.models import Phase
from schuldenlab.portal.measures import MEASURES, Asked, State
from schuldenlab.web.templatetags.look import day as day_words
from schuldenlab.web.templatetags.look import euro

from .due import Due
from .phases import Phases
from .today import SOON, Today

LONG = timedelta(days=30)
RED = {State.ATTENTION, State.MISSED}


def money_dues(phases: Phases, today: Today) -> Iterator[Due]:
    """By what it is for, then pledges, then knowledge."""
    for phase in phases.rows:
        if phase.status == Phase.Status.PLANNED:
            yield from _deadline(phase, phases, today)
    yield from _budget(today)
    yield from _municipal(today)
    yield from _pledges(today)
    yield from _late(today)
    yield from _knowledge(today)


def _deadline(phase: Any, phases: Phases, today: Today) -> Iterator[Due]:
    last = phase.deadline_on
    if last is None or last > today.day + SOON or phases.is_arranged(phase):
        return
    named = {"project": phase.project.title, "phase": phase.get_kind_display()}
    text = _("Still needed: %(missing)s, by %(day)s. Without it the phase does not start.")
    yield Due(
        f"phase-money:{phase.pk}",
        _("Arrange the money of the %(phase)s of “%(project)s”") % named,
        text % {"missing": euro(phases.missing(phase)), "day": day_words(last)},
        f"{phase.project.get_absolute_url()}#money-{phase.pk}",
        _("See the money"),
        last,
        "started_with_money",
        "euro",
    )


def _budget(today: Today) -> Iterator[Due]:
    """What the programme of this year asks and nobody gives, or only offers."""
    for line in lines_at([today.year], today.moment).values():
        if not line.is_decided or not line.needed or line.is_arranged:
            continue
        name = str(BudgetCategory(line.category).label)
        offered = line.forecast >= line.needed
        text = _("Of the budget of %(year)s %(gap)s is not firm yet.")
        if offered:
            text = _("%(gap)s of %(year)s is offered. Ask who offered it to make it firm.")
        yield Due(
            f"budget:{today.year}:{line.category}",
            _("Find money for %(category)s") % {"category": name},
            text % {"year": today.year, "gap": euro(line.gap)},
            reverse("funding:call-list"),
            _("See whom to call"),
            today.by_on("budget_covered"),
            "budget_covered",
            "euro",
        )


def _municipal(today: Today) -> Iterator[Due]:
    """The contribution that the framework asks of its host this year; and its last year."""
    framework = today.framework
    if framework is None or framework.contribution_from is None:
        return
    first, last = framework.contribution_from, framework.contribution_until or today.year
    if not first <= today.year <= last:
        return
    pledged = contributions(framework.host_id)
    gifts = gifts_at([today.year], today.moment, pledged, together=True)
    given = {each.category for each in gifts if each.state == FIRM and each.amount}
    for category in CONTRIBUTES_TO:
        if category not in given:
            yield _contribution(category, today)
    if today.year == last and framework.ends_on.year > last:
        yield Due(
            f"municipal-ends:{last}",
            _("Agree on the municipal contribution after %(year)s") % {"year": last},
            _("%(year)s is the last year for which the framework asks it.") % {"year": last},
            reverse("funding:budget"),
            _("See the budget"),
            date(last, 12, 31),
            "municipal_contribution",
            "building",
        )


def _contribution(category: str, today: Today) -> Due:
    return Due(
        f"municipal:{today.year}:{category}",
        _("Ask the municipality for its contribution to %(category)s")
        % {"category": str(BudgetCategory(category).label)},
        _("The framework asks it for %(year)s, and it is not firm.") % {"year": today.year},
        reverse("funding:budget-year", args=[today.year]),
        _("See the budget"),
        today.by_on("municipal_contribution"),
        "municipal_contribution",
        "building",
    )


def _pledges(today: Today) -> Iterator[Due]:
    """Offers that nobody made firm for a month, and firm pledges that wait for a condition."""
    waits = Q(status="firm", condition_met_at=None) & ~Q(condition="")
    old = Q(status="offered", offered_at__lt=today.moment - LONG)
    open_goal = Q(plan=None) | Q(plan__phase__status__in=["planned", "running"])
    counts = Pledge.objects.filter(open_goal).aggregate(
        old=Count("pk", filter=old), waiting=Count("pk", filter=waits)
    )
    if counts["old"]:
        yield _offered(counts["old"])
    if counts["waiting"]:
        yield _conditional(counts["waiting"])


def _offered(count: int) -> Due:
    title = ngettext(
        "Ask whether %(count)s offer becomes firm",
        "Ask whether %(count)s offers become firm",
        count,
    )
    return Due(
        "pledges-offered",
        title % {"count": count},
        _("It waits for more than a month."),
        reverse("funding:pledge-list") + "?state=offered",
        _("See the offers"),
        None,
        "budget_covered",
        "euro",
    )


def _conditional(count: int) -> Due:
    title = ngettext(
        "See whether the condition of %(count)s pledge is met",
        "See whether the conditions of %(count)s pledges are met",
        count,
    )
    return Due(
        "pledges-conditions",
        title % {"count": count},
        _("It does not count until that is met."),
        reverse("funding:pledge-list") + "?state=waits",
        _("See the pledges"),
        None,
        "budget_covered",
        "euro",
    )


def _late(today: Today) -> Iterator[Due]:
    parts = overdue(dues_at(Pledge.objects.all(), today.moment), today.day)
    counts = parts.order_by().aggregate(count=Count("pk"), first=Min("last_on"))
    count = counts["count"]
    if count:
        title = ngettext(
            "Ask after %(count)s part of a pledge that is late",
            "Ask after %(count)s parts of pledges that are late",
            count,
        )
        yield Due(
            "pledges-late",
            title % {"count": count},
            _("Its day has passed, and it did not arrive. Call, or record what arrived."),
            reverse("funding:due-list"),
            _("See what is late"),
            counts["first"],
            "budget_covered",
            "euro",
        )


def _knowledge(today: Today) -> Iterator[Due]:
    """Nobody gives any this year: as the Kompas counts it."""
    if today.framework is None:
        return
    last = today.by_on("knowledge")
    asked = Asked(today.framework, today.year, today.moment, last)
    if MEASURES["knowledge"](asked).state in RED:
        yield Due(
            f"knowledge:{today.year}",
            _("Ask partners for knowledge and expertise"),
            _("Nobody gave or offered any this year, and it counts as well as money."),
            reverse("funding:pledge-list"),
            _("See the pledges"),
            last,
            "knowledge",
            "graduation",
        )
