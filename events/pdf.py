"""The minutes of a meeting on paper: tagged (PDF/UA), in Dutch, as they are sent or approved."""

from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.utils import translation
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from events.models import Minutes
from events.proceedings import state_words
from partners.pdf import LANGUAGE, compile_pdf
from schuldenlab.web.templatetags.look import clock, day
from schuldenlab.web.templatetags.prose import parts_of


def minutes_pdf(minutes: Minutes, *, at: datetime) -> bytes:
    """Text and facts as they were sent; approved ones with their seal. Not saved yet."""
    with translation.override(LANGUAGE):
        meeting, facts = minutes.meeting, minutes.facts
        paper = {
            "language": LANGUAGE,
            "site": settings.SITE_NAME,
            "title": _("Minutes"),
            "heading": meeting.subject or f"{meeting.series.title} {meeting.ordinal}",
            "keys": _keys(minutes, at),
            "parts": [list(part) for part in parts_of(facts["text"])],
            "presence_heading": _("Who was there"),
            "presence": [_organisation(row) for row in facts["presence"]],
            "decisions_heading": _("Decisions"),
            "decisions": [f"{row['number']}: {row['text']}" for row in facts["decisions"]],
            "actions_heading": _("Actions"),
            "actions_columns": [_("What"), _("Who"), _("Until"), _("Status")],
            "actions": [_action(row) for row in facts["actions"]],
            "seal": minutes.sha256
            and _("SHA-256 of text and facts: %(seal)s") % {"seal": minutes.sha256},
        }
    return compile_pdf("events/pdf/minutes.typ", paper, at=at)


def _keys(minutes: Minutes, at: datetime) -> list[list[str]]:
    meeting = minutes.meeting
    keys = [[_("When"), f"{day(meeting.starts_at)}, {clock(meeting.starts_at)}"]]
    if meeting.place:
        keys.append([_("Where"), meeting.place])
    keys.append([_("Version"), f"{minutes.facts['version']}, {day(at)}"])
    if minutes.approved_in is not None:
        approved = _("in the meeting of %(day)s") % {"day": day(minutes.approved_in.starts_at)}
        keys.append([_("Approved"), approved])
    return keys


def _organisation(row: dict[str, Any]) -> str:
    people = ngettext("%(count)s person", "%(count)s people", row["people"])
    return f"{row['name']} ({people % {'count': row['people']}})"


def _action(row: dict[str, Any]) -> list[str]:
    who = row["who"] or _("Kernteam")
    until = day(date.fromisoformat(row["due_on"]))
    return [row["text"], who, until, capfirst(str(state_words(row["status"])))]
