"""Fill in a form as a hasty visitor does: what stands there, the first choice, or something."""

from __future__ import annotations

from datetime import timedelta
from html.parser import HTMLParser
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

SKIPPED = {"csrfmiddlewaretoken", "language", "next"}
SHEET = b"organisatie;sector;lid_sinds\nNieuwe Bank;bank;2020-01-01\n"
PAPER = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


class Filling(HTMLParser):
    """What to post: fields of the forms in the main part of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.data: dict[str, Any] = {}
        self._select = self._area = ""
        self._in_main = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at one field."""
        given = {key: value or "" for key, value in attrs}
        self._in_main |= tag == "main"
        name = given.get("name", "")
        if not self._in_main or (name in SKIPPED):
            return
        if tag == "select":
            self._select = name
        elif tag == "option" and self._select:
            self._choose(self._select, given.get("value", ""), is_marked="selected" in given)
        elif tag == "textarea" and name:
            self._area = name
            self.data.setdefault(name, "Tekst.")
        elif tag in {"input", "button"} and name:
            self._field(name, given)

    def handle_endtag(self, tag: str) -> None:
        """Know where a field ends."""
        if tag == "select":
            self._select = ""
        if tag == "textarea":
            self._area = ""
        if tag == "main":
            self._in_main = False

    def handle_data(self, data: str) -> None:
        """What stands in a large field."""
        if self._area and data.strip():
            self.data[self._area] = data.strip()

    def _choose(self, name: str, value: str, *, is_marked: bool) -> None:
        if value and (is_marked or not self.data.get(name)):
            self.data[name] = value

    def _field(self, name: str, given: dict[str, str]) -> None:
        kind = given.get("type", "text")
        if kind in {"radio", "checkbox", "submit", "button"}:
            value = given.get("value", "on")
            self._choose(name, value, is_marked="checked" in given)
        elif kind == "file":
            is_sheet = "csv" in given.get("accept", "")
            self.data[name] = ("nieuw.csv", SHEET) if is_sheet else ("nieuw.pdf", PAPER)
        else:
            self.data.setdefault(name, given.get("value") or _something(name, kind, given))

    def form(self) -> dict[str, Any]:
        """A copy to send: a file is read only once."""
        return {
            name: SimpleUploadedFile(*value) if isinstance(value, tuple) else value
            for name, value in self.data.items()
        }


def _something(name: str, kind: str, given: dict[str, str]) -> str:
    day = timezone.localdate() + timedelta(days=40)
    if kind == "hidden":
        return ""
    if kind == "email" or "email" in name:
        return "nieuw@people.example"
    if kind in {"date", "datetime-local"} or name.endswith("_on") or "date" in name:
        return f"{day:%d-%m-%Y}" if kind == "text" else f"{day:%Y-%m-%d}"
    if kind == "time" or "time" in name:
        return "10:00"
    if kind == "number" or given.get("inputmode") in {"numeric", "decimal"}:
        return given.get("min") or "1"
    return "https://example.org/" if kind == "url" else "Tekst"
