"""What a letter must be to be read: as plain text, and as HTML."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from django.utils import translation
from django.utils.translation import gettext

from schuldenlab.outbox.markup import FOOT_MARK, farewell, wrapped

URL = re.compile(r"https?://[^\s<>\"]*[^\s<>\".,;:!?)\]]")
LEFT_OVER = re.compile(
    r"\{\{|\{%|%\(|</?[a-z]+>|&(amp|lt|gt|quot|#39);|\bNone\b|“”|\(\)| [,.](?=\s|$)|\ue000|\ue001"
)
EMPTY = {"meta", "br"}
ALLOWED = {
    *("html", "head", "meta", "title", "body", "div", "b", "h1", "h2", "p", "a", "ul", "li", "br"),
}
INSIDE = {"li": {"ul"}, "h1": {"div"}, "p": {"div"}, "ul": {"div"}, "h2": {"div"}}
ENOUGH = 4.5  # WCAG 2.2, 1.4.3


@dataclass
class Page(HTMLParser):
    """A strict reader: each element is closed, in order, and stands where it may stand."""

    path: list[tuple[str, str, str]] = field(default_factory=list)
    seen: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    title: str = ""
    heading: str = ""
    language: str = ""
    faint: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        facts = {name: value or "" for name, value in attrs}
        assert tag in ALLOWED, tag
        assert not {"src", "background", "onclick"} & set(facts)
        parents = [name for name, _ink, _paper in self.path]
        assert not parents or parents[-1] in INSIDE.get(tag, {parents[-1]}), (tag, parents)
        self.seen.append(tag)
        self.language = facts.get("lang", self.language) if tag == "html" else self.language
        if tag == "a":
            assert "a" not in parents
            self.links.append(facts["href"])
        if tag not in EMPTY:
            ink, paper = self.path[-1][1:] if self.path else ("#000000", "#ffffff")
            style = dict(re.findall(r"([a-z-]+):\s*([^;]+)", facts.get("style", "")))
            self.path.append((tag, style.get("color", ink), style.get("background", paper)))

    def handle_endtag(self, tag: str) -> None:
        assert self.path, tag
        assert self.path.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        if not data.strip():
            return
        tag, ink, paper = self.path[-1]
        self.title += data if tag == "title" else ""
        self.heading += data if tag == "h1" else ""
        if tag not in {"title", "h1"}:
            self.words += data.split()
        if tag != "title" and contrast(ink, paper) < ENOUGH:
            self.faint.append(f"{data.strip()}: {ink} on {paper}")


def contrast(ink: str, paper: str) -> float:
    """The ratio of WCAG between two colours written as #rrggbb."""
    light, dark = sorted((_light(ink), _light(paper)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _light(colour: str) -> float:
    digits = colour.strip().lstrip("#")
    assert re.fullmatch(r"[0-9a-f]{3}|[0-9a-f]{6}", digits), colour
    digits = "".join(each * 2 for each in digits) if len(digits) == 3 else digits
    parts = [int(digits[n : n + 2], 16) / 255 for n in (0, 2, 4)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def read(html: str) -> Page:
    """The page, or an AssertionError about the first thing that is wrong."""
    page = Page()
    page.feed(html)
    page.close()
    assert not page.path
    return page


def check(subject: str, text: str, html: str, language: str, *, most: int = 100) -> None:
    """Both forms of a letter can be read, and say the same."""
    with translation.override(language):
        greeting = gettext("Dear %(name)s,").partition("%")[0]
        end = farewell()
    assert 0 < len(subject) <= most, subject
    assert subject == " ".join(subject.split())
    for words in (subject, text):
        found = LEFT_OVER.search(words)
        assert not found, f"{found[0]!r} in {words}"
    assert text.startswith(greeting)
    assert len(re.findall(f"^{greeting}", text, re.MULTILINE)) == 1
    assert text.count(end) == text.count(FOOT_MARK) == 1
    assert "\n\n\n" not in text
    sent = wrapped(text)
    long = [line for line in sent.split("\n") if len(line) > 78 and not URL.search(line)]
    assert not long, long
    page = read(html)
    assert page.language == language
    assert page.seen.count("h1") == page.seen.count("title") == 1
    assert page.title.strip() == page.heading.strip() == subject
    assert sorted(set(page.links)) == sorted(set(URL.findall(sent)))
    assert not page.faint
    assert _bare(" ".join(page.words)) == _bare(f"Schuldenlab070 {_without_marks(text)}")


def _without_marks(text: str) -> str:
    """The words of the text: no dashes of lists and headings, and no address of a button."""
    text = re.sub(r"^(?:- |-{2,} ?$)", "", text, flags=re.MULTILINE)
    return re.sub(r"^([^:\n]{2,80}): https?://\S+$", r"\1", text, flags=re.MULTILINE)


def _bare(words: str) -> str:
    return "".join(words.split())
