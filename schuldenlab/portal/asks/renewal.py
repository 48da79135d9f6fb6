"""The ask of the last year of a framework: the kernteam sees to a next one."""

from datetime import datetime, time
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from partners.models import Framework
from partners.querysets import local_day
from programme.deadlines import CITY_ZONE

from .ask import Ask, days_left


def renewal_asks(person: Any) -> list[Ask]:
    """From a year before the end, for the kernteam, until the next one is in force."""
    if not person.standing.is_kernteam:
        return []
    framework = Framework.objects.to_renew(local_day(person.moment))
    next_one = getattr(framework, "successor", None)
    if framework is None or (next_one and next_one.status == Framework.Status.IN_FORCE):
        return []
    due = datetime.combine(framework.ends_on, time.max, tzinfo=CITY_ZONE)
    return [
        Ask(
            title=_("Renew “%(title)s”") % {"title": framework.title},
            text=_("Without a next one the lab runs without a framework in force."),
            icon="hourglass",
            due=due,
            days_left=days_left(person, due),
            url=reverse("partners:framework-renewal"),
            action=_("See how it stands"),
            due_is_day=True,
        )
    ]
