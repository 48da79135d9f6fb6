"""Which words of a page are in another language than they say: a reading of its HTML."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Any, Final

from partners.models import Organisation, Person, Signature

# Words that hold a sentence together, and that are no word of the other language.
DUTCH: Final = re.compile(
    r"\b(de|het|een|niet|wordt|worden|voor|naar|zijn|deze|maar|ook|aan|uit|bij|nog|geen|heeft|hebben"
    r"|dit|dat|als|wij|waarom|wanneer|kunnen|moeten|zullen|mogen|welke|elke|zonder|uw|van|kiest)\b"
)
ENGLISH: Final = re.compile(
    r"\b(the|and|are|this|that|with|which|from|have|has|you|your|who|when|where|must|will|there"
    r"|been|their|they|for|not|can)\b"
)
# A name in quotes, and an address.
NAMES: Final = re.compile(r"“[^”]*”|‘[^’]*’|\S+@\S+")
VOID: Final = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "wbr"}
# Where no element can stand around a name, and what somebody is about to type.
MIXED: Final = {"title", "textarea", "option"}
# On the desk: what we say ourselves, and not the records as they are kept.
OURS_ON_DESK: Final = {"th", "label", "legend", "caption", "button", "summary", "h2", "h3"}
SPOKEN: Final = ("aria-label", "title", "alt", "placeholder")


class Reading(HTMLParser):
    """The texts of a page, each with its language and the element that it stands in."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self._open: list[tuple[str, str]] = []
        self.texts: list[tuple[str, str, str]] = []
        self.feed(html)

    @property
    def language(self) -> str:
        """Of the nearest element that says it."""
        return next((language for _tag, language in reversed(self._open) if language), "")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """What an attribute says is read aloud as well."""
        facts = {name: value or "" for name, value in attrs}
        if tag not in VOID:
            self._open.append((tag, facts.get("lang", "")))
        language = facts.get("lang") or self.language
        spoken = [*SPOKEN, "value"] if facts.get("type") in {"submit", "button"} else SPOKEN
        self.texts += [(language, f"@{name}", facts[name]) for name in spoken if facts.get(name)]

    def handle_endtag(self, tag: str) -> None:
        """Close it, and what was left open in it."""
        for place in range(len(self._open) - 1, -1, -1):
            if self._open[place][0] == tag:
                del self._open[place:]
                return

    def handle_data(self, data: str) -> None:
        """A text between tags; not what nobody reads."""
        tag = self._open[-1][0] if self._open else ""
        if tag not in {"script", "style"} and data.strip():
            self.texts.append((self.language, tag, " ".join(data.split())))


# Pages with texts that keep the language in which they were written once: mails, a report, and the
# names of the API, which are the same for everybody.
KEPT: Final = {"partners:my-data", "partners:import-run with a bad line", "portal:api-docs"}
# Who reads every page for it: nobody, a partner, and the kernteam.
SEVERAL: Final = ("anonymous", "seat", "manager")


def names_of_all() -> set[str]:
    """What people and organisations are called; nobody's name is a word."""
    people = Person.objects.values_list("name", flat=True)
    signers = Signature.objects.values_list("signatory", flat=True)
    return {*people, *signers, *Organisation.objects.values_list("name", flat=True)} - {""}


def in_another_language(line: str, page: Any, language: str, people: set[str]) -> list[str]:
    """Texts of a page that are not in the language which it says it is in."""
    if page.streaming:
        b"".join(page.streaming_content)  # a file is closed at its end
        return []
    if line in KEPT or not page.headers["Content-Type"].startswith("text/html"):
        return []
    html, spoken = page.content.decode(), page.headers["Content-Language"]
    assert spoken == language or "token" in line, line
    assert f'<html lang="{spoken}"' in html, line
    return foreign_texts(html, spoken, people, is_desk=line.startswith("admin:"))


def foreign_texts(html: str, language: str, names: set[str], *, is_desk: bool = False) -> list[str]:
    """The texts that say that they are in this language, and are not; names of people left out.

    What stands in quotes is a name as well.
    """
    words = ENGLISH if language == "nl" else DUTCH
    texts = Reading(html).texts
    ours = [(tag, text) for said, tag, text in texts if said == language and tag not in MIXED]
    if is_desk:
        ours = [(tag, text) for tag, text in ours if tag in OURS_ON_DESK or tag.startswith("@")]
    found = [(tag, text) for tag, text in ours if words.search(NAMES.sub("", text).lower())]
    nobody = re.compile("|".join(map(re.escape, names)) or "(?!)")  # few texts are left to ask
    return [
        f"<{tag}> {text[:120]}"
        for tag, text in found
        if words.search(NAMES.sub("", nobody.sub("", text)).lower())
    ]
