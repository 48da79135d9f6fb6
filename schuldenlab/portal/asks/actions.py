"""Asks about actions: what somebody promised to do in a meeting, and did not do yet."""

from datetime import datetime, time
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from events.models import ActionItem
from programme.deadlines import CITY_ZONE

from .ask import Ask, Button, days_left


def action_asks(person: Any) -> list[Ask]:
    """One for each open action of this person, as long as it takes part."""
    if not person.standing.is_insider:
        return []
    return [_ask(person, each) for each in ActionItem.objects.open().filter(owner=person)]


def _ask(person: Any, action: ActionItem) -> Ask:
    due = datetime.combine(action.due_on, time.max, tzinfo=CITY_ZONE)
    return Ask(
        title=action.text,
        text=_("You took this on in a meeting. Is it done? One press is enough."),
        icon="check",
        due=due,
        days_left=days_left(person, due),
        url=reverse("events:action-done", args=[action.pk]),
        action=_("Write what came of it"),
        due_is_day=True,
        buttons=(Button(_("It is done"), name="note", value="", primary=True),),
        post_url=reverse("events:action-done", args=[action.pk]),
    )
