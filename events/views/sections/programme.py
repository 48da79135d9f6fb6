"""The part of a meeting's page that shows the parts of the day and its papers."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from events.models import Meeting, MeetingDocument, ProgrammePart
from events.views.words import time_of_day


def section(meeting: Meeting, person: Any, at: datetime) -> dict[str, Any]:
    """Parts in the order of the day, papers that this person may have; empty without any."""
    del at
    parts = list(meeting.parts.standing().prefetch_related("organisations"))
    papers = papers_for(meeting, person)
    return {"parts": part_rows(parts), "papers": papers} if parts or papers else {}


def part_rows(parts: Iterable[ProgrammePart]) -> list[dict[str, Any]]:
    """Each part with its time and by whom, in words."""
    return [
        {"part": part, "begins": time_of_day(part.begins), "by": by_whom(part)} for part in parts
    ]


def by_whom(part: ProgrammePart) -> str:
    """The organisations and whoever else: A, B en C."""
    names = [organisation.name for organisation in part.organisations.all()]
    return get_text_list([*names, *([part.by] if part.by else [])], _("and"))


def papers_for(meeting: Meeting, person: Any) -> list[MeetingDocument]:
    """Papers that stand, as far as this person may read them."""
    papers = MeetingDocument.objects.visible_to(person).standing().filter(meeting=meeting)
    return list(papers.select_related("document").order_by("pk"))
