"""An edition for a page: every figure in words, with where the rows behind it stand."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from funding.thermometer import percent, written
from programme.models import AccountBlock
from schuldenlab.portal.looks import LOOKS, in_words, summary
from schuldenlab.portal.measures import State
from schuldenlab.portal.wheel import wheel

from .difference import Change
from .edition import Edition
from .figure import ONE, Figure, Row
from .texts import paragraphs
from .words import (
    BESIDE,
    NOTES,
    ON_TOP,
    TITLES,
    amount_in_words,
    number,
    text_of,
    title_of,
    value_in_words,
    with_unit,
)

MONEY = ("money_needed", "money_arranged", "money_firm")


@dataclass(frozen=True)
class Ways:
    """The addresses of an edition: those for who takes part, or those for everybody."""

    year: int
    edition: int
    is_public: bool = False

    def to(self, page: str, *more: str) -> str:
        """The address of a page of this edition."""
        name = f"portal:public-account-{page}" if self.is_public else f"portal:account-{page}"
        return reverse(name, args=[self.year, self.edition, *more])


def name_of(year: int, *, is_interim: bool) -> str:
    """What an edition is called, everywhere."""
    words = _("Interim account %(year)s") if is_interim else _("Annual account %(year)s")
    return words % {"year": year}


def page_of(edition: Edition, ways: Ways) -> dict[str, Any]:
    """Everything that the page of an edition shows."""
    urls = {code: ways.to("figure", code) for code in edition.figures}
    figures = edition.figures
    return {
        "edition": edition,
        "account": edition.account,
        "name": name_of(edition.account.year, is_interim=edition.is_interim),
        "on_top": [_shown(figures[each], urls) for each in ON_TOP if _is_there(figures, each)],
        "blocks": [
            {
                "heading": heading,
                "title": label,
                "paragraphs": paragraphs(edition.texts.get(heading, ""), figures, urls),
                "figures": [
                    _shown(figures[each], urls)
                    for each in BESIDE.get(heading, ())
                    if each in figures
                ],
            }
            for heading, label in AccountBlock.Heading.choices
            if edition.texts.get(heading) or heading in BESIDE
        ],
        "funds": funds_of(figures),
        "has_sums": any("certain" in each for each in funds_of(figures)),
        "kompas": _kompas(figures.get("kompas")),
    }


def _is_there(figures: Mapping[str, Figure], code: str) -> bool:
    return code in figures and figures[code].is_shown


def _shown(figure: Figure, urls: Mapping[str, str]) -> dict[str, Any]:
    """One figure beside a text."""
    whole = None if figure.whole is None else number(figure.whole)
    return {
        "code": figure.code,
        "title": TITLES.get(figure.code, figure.code),
        "value": value_in_words(figure),
        "whole": whole,
        "words": with_unit(figure),
        "is_shown": figure.is_shown,
        "url": urls[figure.code],
        "parts": parts_of(figure),
    }


def parts_of(figure: Figure) -> list[str]:
    """Of what kinds its rows are, with how many of each: “2 pilot”."""
    kinds: Counter[str] = Counter()
    for row in figure.rows:
        if row.note in NOTES and figure.unit in {"theme", "project", "result", "answer"}:
            kinds[str(NOTES[row.note])] += int(row.amount)
    return [f"{count} {words}" for words, count in kinds.items()]


def funds_of(figures: Mapping[str, Figure]) -> list[dict[str, Any]]:
    """Each category of the budget: whether it is arranged, and what is certain if that is said.

    Never all of them as one sum: what one category has too much fills no other.
    """
    if not all(code in figures for code in MONEY):
        return []
    needed, arranged, firm = (figures[code] for code in MONEY)
    full = {row.key for row in arranged.rows if row.amount}
    by_key = {row.key: row.amount for row in firm.rows}
    return [_fund(row, by_key.get(row.key), is_arranged=row.key in full) for row in needed.rows]


def _fund(row: Row, firm: Decimal | None, *, is_arranged: bool) -> dict[str, Any]:
    needed = row.amount
    found = {"label": title_of(row), "needed": needed, "is_arranged": is_arranged}
    if firm is None:
        return found
    certain = needed if is_arranged else min(firm, needed)
    whole = max(needed, ONE)
    return {
        **found,
        "certain": certain,
        "missing": needed - certain,
        "certain_width": written(percent(certain, whole)),
        "missing_width": written(percent(needed - certain, whole)),
    }


def _kompas(figure: Figure | None) -> dict[str, Any] | None:
    """The wheel and the list of agreements, each with its state in a word."""
    if figure is None or not figure.rows:
        return None
    states = [State(row.note.removeprefix("state_")) for row in figure.rows]
    looks = [LOOKS[state] for state in states]
    in_order, judged = summary(states)
    return {
        "wheel": wheel(
            [(int(row.title), look.kind) for row, look in zip(figure.rows, looks, strict=True)]
        ),
        "words": in_words(states),
        "in_order": in_order,
        "judged": judged,
        "clauses": [
            {"number": row.title, "title": row.text, "look": look}
            for row, look in zip(figure.rows, looks, strict=True)
        ],
    }


def table_of(figure: Figure, opened: Mapping[str, str]) -> dict[str, Any]:
    """The rows behind a figure and its total line; `opened` are pages that the reader can open."""
    return {
        "rows": [
            {
                "title": title_of(row),
                "text": text_of(row),
                "on": row.on,
                "amount": amount_in_words(figure, row.amount),
                "url": opened.get(row.key, ""),
            }
            for row in figure.rows
        ],
        "total": with_unit(figure) if figure.whole is None else value_in_words(figure),
        "has_days": any(row.on for row in figure.rows),
    }


def changes_of(found: Sequence[Change], ways: Ways) -> list[dict[str, Any]]:
    """Each figure that changed, with its old and its new value and the rows behind that."""
    return [
        {
            "code": each.code,
            "title": TITLES.get(each.code, each.code),
            "was": with_unit(each.was),
            "now": with_unit(each.now),
            "url": ways.to("figure", each.code),
            "rows": [
                {
                    "kind": moved.kind,
                    "is_late": moved.is_late,
                    "title": title_of(moved.row),
                    "text": text_of(moved.row),
                    "on": moved.row.on,
                    "was": _amount(each.was, moved.was),
                    "now": _amount(each.now, moved.now),
                    "said": text_of(moved.was) if moved.was else "",
                }
                for moved in each.rows
            ],
        }
        for each in found
    ]


def _amount(figure: Figure, row: Row | None) -> str:
    return "" if row is None else amount_in_words(figure, row.amount)
