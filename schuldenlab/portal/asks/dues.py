"""Asks about what a partner still gives: parts that are late, or due within two weeks."""

from datetime import datetime, time, timedelta
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from funding.dues import dues_at
from funding.models import Pledge
from partners.querysets import local_day
from programme.deadlines import CITY_ZONE
from schuldenlab.web.templatetags.look import euro

from .ask import Ask, days_left

SOON = timedelta(days=14)


def due_asks(person: Any) -> list[Ask]:
    """One ask for each own partner, however many parts it is about."""
    if not person.standing.organisation_ids:
        return []
    own = Pledge.objects.of_organisations_of(person)
    last = local_day(person.moment) + SOON
    found: dict[str, list[Any]] = {}
    for each in dues_at(own, person.moment).filter(last_on__lte=last):
        found.setdefault(each.schedule.pledge.organisation.name, []).append(each)
    return [_ask(person, name, parts) for name, parts in found.items()]


def _ask(person: Any, name: str, parts: list[Any]) -> Ask:
    due = datetime.combine(parts[0].last_on, time.max, tzinfo=CITY_ZONE)
    count = len(parts)
    text = ngettext(
        "%(count)s part of what you pledged: %(sum)s.",
        "%(count)s parts of what you pledged, together %(sum)s.",
        count,
    )
    return Ask(
        title=_("When does the contribution of %(name)s arrive?") % {"name": name},
        text=text % {"count": count, "sum": euro(sum(each.open for each in parts))},
        icon="euro",
        due=due,
        days_left=days_left(person, due),
        url=reverse("funding:due-list"),
        action=_("See what is due"),
        due_is_day=True,
    )
