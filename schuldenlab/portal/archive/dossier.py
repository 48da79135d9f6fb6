"""What goes outside in answer to a request: a list of everything, and the open parts as files."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import IO, Any

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from events.workdays import next_working_day
from partners.pdf import LANGUAGE
from partners.querysets import local_day
from partners.resources.tables import Table, as_csv
from schuldenlab.documents.models import Document, Openness, WooRequest

from .bag import Bag, pieces_of
from .inside import for_outside
from .names import file_name
from .reading import pairs_of, written_of
from .register import Record, records_at
from .said import openness_words, why_closed


@dataclass(frozen=True)
class Line:
    """One record of a request, with the judgement that counts, and whether a file goes with it."""

    number: int
    record: Record
    judged: Openness | None
    goes: str  # "whole", "redacted" or nothing

    @property
    def openness(self) -> str:
        """How open it is, in a word."""
        return openness_words(self.judged)

    @property
    def ground(self) -> str:
        """Why (a part of) it stays closed."""
        return why_closed(self.judged)


def answer_by(request: WooRequest) -> date:
    """The last day to answer: a term that ends in a weekend or on a holiday ends the day after."""
    return next_working_day(request.term_ends_on)


def lines_of(request: WooRequest, at: datetime) -> list[Line]:
    """All its records in the order of their days; of what was answered, as it was then."""
    moment = request.answered_at or at
    chosen = request.items.filter(taken_off_at=None)
    records = records_at(list(chosen.values_list("subject_type", "subject_id")))
    judged = Openness.objects.known(moment).of(record.subject for record in records)
    day = local_day(moment)
    return [
        Line(number, record, found, _goes(found, day))
        for number, record in enumerate(records, start=1)
        for found in [judged.get(record.subject)]
    ]


def _goes(judged: Openness | None, day: date) -> str:
    """Only what was judged open goes out; of what is partly open its version for outside."""
    if judged is None or judged.waits_on(day):
        return ""
    if judged.state == Openness.State.OPEN:
        return "whole"
    return "redacted" if judged.redacted_id else ""


def inventory(lines: list[Line]) -> Table:
    """The list that belongs to the answer: also of what stays closed, with the ground."""
    heads = [_("Number"), _("Title"), _("Day"), _("Kind"), _("Openness"), _("Ground"), _("Sent")]
    sent = {"whole": _("yes"), "redacted": _("partly"), "": _("no")}
    rows = [
        (
            line.number,
            line.record.title,
            line.record.on,
            str(line.record.kind.label),
            line.openness,
            line.ground,
            sent[line.goes],
        )
        for line in lines
    ]
    return Table(_("Inventory"), heads, rows)


def write_dossier(file: IO[bytes], request: WooRequest, at: datetime) -> int:
    """Write the ZIP with the list and the open parts. Returns how many records are in it."""
    with translation.override(LANGUAGE):
        lines = lines_of(request, at)
        bag = Bag(file, name=f"{settings.SITE_NAME.lower()}-woo-{request.pk}", at=localtime(at))
        bag.add("inventarislijst.csv", [as_csv(inventory(lines))])
        count = 0
        for path, pieces in _open_parts(lines):
            bag.add(path, pieces)
            count += 1
        bag.close(
            [
                ("Source-Organization", settings.SITE_NAME),
                ("External-Identifier", request.reference),
                ("External-Description", request.subject),
            ]
        )
        return count


def _open_parts(lines: list[Line]) -> Iterator[tuple[str, Any]]:
    """One file for each record that goes out, read when it is written."""
    for line in lines:
        found = line.judged
        if not line.goes or found is None:
            continue
        path = f"stukken/{line.number:04d}"
        document = found.redacted if line.goes == "redacted" else _document_of(line)
        if document is None:
            yield f"{path}-{line.record.kind.code}.html", [_page_of(line.record)]
        else:
            with document.file.open("rb") as file:
                yield f"{path}-{file_name(document.name)}", pieces_of(file)


def _document_of(line: Line) -> Document | None:
    if line.record.kind.model is not Document:
        return None
    return Document.objects.get(pk=line.record.number)


def _page_of(record: Record) -> bytes:
    """A record that is no document, as a page: what was decided, without who typed it."""
    model = record.kind.model
    written = written_of(record.kind, [record.number])[record.number]
    parts = [
        (title, [list(pairs_of(part, for_outside(part, row))) for row in rows])
        for title, part, rows in written.parts
    ]
    page = render_to_string(
        "portal/archive_file/record.html",
        {
            "record": record,
            "pairs": list(pairs_of(model, for_outside(model, written.facts))),
            "parts": parts,
            "is_outside": True,
        },
    )
    return page.encode()
