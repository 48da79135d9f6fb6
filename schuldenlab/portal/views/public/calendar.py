"""The meetings whose dates everybody may know, by month, and how to follow them."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from partners.querysets import local_day
from schuldenlab.portal.published import PublicMeeting, public_meetings

from .page import PublicPage, public_crumbs

Rows = list[dict[str, Any]]


class PublicCalendar(PublicPage):
    """What comes, by month; and what was, with the newest first."""

    template_name = "portal/public_calendar.html"
    kinds = ("meetings",)

    def facts(self) -> dict[str, Any]:
        """The same meetings as the calendar to subscribe to."""
        meetings, feed = public_meetings(self.at), reverse("events:public-feed")
        past = [each for each in meetings if local_day(each.starts_at) < self.day]
        host = settings.SITE_URL.partition("://")[2]
        return {
            "heading": _("Calendar"),
            "lead": _("When the network meets. For partners; the results stand on these pages."),
            "crumbs": public_crumbs(_("Calendar")),
            "months": by_month(coming(meetings, self.day)),
            "past": [meeting_facts(each) for each in reversed(past)],
            "feed": feed,
            "feed_address": settings.SITE_URL + feed,
            "subscribe": f"webcal://{host}{feed}",
        }


def coming(meetings: Sequence[PublicMeeting], day: date) -> Rows:
    """Those of today and later, the first one first; the day of a meeting it still comes."""
    return [meeting_facts(each) for each in meetings if local_day(each.starts_at) >= day]


def by_month(rows: Rows) -> Rows:
    """Rows under the month in which they are."""
    months: dict[tuple[int, int], Rows] = {}
    for row in rows:
        day = local_day(row["starts_at"])
        months.setdefault((day.year, day.month), []).append(row)
    return [{"first": date(*month, 1), "rows": found} for month, found in months.items()]


def meeting_facts(meeting: PublicMeeting) -> dict[str, Any]:
    """A meeting in the language of the reader."""
    is_english = get_language() == "en" and meeting.name_en
    return {
        "name": meeting.name_en if is_english else meeting.name,
        "starts_at": meeting.starts_at,
        "ends_at": meeting.ends_at,
        "is_held": meeting.status == "held",
    }
