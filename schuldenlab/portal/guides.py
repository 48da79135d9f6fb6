"""Innovation themes that somebody guides, and those of the year, for the home page."""

from typing import Any

from django.utils.translation import gettext as _

from partners.querysets import local_day
from programme.models import Facilitator, InnovationTheme
from programme.views.theme_words import BADGE, Status, status_words


def guided_by(person: Any) -> list[dict[str, str]]:
    """Themes that this person guides by name, or its partner does, with the way to each."""
    now = Facilitator.objects.on(local_day(person.moment))
    mine = now.filter(person=person) | now.filter(
        organisation__in=person.standing.organisation_ids, person__isnull=True
    )
    rows = mine.select_related("theme__call").order_by("theme_id").distinct()
    return [
        {
            "label": _("Innovation theme %(year)s") % {"year": row.theme.call.year},
            "text": row.theme.title,
            "note": _("You guide this theme and write in its log.")
            if row.theme.is_running
            else _("You guide this theme."),
            "url": row.theme.get_absolute_url(),
            "link": _("To the theme"),
            "icon": "bulb",
        }
        for row in rows
    ]


def themes_of(year: int) -> list[dict[str, str]]:
    """The chosen themes of a year, as the home page shows them under the programme."""
    chosen = InnovationTheme.objects.filter(call__year=year, selected_at__isnull=False)
    return [
        {
            "title": theme.title,
            "text": theme.theme.name,
            "url": theme.get_absolute_url(),
            "status": BADGE[Status(theme.status)],
            "status_text": status_words(theme, is_decided=True),
        }
        for theme in chosen.select_related("theme").order_by("pk")
    ]
