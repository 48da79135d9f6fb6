"""Acts about innovation themes."""

from datetime import date, datetime, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from partners.querysets import local_day
from programme.models import InnovationTheme, ThemeCall
from schuldenlab.web.ports import DeskAction
from schuldenlab.web.templatetags.look import day as day_words

SOON = timedelta(days=30)
MOST_THEMES = 4


def theme_actions(moment: datetime, years: list[int]) -> list[DeskAction]:
    """The call of each year, then themes that wait: for a beginning, a facilitator, a result."""
    calls = {call.year: call for call in ThemeCall.objects.filter(year__in=years)}
    return [
        *(_call_action(year, calls.get(year), moment) for year in years),
        *_waiting(local_day(moment))[:MOST_THEMES],
    ]


def _call_action(year: int, call: ThemeCall | None, moment: datetime) -> DeskAction:
    facts = {"year": year}
    if call is None:
        return DeskAction(
            _("Ask for innovation themes for %(year)s") % facts,
            _("All partners get a mail and can propose a theme."),
            reverse("programme:call-open", args=[year]),
            "bulb",
        )
    title = _("Innovation themes %(year)s") % facts
    if call.is_past(moment):
        return DeskAction(
            title,
            _("The proposals are in. Put them to the ballot."),
            call.get_absolute_url(),
            "bulb",
            _("Waits"),
        )
    return DeskAction(
        title,
        _("What was proposed, and what became of it."),
        call.get_absolute_url(),
        "bulb",
        call.get_status_display(),
    )


def _waiting(day: date) -> list[DeskAction]:
    """Chosen but not begun, without anybody who guides it, or with a result that is due."""
    going = InnovationTheme.objects.filter(status__in=["selected", "exploring", "working_out"])
    unguided = set(going.unguided(day).values_list("pk", flat=True))
    found = []
    for theme in going.order_by("exploring_on", "pk"):
        due_on = theme.result_due_on
        if due_on is not None and due_on <= day + SOON:
            note = _("The result is due on %(day)s.") % {"day": day_words(due_on)}
            found.append(_theme_action(theme, note, _("Urgent") if due_on < day else _("Due")))
        elif theme.pk in unguided:
            found.append(_theme_action(theme, _("Nobody guides it."), _("No facilitator")))
        elif due_on is None:
            found.append(_theme_action(theme, _("Exploring has not begun."), _("Chosen")))
    return found


def _theme_action(theme: InnovationTheme, text: str, tag: str) -> DeskAction:
    return DeskAction(theme.title, text, theme.get_absolute_url(), "bulb", tag)
