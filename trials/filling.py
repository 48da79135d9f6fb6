"""Fill in a form: as a hasty visitor does, and otherwise when that is refused.

Hasty is what stands there, the first choice, or something. Who is refused looks at the fields that
the page marks, and tries something else in them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

if TYPE_CHECKING:
    from random import Random

SKIPPED = {"csrfmiddlewaretoken", "language", "next"}
SHEET = b"organisatie;sector;lid_sinds\nNieuwe Bank;bank;2020-01-01\n"
PAPER = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
FILES = {"nieuw.csv": SHEET, "nieuw.pdf": PAPER}
CHOSEN = {"radio", "checkbox", "submit", "button", "select"}
# Days from today on which something may be asked, held or due.
DAYS = (0, 1, -1, 7, -7, 15, 30, -30, 60, 100, 200, 365, -365, 730)
SOMETHING = {
    "hidden": "",
    "time": "10:00",
    "url": "https://example.org/",
    "textarea": "Tekst.",
}
TEXTS = ("Tekst", "", "Nog een tekst", "Een zin die lang genoeg is. " * 8)
NUMBERS = ("1", "0", "2", "5", "10", "100", "2500", "100000")


@dataclass
class Blank:
    """One field: its kind, what may stand in it, and what does."""

    name: str
    kind: str
    given: dict[str, str]
    values: list[str] = field(default_factory=list)
    marked: list[str] = field(default_factory=list)

    @property
    def hasty(self) -> list[str]:
        """The first thing that comes to hand."""
        if self.kind == "file":
            return ["nieuw.csv" if "csv" in self.given.get("accept", "") else "nieuw.pdf"]
        if self.kind in CHOSEN:
            able = [value for value in self.values if value]
            return self.marked or able[:1]
        return self.marked or [self._something()]

    def other(self, chance: Random) -> list[str]:
        """Something else that could be meant."""
        if self.kind == "file":
            return [chance.choice(list(FILES))]
        if self.kind == "checkbox":
            return self._some(chance)
        if self.kind in CHOSEN:
            return [chance.choice(self.values)] if self.values else []
        return [chance.choice(self._candidates())]

    def _some(self, chance: Random) -> list[str]:
        count = chance.choice([0, 1, 2, 3, 5, 6, len(self.values)])
        return chance.sample(self.values, min(count, len(self.values)))

    @property
    def _is_number(self) -> bool:
        return self.kind == "number" or self.given.get("inputmode") in {"numeric", "decimal"}

    @property
    def _is_day(self) -> bool:
        if self.kind in {"date", "datetime-local"}:
            return True
        return self.name.endswith(("_on", "_by", "_from", "_until")) or "date" in self.name

    def _something(self) -> str:
        if self.kind == "email" or "email" in self.name:
            return "nieuw@people.example"
        if self._is_day:
            return self._day(timezone.localdate() + timedelta(days=40))
        if self._is_number:
            return self.given.get("min") or "1"
        kind = "time" if "time" in self.name else self.kind
        return SOMETHING.get(kind, "Tekst")

    def _day(self, day: date) -> str:
        if self.kind == "datetime-local":
            return f"{day:%Y-%m-%d}T10:00"
        return f"{day:%Y-%m-%d}" if self.kind == "date" else f"{day:%d-%m-%Y}"

    def _candidates(self) -> list[str]:
        today = timezone.localdate()
        limits = [self.given[limit] for limit in ("min", "max") if self.given.get(limit)]
        standing = [*self.marked, *limits]
        if self._is_day:
            days = [today + timedelta(days=days) for days in DAYS]
            days += [date(today.year + more, 1, 1) for more in (0, 1)]
            days += [date(today.year + more, 12, 31) for more in (0, 1, 4)]
            return [*standing, *map(self._day, days)]
        if self._is_number:
            return [*standing, *NUMBERS, *(str(today.year + more) for more in (-1, 0, 1))]
        if self.kind == "time" or "time" in self.name:
            return [*standing, "10:00", "12:00", "16:30"]
        return [*standing, self._something(), *TEXTS, *NUMBERS[:3]]


class Filling(HTMLParser):
    """What to post: the fields of each form in the main part of a page that posts to it."""

    def __init__(self, page: str, url: str) -> None:
        super().__init__()
        self.forms: list[dict[str, Blank]] = []
        self._plain: list[dict[str, Blank]] = []  # the forms that have a button without a name
        self.wrong: set[str] = set()
        self._path = urlsplit(url).path
        self._here: dict[str, Blank] = {}
        self._open: Blank | None = None
        self._in_main = False
        self._group = ""
        self.feed(page)
        self.forms = [form for form in self.forms if form] or [{}]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at one field."""
        given = {key: value or "" for key, value in attrs}
        self._in_main |= tag == "main"
        if not self._in_main:
            return
        if tag == "form":
            self._begin(given)
        elif tag == "option" and self._open is not None:
            self._add(self._open, given, is_marked="selected" in given)
        elif tag in {"input", "button", "select", "textarea"}:
            self._field(tag, given)
        elif given.get("role") == "radiogroup":
            self._group = given.get("aria-invalid", "")

    def handle_endtag(self, tag: str) -> None:
        """Know where a field and a form end."""
        if tag in {"select", "textarea"}:
            self._open = None
        if tag in {"fieldset", "div"}:
            self._group = ""
        if tag == "main":
            self._in_main = False

    def handle_data(self, data: str) -> None:
        """What stands in a large field."""
        if self._open is not None and self._open.kind == "textarea" and data.strip():
            self._open.marked = [data.strip()]

    def _begin(self, given: dict[str, str]) -> None:
        self._here = {}
        is_own = urlsplit(given.get("action") or self._path).path == self._path
        if given.get("method", "").lower() == "post" and is_own:
            self.forms.append(self._here)

    def _field(self, tag: str, given: dict[str, str]) -> None:
        name = given.get("name", "")
        if tag == "button" and not name:
            self._plain.append(self._here)
        if not name or name in SKIPPED or "disabled" in given:
            return
        kind = tag if tag in {"select", "textarea"} else given.get("type", "text")
        kind = "submit" if tag == "button" else kind
        blank = self._here.setdefault(name, Blank(name, kind, given))
        if "true" in {given.get("aria-invalid"), self._group if kind == "radio" else ""}:
            self.wrong.add(name)
        if kind in {"radio", "checkbox", "submit", "button"}:
            self._add(blank, {"value": "on"} | given, is_marked="checked" in given)
        elif tag in {"select", "textarea"}:
            self._open = blank
        elif given.get("value"):
            blank.marked = [given["value"]]

    def _add(self, blank: Blank, given: dict[str, str], *, is_marked: bool) -> None:
        blank.values.append(given.get("value", ""))
        if is_marked and given.get("value"):
            blank.marked.append(given["value"])

    @property
    def files(self) -> frozenset[str]:
        """The fields that take a file."""
        blanks = [blank for form in self.forms for blank in form.values()]
        return frozenset(blank.name for blank in blanks if blank.kind == "file")

    def hasty(self) -> dict[str, list[str]]:
        """The fields of the first form, filled in without a thought.

        Of the buttons the one without a name is pressed where there is one: the others open a part
        of the form, or take a row away.
        """
        form = self.forms[0]
        is_plain = any(each is form for each in self._plain)
        return {
            name: [] if is_plain and blank.kind == "submit" else blank.hasty
            for name, blank in form.items()
        }

    def otherwise(
        self, before: dict[str, list[str]], wrong: frozenset[str], chance: Random
    ) -> dict[str, list[str]]:
        """The same, but for the fields that were marked; when none was, for some.

        The last day is marked when it is the first one that cannot be, so at times for others too.
        """
        form = chance.choice(self.forms)
        doubted = wrong & form.keys()
        if not doubted or chance.random() < 1 / 3:
            doubted |= {name for name in form if chance.random() < 1 / 3}
        return {
            name: blank.other(chance) if name in doubted else before.get(name, blank.hasty)
            for name, blank in form.items()
        }


def posted(form: dict[str, list[str]], files: frozenset[str]) -> dict[str, Any]:
    """The same as a test client sends it; a file is read only once, so it is new each time."""
    return {
        name: SimpleUploadedFile(values[0], FILES[values[0]]) if name in files else values
        for name, values in form.items()
        if values
    }
