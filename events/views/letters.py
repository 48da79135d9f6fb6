"""How letters look on a page: rows, the way back, the preview, and who gets them."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from events.audience import recipients_of
from events.models import Circular, Meeting
from events.notifications import circular_facts
from events.notifications.circulars import TEMPLATE
from partners.models import Organisation
from partners.querysets import local_day
from schuldenlab.outbox.markup import addressed, as_html, without_foot, write_sheet
from schuldenlab.web.templatetags.look import day as day_words

from .words import Crumbs, title_of

BADGES = {"draft": "track", "sent": "met", "discarded": "open"}
MOST_MEETINGS = 40


def letter_crumbs(*steps: tuple[str, str]) -> Crumbs:
    """Home, the letters, and steps of (words, address); the last is where you are."""
    way = [
        {"label": _("My Schuldenlab"), "url": reverse("portal:home")},
        {"label": _("Letters"), "url": reverse("events:circular-list") if steps else ""},
    ]
    return [*way, *({"label": label, "url": url} for label, url in steps)]


def letter_rows(circulars: Iterable[Any], *, is_kernteam: bool) -> list[dict[str, Any]]:
    """Rows as `components/rows.html` shows them."""
    return [_row(each, is_kernteam=is_kernteam) for each in circulars]


def _row(circular: Any, *, is_kernteam: bool) -> dict[str, Any]:
    text = circular.get_kind_display().capitalize()
    if is_kernteam:
        text += ", " + _("to %(audience)s") % {"audience": circular.get_audience_display()}
    row = {"title": circular.heading, "url": circular.get_absolute_url(), "text": text}
    if circular.sent_at:
        row["on"] = circular.sent_at
    else:
        row["icon"] = "pencil"
    if is_kernteam:
        row |= {"status": BADGES[circular.status], "status_text": _status_words(circular)}
    return row


def _status_words(circular: Any) -> str:
    if circular.status != Circular.Status.SENT:
        words: str = circular.get_status_display()
        return words[:1].upper() + words[1:]
    return ngettext("Sent to %(number)s person", "Sent to %(number)s people", circular.people) % {
        "number": circular.people
    }


def previews(circular: Circular, person: Any, *, both: bool) -> list[dict[str, Any]]:
    """The letter as its reader gets it: rendered by the outbox itself, once or in both languages.

    Each has language, language_name, sender, subject and body (HTML, every word escaped).
    """
    languages = [settings.LANGUAGE_CODE]
    if circular.speaks_english:
        languages = [settings.LANGUAGE_CODE, "en"] if both else [translation.get_language()]
    found = []
    for language in languages:
        sheet = addressed(write_sheet(TEMPLATE, language, circular_facts(circular)), person.name)
        found.append(
            {
                "language": language,
                "language_name": dict(settings.LANGUAGES)[language],
                "sender": settings.DEFAULT_FROM_EMAIL,
                "subject": sheet["subject"],
                "body": as_html(without_foot(sheet["text"])),
            }
        )
    return found


def groups_of(circular: Circular, at: datetime) -> dict[str, Any]:
    """How many people of which organisation got it, or would get it if it went now.

    `people`, `organisations`, and `rows` of (name, people); who comes for none stands last.
    """
    keys: list[int | None]
    if circular.status == Circular.Status.SENT:
        keys = list(circular.recipients.values_list("organisation_id", flat=True))
    else:
        keys = [each.organisation_id for each in recipients_of(circular, local_day(at))]
    counts = Counter(keys)
    names = Organisation.objects.filter(pk__in=[key for key in counts if key]).order_by("name")
    rows = [(name, counts[key]) for key, name in names.values_list("pk", "name")]
    if counts[None]:
        rows.append((_("Kernteam and others without an organisation"), counts[None]))
    return {"people": len(keys), "organisations": len(counts.keys() - {None}), "rows": rows}


def size_words(groups: dict[str, Any]) -> str:
    """How many people of how many organisations, as a sentence."""
    if not groups["people"]:
        return _("Nobody belongs to this audience now.")
    people = ngettext("%(number)s person", "%(number)s people", groups["people"])
    houses = ngettext(
        "%(number)s organisation", "%(number)s organisations", groups["organisations"]
    )
    return _("This letter goes to %(people)s of %(organisations)s.") % {
        "people": people % {"number": groups["people"]},
        "organisations": houses % {"number": groups["organisations"]},
    }


def meeting_choices(at: datetime, own: Meeting | None) -> list[tuple[int, str]]:
    """Meetings that still come, the nearest first; and the letter's own, whatever became of it."""
    soonest = Meeting.objects.upcoming(at).select_related("series")[:MOST_MEETINGS]
    meetings = {each.pk: each for each in soonest}
    if own is not None:
        meetings.setdefault(own.pk, own)
    return [(pk, _named(each)) for pk, each in meetings.items()]


def _named(meeting: Meeting) -> str:
    if meeting.starts_at:
        return f"{title_of(meeting)}, {day_words(meeting.starts_at)}"
    return _("%(title)s, no date yet") % {"title": title_of(meeting)}
