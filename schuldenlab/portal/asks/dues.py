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
    """Of who directs a partner or signs its pledges: one for each, however many parts are due."""
    standing = person.standing
    ours = standing.pledges_ids | standing.directs_ids
    if not ours:
        return []
    last = local_day(person.moment) + SOON
    found: dict[Any, list[Any]] = {}
    own = Pledge.objects.filter(organisation__in=ours)
    for each in dues_at(own, person.moment).filter(last_on__lte=last):
        found.setdefault(each.schedule.pledge.organisation, []).append(each)
    return [_ask(person, organisation, parts) for organisation, parts in found.items()]


def _ask(person: Any, organisation: Any, parts: list[Any]) -> Ask:
    due = datetime.combine(parts[0].last_on, time.max, tzinfo=CITY_ZONE)
    count = len(parts)
    title = ngettext(
        "%(count)s part of the pledges of %(name)s is due",
        "%(count)s parts of the pledges of %(name)s are due",
        count,
    )
    text = ngettext(
        "It is %(sum)s. Tell us when it arrives.",
        "Together they are %(sum)s. Tell us when they arrive.",
        count,
    )
    return Ask(
        title=title % {"count": count, "name": organisation.name},
        text=text % {"sum": euro(sum(each.open for each in parts))},
        icon="euro",
        due=due,
        days_left=days_left(person, due),
        url=f"{reverse('funding:due-list')}?organisation={organisation.pk}",
        action=_("See what is due"),
        due_is_day=True,
    )
