"""Calendars that a person subscribes to; the address itself is kept nowhere."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from events.models import CalendarFeed
from schuldenlab.web.ports import DataColumn, DataGroup


def own_feeds(person: Any) -> list[DataGroup]:
    """When each began, and when it was stopped."""
    return [
        DataGroup(
            "calendar_feeds",
            _("Calendars that you subscribed to"),
            CalendarFeed.objects.filter(person=person).order_by("-pk"),
            {
                "since": DataColumn(_("since"), "recorded_at"),
                "until": DataColumn(_("stopped"), "revoked_at"),
            },
        ),
    ]
