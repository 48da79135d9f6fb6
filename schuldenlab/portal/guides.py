"""Innovation themes that somebody guides, with the last lines of their log, for the home page."""

from typing import Any, Final

from django.urls import reverse
from django.utils.translation import gettext as _

from partners.querysets import local_day
from programme.models import ExplorationNote, Facilitator
from programme.views.theme_words import BADGE, Status, status_words

MOST: Final = 3
NOTES: Final = 3


def guided_by(person: Any) -> list[dict[str, Any]]:
    """Themes that this person guides by name, or its partner does, with the way to each."""
    now = Facilitator.objects.on(local_day(person.moment))
    mine = now.filter(person=person) | now.filter(
        organisation__in=person.standing.organisation_ids, person__isnull=True
    )
    rows = list(mine.select_related("theme__call").order_by("theme_id").distinct()[:MOST])
    notes = _notes([row.theme for row in rows])
    return [
        {
            "label": _("Innovation theme %(year)s") % {"year": row.theme.call.year},
            "title": row.theme.title,
            "question": row.theme.question,
            "url": row.theme.get_absolute_url(),
            "status": BADGE[Status(row.theme.status)],
            "status_text": status_words(row.theme, is_decided=True),
            "result_due_on": row.theme.result_due_on,
            "write_url": reverse("programme:note-write", args=[row.theme_id])
            if row.theme.is_running
            else "",
            "notes": notes.get(row.theme_id, []),
        }
        for row in rows
    ]


def _notes(themes: list[Any]) -> dict[int, list[Any]]:
    """The last lines of each log, the newest first; at most as many as all may show together."""
    if not themes:
        return {}
    found: dict[int, list[Any]] = {}
    lines = ExplorationNote.objects.filter(theme__in=themes, corrected_by=None).select_related(
        "person"
    )
    for each in lines.order_by("-at", "-pk")[: MOST * NOTES]:
        shown = found.setdefault(each.theme_id, [])
        if len(shown) < NOTES:
            shown.append(each)
    return found
