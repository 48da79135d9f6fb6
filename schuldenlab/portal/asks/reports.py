"""Asks of who leads a project: how it goes, once a quarter."""

from datetime import datetime, time
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from partners.querysets import local_day
from programme.deadlines import CITY_ZONE
from projects.reporting import reports_due_of
from schuldenlab.web.templatetags.look import day as day_words

from .ask import Ask, days_left


def report_asks(person: Any) -> list[Ask]:
    """A report over the last quarter that is over, for each project that has none."""
    today, asks = local_day(person.moment), []
    for each in reports_due_of(person, today):
        due = datetime.combine(each.due_on, time.max, tzinfo=CITY_ZONE)
        if each.due_on < today:
            text = _("The report had to be there by %(day)s. It takes five minutes.") % {
                "day": day_words(each.due_on)
            }
        else:
            text = _("It takes five minutes: what you wrote last time stands beside it.")
        asks.append(
            Ask(
                title=_("How does “%(title)s” go?") % {"title": each.project.title},
                text=text,
                icon="pencil",
                due=due,
                days_left=days_left(person, due),
                url=reverse("projects:report-write", args=[each.project.pk]),
                action=_("Report over quarter %(number)s") % {"number": each.quarter.number},
                due_is_day=True,
                waits=True,
            )
        )
    return asks
