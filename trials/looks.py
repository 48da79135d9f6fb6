"""How a page is looked at: axe in three looks, and whether all of it stays readable and in sight.

axe's rules read the same source in every look, but for the two about colours. Whether two colours
differ enough depends on the colours, the size and the weight of a text, and on nothing else. So a
`Memory` keeps which of these were seen in a look, and a page is measured again in that look when it
shows another one. And a page that is the same as one before, but for who looks and the token of its
forms, is not looked at again. Without a memory every page is measured in every look.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from schuldenlab import postgres

if TYPE_CHECKING:
    from playwright.sync_api import Page, ViewportSize

AXE = postgres.REPOSITORY / "node_modules" / "axe-core" / "axe.min.js"
EYES = Path(__file__).with_name("looks.js")
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="\w+"')
NARROW: ViewportSize = {"width": 320, "height": 800}
WIDE: ViewportSize = {"width": 1280, "height": 900}
OF_THE_LOOK = ["color-contrast", "link-in-text-block"]
LOOKS: dict[str, dict[str, Any]] = {
    "light": {"color_scheme": "light", "forced_colors": "none"},
    "dark": {"color_scheme": "dark", "forced_colors": "none"},
    "forced colours": {"color_scheme": "light", "forced_colors": "active"},
}


@dataclass
class Memory:
    """Which texts were measured already, by look: their colours, size and weight; which pages."""

    seen: dict[str, set[str]] = field(default_factory=dict)
    pages: set[bytes] = field(default_factory=set)

    def knows(self, source: str, names: list[str]) -> bool:
        """Whether a page was the same, but for these names of who looks, and tokens."""
        bare = TOKEN.sub("", source)
        for name in names:
            bare = bare.replace(name, "")
        page = sha256(bare.encode()).digest()
        is_known = page in self.pages
        self.pages.add(page)
        return is_known

    def has_news(self, look: str, texts: list[str]) -> bool:
        """Whether a text is among them that no page showed in this look."""
        known = self.seen.setdefault(look, set())
        news = not known.issuperset(texts)
        known.update(texts)
        return news


@dataclass
class Found:
    """What was looked at, and what is wrong: the look and the finding."""

    looks: int = 0
    wrong: list[tuple[str, str]] = field(default_factory=list)

    def add(self, look: str, findings: list[str]) -> None:
        """What one look found."""
        self.looks += 1
        self.wrong += [(look, each) for each in findings]


def look_at(page: Page, memory: Memory | None) -> Found:
    """Everything about the page that is open."""
    found = Found()
    for look, media in LOOKS.items():
        page.emulate_media(**media)
        texts = page.evaluate("() => eyes.texts()") if memory else []
        rules = None if look == "light" else OF_THE_LOOK
        if rules is None or memory is None or memory.has_news(look, texts):
            found.add(look, page.evaluate("rules => eyes.axe(rules)", rules))
    page.emulate_media(**LOOKS["light"])
    for look in ("text spacing", "200 % text"):
        found.add(look, page.evaluate("look => eyes.stretched(look)", look))
    page.set_viewport_size(NARROW)
    found.add("320 pixels", page.evaluate("() => eyes.overflow()"))
    page.set_viewport_size(WIDE)
    return found
