"""Figures cited in a text: `{partners}` stands for the figure of that name, and no more."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext as _

from .figure import Figure
from .words import TITLES, value_in_words

PLACE: Final = re.compile(r"\{([^{}\n]*)\}")
BLANK_LINE: Final = re.compile(r"\n\s*\n")


@dataclass(frozen=True)
class Piece:
    """A piece of a text: words, or a figure in words with its name and where its rows stand."""

    text: str
    code: str = ""
    title: str = ""
    url: str = ""


Paragraph = tuple[Piece, ...]


def unknown(text: str, known: Collection[str]) -> list[str]:
    """What is cited and does not exist, each once."""
    cited = (found[1].strip() for found in PLACE.finditer(text))
    return list(dict.fromkeys(each for each in cited if each not in known))


def cited_in(text: str) -> list[str]:
    """The names of the figures in a text, in its order."""
    return list(dict.fromkeys(found[1].strip() for found in PLACE.finditer(text)))


def hidden_in(text: str, figures: Mapping[str, Figure]) -> list[str]:
    """The names of the figures in a text that will read “(not shown)”."""
    return [each for each in cited_in(text) if each in figures and not figures[each].is_shown]


def paragraphs(
    text: str, figures: Mapping[str, Figure], urls: Mapping[str, str] | None = None
) -> list[Paragraph]:
    """A text in paragraphs, each in pieces; a figure that does not exist stays as it was typed."""
    parts = (part.strip() for part in BLANK_LINE.split(text))
    return [tuple(_pieces(part, figures, urls or {})) for part in parts if part]


def _pieces(text: str, figures: Mapping[str, Figure], urls: Mapping[str, str]) -> Iterator[Piece]:
    end = 0
    for found in PLACE.finditer(text):
        code = found[1].strip()
        if code not in figures:
            continue
        if found.start() > end:
            yield Piece(text[end : found.start()])
        title = str(TITLES.get(code, code))
        figure = figures[code]
        words = value_in_words(figure) if figure.is_shown else _("(not shown)")
        yield Piece(words, code, title, urls.get(code, ""))
        end = found.end()
    if end < len(text):
        yield Piece(text[end:])


def in_plain(text: str, figures: Mapping[str, Figure]) -> list[str]:
    """The same paragraphs as words alone, for paper and open data."""
    return ["".join(each.text for each in part) for part in paragraphs(text, figures)]
