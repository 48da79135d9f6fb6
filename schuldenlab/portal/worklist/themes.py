"""Innovation themes: the call of a year, what waits to begin, who guides, what is due."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import Count, Max, Q
from django.urls import reverse
from django.utils.translation import gettext as _

from programme.models import InnovationTheme, ThemeCall
from schuldenlab.portal.measures.reading import PATIENCE
from schuldenlab.web.templatetags.look import day as day_words

from .due import Due
from .today import Today

MEASURE = "innovation_themes"
Status = InnovationTheme.Status


def theme_dues(today: Today) -> Iterator[Due]:
    """The call of this year and the next, each theme that waits, and themes that are too few."""
    calls = {call.year: call for call in ThemeCall.objects.filter(year__in=today.years)}
    for year in today.years:
        yield from _call(year, calls.get(year), today)
    yield from _waiting(today)
    yield from _too_few(today, calls.get(today.year))


def _call(year: int, call: ThemeCall | None, today: Today) -> Iterator[Due]:
    last = today.by_on(MEASURE, year)
    if call is None:
        yield Due(
            f"call-open:{year}",
            _("Ask for innovation themes for %(year)s") % {"year": year},
            _("All partners get a mail and can propose a theme."),
            reverse("programme:call-open", args=[year]),
            _("Ask for themes"),
            last,
            MEASURE,
            "bulb",
        )
    elif call.is_past(today.moment):
        yield Due(
            f"call-ballot:{year}",
            _("Put the innovation themes of %(year)s to the ballot") % {"year": year},
            _("The proposals are in. The programmaraad chooses."),
            reverse("programme:call-ballot", args=[year]),
            _("Make the ballot"),
            last,
            MEASURE,
            "ballot",
        )


def _waiting(today: Today) -> Iterator[Due]:
    """Chosen but not begun, without anybody who guides it, or with a result that comes due."""
    now = Q(facilitators__from_on__lte=today.day) & (
        Q(facilitators__until_on__isnull=True) | Q(facilitators__until_on__gte=today.day)
    )
    going = InnovationTheme.objects.stoppable().select_related("call")
    rows = going.annotate(
        guides=Count("facilitators", filter=now), guided_until=Max("facilitators__until_on")
    )
    for theme in rows.order_by("exploring_on", "pk"):
        if theme.exploring_on is None:
            yield _begin(theme, today)
            continue
        if not theme.guides:
            since = max(theme.exploring_on, theme.guided_until or theme.exploring_on)
            yield _guide(theme, since)
        due_on = theme.result_due_on
        if due_on is not None and due_on <= today.day + PATIENCE:
            yield _result(theme, due_on)


def _begin(theme: Any, today: Today) -> Due:
    return Due(
        f"theme-begin:{theme.pk}",
        _("Begin exploring “%(title)s”") % {"title": theme.title},
        _("The programmaraad chose it. It counts from the day on which exploring begins."),
        reverse("programme:theme-explore", args=[theme.pk]),
        _("Begin exploring"),
        today.by_on(MEASURE, theme.call.year),
        MEASURE,
        "bulb",
    )


def _guide(theme: Any, since: date) -> Due:
    return Due(
        f"theme-guide:{theme.pk}",
        _("Find a facilitator for “%(title)s”") % {"title": theme.title},
        _("Nobody guides it since %(day)s. After sixty days it counts as not met.")
        % {"day": day_words(since)},
        reverse("programme:facilitator-add", args=[theme.pk]),
        _("Name a facilitator"),
        since + PATIENCE,
        "themes_facilitated",
        "person",
    )


def _result(theme: Any, due_on: date) -> Due:
    is_worked_out = theme.status == Status.WORKING_OUT
    text = _("Twelve months after it began there is a business case or a prototype.")
    if not is_worked_out:
        text = _("It is still being explored. Twelve months after it began its result is due.")
    return Due(
        f"theme-result:{theme.pk}",
        _("See that “%(title)s” delivers its result") % {"title": theme.title},
        text,
        reverse("programme:theme-deliver", args=[theme.pk])
        if is_worked_out
        else theme.get_absolute_url(),
        _("Record the result") if is_worked_out else _("See the theme"),
        due_on,
        "theme_results",
        "bulb",
    )


def _too_few(today: Today, call: ThemeCall | None) -> Iterator[Due]:
    """The raad has chosen, and fewer are explored than agreed, or too many of them stopped."""
    if today.framework is None:
        return
    low, year = today.framework.themes_min, today.year
    counts = InnovationTheme.objects.aggregate(
        waiting=Count("pk", filter=Q(call__year=year, status=Status.SELECTED)),
        begun=Count("pk", filter=Q(exploring_on__year=year)),
        stopped=Count("pk", filter=Q(exploring_on__year=year, status=Status.STOPPED)),
    )
    begun, expected = counts["begun"], counts["begun"] + counts["waiting"]
    is_chosen = call is not None and call.status == ThemeCall.Status.DECIDED
    url = reverse("programme:theme-year", args=[year])
    if is_chosen and expected < low:
        yield Due(
            f"themes-few:{year}",
            _("Begin another innovation theme this year"),
            _("At least %(low)s are explored each year; there are %(count)s.")
            % {"low": low, "count": expected},
            url,
            _("See the themes"),
            today.by_on(MEASURE),
            MEASURE,
            "bulb",
        )
    elif counts["stopped"] and begun - counts["stopped"] < min(begun, low):
        yield Due(
            f"themes-stopped:{year}",
            _("Begin another innovation theme this year"),
            _("Of %(begun)s themes %(stopped)s stopped, so fewer results come than agreed.")
            % {"begun": begun, "stopped": counts["stopped"]},
            url,
            _("See the themes"),
            today.by_on("theme_results"),
            "theme_results",
            "bulb",
        )
