"""Asks about decisions: whoever sees to one reports what becomes of it."""

from datetime import datetime, time
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from programme.deadlines import CITY_ZONE
from programme.models import Decision

from .ask import Ask, days_left


def decision_asks(person: Any) -> list[Ask]:
    """One for each decision that this person sees to, as long as it takes part."""
    if not person.standing.is_insider:
        return []
    return [_ask(person, each) for each in Decision.objects.owned().filter(owner=person)]


def _ask(person: Any, decision: Decision) -> Ask:
    last = decision.due_on
    due = datetime.combine(last, time.max, tzinfo=CITY_ZONE) if last else None
    return Ask(
        title=_("What became of “%(title)s”?") % {"title": decision.title},
        text=_("You see to decision %(number)s. Report a step, or say that it is done.")
        % {"number": decision.number},
        icon="scales",
        due=due,
        days_left=days_left(person, due),
        url=reverse("programme:decision-detail", args=[decision.year, decision.sequence]),
        action=_("Report what happened"),
        due_is_day=True,
    )
