"""A year as one file: every record with its files and metadata, tables, an index, and a manifest.

The kernteam is the reader: it sees all, so the file holds all, also what is closed to others. The
index says of each record how open it is.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import IO, Any

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from partners.pdf import LANGUAGE
from partners.resources.tables import Table, as_csv
from schuldenlab.audit.models import Entry
from schuldenlab.documents.models import Document, Openness
from schuldenlab.portal.kompas import governing
from schuldenlab.web.resources.trail import as_csv as trail_as_csv

from .bag import Bag, Kept, pieces_of
from .belongs import owners_of
from .kind import Kind
from .mdto import StoredFile, file_xml, information_xml
from .names import file_name, folder_name
from .papers import papers_of
from .reading import Written, pairs_of, written_of
from .register import Record, Wanted, records_of
from .said import Context, identifier_of, information_of, row_of
from .tables import tables_of

BATCH = 500
FORMATS = {"json": "application/json", "html": "text/html"}


@dataclass(frozen=True)
class Made:
    """What became of it: how many records, and documents of which the file is gone or damaged."""

    records: int
    lost: tuple[str, ...]


def write_year(file: IO[bytes], year: int, at: datetime) -> Made:
    """Write the bag of a year as it stands at this moment; twice the same gives the same bytes."""
    with translation.override(LANGUAGE):
        return _Year(file, year, at).write()


class _Year:
    def __init__(self, file: IO[bytes], year: int, at: datetime) -> None:
        self.year, self.at = year, localtime(at)
        self.framework = governing(year, at)
        host = getattr(self.framework, "host", None)
        self.context = Context(
            year=year,
            source=settings.SITE_NAME,
            creator=host.name if host else settings.SITE_NAME,
            kind_list=_("Kinds of records of %(site)s") % {"site": settings.SITE_NAME},
        )
        name = f"{settings.SITE_NAME.lower()}-{year}"
        self.bag = Bag(file, name=name, at=self.at)
        self.rows: list[dict[str, Any]] = []
        self.lost: list[str] = []

    def write(self) -> Made:
        """Records by kind, then what is said of all of them together."""
        records = records_of(Wanted.of_year(self.year))
        for kind, of_kind in _by_kind(records):
            for some in _batches(of_kind):
                self._write_some(kind, some)
        self._write_papers()
        self._write_tables()
        self._write_index()
        self.bag.close(self._info(len(records)))
        return Made(len(records), tuple(self.lost))

    def _write_some(self, kind: Kind, records: Sequence[Record]) -> None:
        numbers = [record.number for record in records]
        judged = Openness.objects.known(self.at).of(record.subject for record in records)
        is_document = kind.model is Document
        documents = Document.objects.in_bulk(numbers) if is_document else {}
        owners = owners_of(numbers) if is_document else {}
        written = {} if is_document else written_of(kind, numbers)
        for record in records:
            folder = f"{kind.folder}/{folder_name(record.number, record.title)}"
            if is_document:
                files = self._document(folder, documents[record.number])
            else:
                files = self._facts(folder, record, written[record.number])
            found = judged.get(record.subject)
            self._describe(folder, record, found, files, documents)
            belongs = owners.get(record.number, "")
            self.rows.append(row_of(record, found, files, belongs))

    def _document(self, folder: str, document: Document) -> list[Kept]:
        """The bytes as they came; what is gone or damaged is said in the index, not passed over."""
        try:
            with document.file.open("rb") as file:
                kept = self.bag.add(f"{folder}/{file_name(document.name)}", pieces_of(file))
        except OSError:
            self.lost.append(f"document-{document.pk}")
            return []
        if kept.sha256 != document.sha256:
            self.lost.append(f"document-{document.pk}")
        return [kept]

    def _facts(self, folder: str, record: Record, written: Written) -> list[Kept]:
        data = {"identifier": identifier_of(record), "kind": record.kind.code, **written.as_data()}
        model = record.kind.model
        page = render_to_string(
            "portal/archive_file/record.html",
            {
                "record": record,
                "pairs": list(pairs_of(model, written.facts)),
                "parts": [
                    (title, [list(pairs_of(part, row)) for row in rows])
                    for title, part, rows in written.parts
                ],
            },
        )
        name = record.kind.code
        return [
            self.bag.add(f"{folder}/{name}.json", [_as_json(data)]),
            self.bag.add(f"{folder}/{name}.html", [page.encode()]),
        ]

    def _describe(
        self,
        folder: str,
        record: Record,
        judged: Openness | None,
        files: list[Kept],
        documents: Mapping[int, Document],
    ) -> None:
        said = information_of(record, judged, files, self.context)
        known = documents[record.number].content_type if documents else ""
        self.bag.add(f"{folder}/{record.kind.code}.mdto.xml", [information_xml(said)])
        for kept in files:
            name = kept.path.rpartition("/")[2]
            stored = StoredFile(
                identifier=kept.path,
                source=self.context.source,
                name=name,
                size=kept.size,
                format=known or FORMATS[name.rpartition(".")[2]],
                sha256=kept.sha256,
                made_at=self.at,
                of=(said.identifier, said.name),
            )
            self.bag.add(f"{folder}/{name}.bestand.mdto.xml", [file_xml(stored)])

    def _write_papers(self) -> None:
        for name, paper in papers_of(self.year, self.framework, self.at):
            self.bag.add(f"overzichten/{name}", [paper])

    def _write_tables(self) -> None:
        for name, table in tables_of(self.year, self.framework, self.at):
            self.bag.add(f"overzichten/{name}.csv", [as_csv(table)])
        first = self.at.replace(year=self.year, month=1, day=1, hour=0, minute=0, second=0)
        first = first.replace(microsecond=0)
        span = (first, first.replace(year=self.year + 1))
        trail = Entry.objects.filter(at__gte=span[0], at__lt=min(span[1], self.at))
        rows = trail.select_related("actor").order_by("at", "id")
        self.bag.add("overzichten/handelingen.csv", trail_as_csv(rows))

    def _write_index(self) -> None:
        heads = [
            *(_("Number"), _("Kind"), _("Title"), _("Day"), _("Openness"), _("Ground")),
            *(_("Kept"), _("Belongs to"), _("File")),
        ]
        names = ("number", "kind", "title", "on", "openness", "ground", "kept", "belongs")
        cells = [
            (*(row[name] for name in names), " ".join(_inside(kept) for kept in row["files"]))
            for row in self.rows
        ]
        self.bag.add("index.csv", [as_csv(Table(_("Index"), heads, cells))])
        facts = {"year": self.year, "at": self.at, "site": settings.SITE_NAME, "lost": self.lost}
        page = render_to_string(
            "portal/archive_file/index.html",
            {**facts, "heads": heads, "rows": [_linked(row) for row in self.rows]},
        )
        self.bag.add("index.html", [page.encode()])

    def _info(self, records: int) -> list[tuple[str, str]]:
        described = _("All records of %(site)s of %(year)s: %(count)s")
        facts = {"site": settings.SITE_NAME, "year": self.year, "count": records}
        return [
            ("Source-Organization", self.context.creator),
            ("External-Description", described % facts),
            ("External-Identifier", f"{settings.SITE_NAME.lower()}-{self.year}"),
            ("Metadata-Standard", "MDTO 1.0.1"),
        ]


def _by_kind(records: Sequence[Record]) -> Iterator[tuple[Kind, list[Record]]]:
    found: dict[str, list[Record]] = {}
    for record in records:
        found.setdefault(record.kind.code, []).append(record)
    for of_kind in found.values():
        yield of_kind[0].kind, of_kind


def _batches(records: Sequence[Record]) -> Iterator[list[Record]]:
    rest = iter(records)
    while some := list(islice(rest, BATCH)):
        yield some


def _as_json(data: dict[str, Any]) -> bytes:
    text = json.dumps(data, cls=DjangoJSONEncoder, ensure_ascii=False, indent=1)
    return f"{text}\n".encode()


def _inside(kept: Kept) -> str:
    """The path as the index beside it names it."""
    return kept.path.removeprefix("data/")


def _linked(row: dict[str, Any]) -> dict[str, Any]:
    links = [(_inside(kept), kept.path.rpartition("/")[2]) for kept in row["files"]]
    return {**row, "links": links}
