"""The look of a mail, written into its elements: mail programs load no style sheets.

The style of an element comes from its tag, its classes and what stands around it, never from its
words. So a page is dressed once for all letters of the same build, and the words come after.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path

from css_inline import CSSInliner
from django.contrib.staticfiles import finders

# Where the look comes from: the colours first, then what mails do with them.
STYLE_SHEETS = ("css/tokens.css", "css/mail.css")
BUILDS = 128  # letters of different builds that are kept
PIECES = re.compile(r'(?<=href=")[^"]*(?=")|(?<=>)[^<>]*[^<>\s][^<>]*(?=<)')
MARK = re.compile("\ue010([0-9]+)\ue011")  # from the private use area: no text holds it


def dressed(html: str) -> str:
    """The page with our style in each element."""
    words: list[str] = []

    def keep(found: re.Match[str]) -> str:
        words.append(found[0])
        return f"\ue010{len(words) - 1}\ue011"

    build = _dressed(PIECES.sub(keep, html))
    return MARK.sub(lambda mark: words[int(mark[1])], build)


@lru_cache(BUILDS)
def _dressed(html: str) -> str:
    return _dresser().inline(html)


@cache
def _dresser() -> CSSInliner:
    """Knows the tokens, which mail programs do not."""
    sheets = [Path(str(finders.find(name))).read_text() for name in STYLE_SHEETS]
    return CSSInliner(
        extra_css="\n".join(sheets), resolve_css_variables=True, load_remote_stylesheets=False
    )
