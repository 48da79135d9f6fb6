"""The order in which a program reads a PDF aloud, beside the order in which eyes see it."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

HEADING = re.compile(r"H([1-6])")
NEEDS_WORDS = {"Figure", "Formula"}


@dataclass
class Paper:
    """What the tags of a PDF say, from front to back."""

    pages: int = 0
    language: str = ""
    title: str = ""
    headings: list[int] = field(default_factory=list)
    marks: dict[int, list[int]] = field(default_factory=dict)  # by page, in the order of the tags
    drawn: dict[int, list[int]] = field(default_factory=dict)  # by page, in the order of the ink
    without_words: int = 0
    tables_without_headings: int = 0

    @property
    def faults(self) -> list[str]:
        """What stands in the way of somebody who listens."""
        found = [] if self.language and self.title else ["no language or no title"]
        if self.headings[:1] != [1]:
            found.append("does not begin with a heading of the first level")
        steps = zip(self.headings, self.headings[1:], strict=False)
        found += [f"heading {a} is followed by {b}" for a, b in steps if b > a + 1]
        for page, ink in self.drawn.items():
            told = self.marks.get(page, [])
            if sorted(told) != sorted(set(ink)):
                found.append(f"page {page + 1} shows what is not told, or the reverse")
            elif told != list(dict.fromkeys(ink)):
                found.append(f"page {page + 1} is told in another order than it is set")
        if self.without_words:
            found.append(f"{self.without_words} figures without words")
        if self.tables_without_headings:
            found.append(f"{self.tables_without_headings} tables without headings")
        return found


def read_paper(content: bytes) -> Paper:
    """The paper of these bytes."""
    reader = PdfReader(io.BytesIO(content))
    root: Any = reader.trailer["/Root"]
    paper = Paper(len(reader.pages), str(root.get("/Lang", "")))
    paper.title = str((reader.metadata.title if reader.metadata else "") or "")
    places = {page.indirect_reference: number for number, page in enumerate(reader.pages)}
    for number, page in enumerate(reader.pages):
        paper.drawn[number] = list(_inked(page))
    if "/StructTreeRoot" in root:
        _tell(root["/StructTreeRoot"].get("/K"), paper, places, None)
    return paper


def _inked(page: Any) -> Iterator[int]:
    """The marked parts of a page in the order in which they are drawn, without decoration."""
    contents = page.get_contents()
    if contents is None:
        return
    for operands, operator in contents.operations:
        if operator == b"BDC" and isinstance(operands[1], DictionaryObject):
            mark = operands[1].get("/MCID")
            if mark is not None:
                yield int(mark)


def _tell(kids: Any, paper: Paper, places: dict[Any, int], page: int | None) -> None:
    """Walk through the tags as a screen reader does."""
    kids = kids.get_object() if isinstance(kids, IndirectObject) else kids
    for kid in kids if isinstance(kids, ArrayObject) else [kids]:
        each = kid.get_object() if isinstance(kid, IndirectObject) else kid
        if isinstance(each, int):
            if page is not None:
                paper.marks.setdefault(page, []).append(int(each))
        elif isinstance(each, DictionaryObject):
            here = places.get(each.raw_get("/Pg"), page) if "/Pg" in each else page
            if "/MCID" in each:
                _tell(each["/MCID"], paper, places, here)
            elif each.get("/Type") != "/OBJR":
                _judge(each, paper)
                _tell(each.get("/K", ArrayObject()), paper, places, here)


def _judge(element: DictionaryObject, paper: Paper) -> None:
    kind = str(element.get("/S", "")).lstrip("/")
    if found := HEADING.fullmatch(kind):
        paper.headings.append(int(found[1]))
    if kind in NEEDS_WORDS and not element.get("/Alt"):
        paper.without_words += 1
    if kind == "Table" and not _has(element, "/TH"):
        paper.tables_without_headings += 1


def _has(element: Any, kind: str) -> bool:
    kids = element.get("/K", ArrayObject())
    kids = kids.get_object() if isinstance(kids, IndirectObject) else kids
    for kid in kids if isinstance(kids, ArrayObject) else [kids]:
        each = kid.get_object() if isinstance(kid, IndirectObject) else kid
        if isinstance(each, DictionaryObject) and (each.get("/S") == kind or _has(each, kind)):
            return True
    return False
