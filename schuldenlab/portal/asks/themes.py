"""Asks about innovation themes: propose one; and of the kernteam, bring them on."""

from datetime import datetime, time, timedelta
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from partners.querysets import local_day
from programme.deadlines import CITY_ZONE
from programme.models import InnovationTheme, ThemeCall

from .ask import Ask, days_left

SOON = timedelta(days=30)


def theme_asks(person: Any) -> list[Ask]:
    """For people of partners: the call that is open. For the kernteam: what waits."""
    if person.standing.is_kernteam:
        return [*_past(person), *_due(person)]
    return _proposals(person)


def _proposals(person: Any) -> list[Ask]:
    """As long as the call is open and their partner proposed nothing."""
    ours = person.standing.organisation_ids
    if not ours:
        return []
    proposed = InnovationTheme.objects.standing().filter(proposed_by__in=ours)
    calls = ThemeCall.objects.open_at(person.moment).exclude(pk__in=proposed.values("call_id"))
    return [
        Ask(
            title=_("Which innovation theme do you propose for %(year)s?") % {"year": call.year},
            text=_("Five short answers, two minutes. You do not have to."),
            icon="bulb",
            due=call.closes_at,
            days_left=days_left(person, call.closes_at),
            url=reverse("programme:theme-propose", args=[call.year]),
            action=_("Propose a theme"),
            optional=True,
        )
        for call in calls
    ]


def _past(person: Any) -> list[Ask]:
    calls = ThemeCall.objects.filter(status__in=["open", "closed"]).select_related("framework")
    return [
        Ask(
            title=_("Put the themes of %(year)s to the ballot") % {"year": call.year},
            text=_("The proposals are in. The programmaraad chooses."),
            icon="ballot",
            due=None,
            days_left=None,
            url=call.get_absolute_url(),
            action=_("See the proposals"),
            waits=True,
        )
        for call in calls
        if call.is_past(person.moment)
    ]


def _due(person: Any) -> list[Ask]:
    """Results that are due within a month, or overdue."""
    day = local_day(person.moment)
    running = InnovationTheme.objects.running().select_related("call")
    asks = []
    for theme in running:
        due_on = theme.result_due_on
        if due_on is not None and due_on <= day + SOON:
            due = datetime.combine(due_on, time.max, tzinfo=CITY_ZONE)
            asks.append(
                Ask(
                    title=_("The result of “%(title)s” is due") % {"title": theme.title},
                    text=_("A business case or a prototype; or stop it with a reason."),
                    icon="bulb",
                    due=due,
                    days_left=days_left(person, due),
                    url=theme.get_absolute_url(),
                    action=_("To the theme"),
                    due_is_day=True,
                    waits=True,
                )
            )
    return asks
