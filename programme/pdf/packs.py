"""The papers of a meeting as one tagged PDF (PDF/UA), in Dutch."""

from datetime import datetime
from typing import Any, Final

from django.conf import settings
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from events.models import Meeting
from partners.pdf import compile_pdf
from programme.papers import Point, pack_of, raad_of
from programme.ports import Paper
from schuldenlab.web.templatetags.look import clock, day

LANGUAGE: Final = "nl"  # of what the raad decides on


def pack_pdf(meeting: Meeting, *, number: int, changed: str, at: datetime) -> bytes:
    """Agenda and papers as they are at this moment. Not saved yet."""
    with translation.override(LANGUAGE):
        points, rest = pack_of(meeting, at)
        facts = {
            "language": LANGUAGE,
            "site": settings.SITE_NAME,
            "title": _("Papers of the programmaraad"),
            "heading": meeting.subject or str(raad_of(meeting) or meeting.series.title),
            "keys": _keys(meeting, number, changed, at),
            "agenda_heading": _("Agenda"),
            "agenda": [_point(point) for point in points],
            "papers_heading": _("Papers"),
            "papers": [
                *(_paper(paper, point.number) for point in points for paper in point.papers),
                *(_paper(paper, None) for paper in rest),
            ],
            "rules_heading": _("Rules of this ballot"),
        }
    return compile_pdf("programme/pdf/pack.typ", facts, at=at)


def _keys(meeting: Meeting, number: int, changed: str, at: datetime) -> list[list[str]]:
    keys = [[_("Version"), f"{number}, {_moment(at)}"]]
    if meeting.starts_at is not None:
        keys.insert(0, [_("When"), _moment(meeting.starts_at)])
    if meeting.place:
        keys.insert(1, [_("Where"), meeting.place])
    return [*keys, [_("What has changed"), changed]] if changed else keys


def _moment(moment: datetime) -> str:
    return f"{day(moment)}, {clock(timezone.localtime(moment))}"


def _point(point: Point) -> dict[str, Any]:
    item = point.item
    files = [
        _("Separate file “%(name)s”, SHA-256 %(hash)s")
        % {"name": row.document.name, "hash": row.document.sha256}
        for row in point.documents
    ]
    return {
        "number": str(point.number),
        "title": item.title,
        "kind": str(item.get_kind_display()),
        "text": item.text,
        "files": files,
    }


def _paper(paper: Paper, number: int | None) -> dict[str, Any]:
    belongs = _("With point %(number)s") % {"number": number} if number else ""
    return {
        "title": paper.title,
        "kind": " · ".join(part for part in (paper.kind, belongs) if part),
        "text": paper.text,
        "rules": [list(pair) for pair in paper.rules],
    }
