"""The annual account on paper: tagged (PDF/UA), in the language of the reader, with its evidence.

The rows are those that everybody may see, whoever asks for the paper.
"""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from partners.pdf import compile_pdf
from programme.models import AccountBlock
from schuldenlab.portal.account.edition import Edition
from schuldenlab.portal.account.figure import Figure, Row
from schuldenlab.portal.account.page import Ways, name_of, parts_of
from schuldenlab.portal.account.texts import in_plain
from schuldenlab.portal.account.words import (
    BESIDE,
    ON_TOP,
    TITLES,
    amount_in_words,
    text_of,
    title_of,
    value_in_words,
    with_unit,
)


def account_pdf(edition: Edition) -> bytes:
    """All of it on pages."""
    return compile_pdf("portal/pdf/account.typ", paper_of(edition), at=edition.moment)


def paper_of(edition: Edition) -> dict[str, Any]:
    """Texts with their figures, and in an appendix the rows behind each figure."""
    account, figures = edition.account, edition.figures
    ways = Ways(account.year, account.edition, is_public=account.is_published)
    day = date_format(edition.day, "DATE_FORMAT")
    return {
        "language": get_language() or settings.LANGUAGE_CODE,
        "site": settings.SITE_NAME,
        "title": name_of(account.year, is_interim=edition.is_interim),
        "edition": _standing(edition),
        "stand": _("All figures come from the data, as they were known on %(day)s.") % {"day": day},
        "on_top": _on_top(figures),
        "blocks": _blocks(edition),
        "figure_columns": [_("Figure"), _("Value")],
        "clause_columns": [_("Number"), _("Agreement"), _("How it stands")],
        "appendix": _("Where the figures come from"),
        "appendix_text": _(
            "Each figure is made of the rows below it. What may not be named stands in one row, so "
            "that it still adds up."
        ),
        "tables": [_table(each) for each in figures.values()],
        "seal": _("The hash of this edition (SHA-256): %(hash)s") % {"hash": account.sha256}
        if account.sha256
        else _("This is a draft. Only an edition that is published has a hash."),
        "address": settings.SITE_URL + ways.to("edition"),
    }


def _on_top(figures: Mapping[str, Figure]) -> list[list[str]]:
    shown = [code for code in ON_TOP if code in figures and figures[code].is_shown]
    return [[_title(code), with_unit(figures[code])] for code in shown]


def _blocks(edition: Edition) -> list[dict[str, Any]]:
    """Each heading with its text and the figures beside it."""
    figures = edition.figures
    return [
        {
            "heading": str(label),
            "paragraphs": in_plain(edition.texts.get(heading, ""), figures),
            "figures": [
                [_with_parts(figures[code]), with_unit(figures[code])]
                for code in BESIDE.get(heading, ())
                if code in figures
            ],
            "clauses": _clauses(figures["kompas"])
            if heading == AccountBlock.Heading.KOMPAS and "kompas" in figures
            else [],
        }
        for heading, label in AccountBlock.Heading.choices
        if edition.texts.get(heading) or heading in BESIDE
    ]


def _title(code: str) -> str:
    return str(TITLES.get(code, code))


def _with_parts(figure: Figure) -> str:
    """Its name, and of what kinds its rows are: “Projects that run (2 pilot · 1 project)”."""
    parts = " · ".join(parts_of(figure))
    return f"{_title(figure.code)} ({parts})" if parts else _title(figure.code)


def _clauses(figure: Figure) -> list[list[str]]:
    """Each agreement of the Kompas with its state in a word."""
    return [[row.title, row.text or title_of(row), text_of(row)] for row in figure.rows]


def _standing(edition: Edition) -> str:
    account = edition.account
    if account.published_at is None:
        return _("Edition %(edition)s, a draft") % {"edition": account.edition}
    words = _("Edition %(edition)s, published on %(day)s")
    if edition.is_interim:
        words = _("Interim edition %(edition)s, published on %(day)s. The year is not over yet.")
    day = date_format(edition.moment, "DATE_FORMAT")
    return words % {"edition": account.edition, "day": day}


def _table(figure: Figure) -> dict[str, Any]:
    none = _("There is nothing to add up.")
    if not figure.is_shown:
        none = _("This figure is not shown: it would tell what one partner gives.")
    has_days = any(row.on for row in figure.rows)
    amount = _("Amount") if figure.unit == "euro" else _("Counts for")
    last = _("First row for each of the second") if figure.is_ratio else _("Together")
    return {
        "heading": _title(figure.code),
        "columns": [_("What"), *([_("Day")] if has_days else []), amount],
        "rows": [_line(figure, row, has_days=has_days) for row in figure.rows],
        "total": [last, *([""] if has_days else []), value_in_words(figure)],
        "none": none,
    }


def _line(figure: Figure, row: Row, *, has_days: bool) -> list[str]:
    what = " \N{EN DASH} ".join(each for each in (title_of(row), text_of(row)) if each)
    day = date_format(row.on, "DATE_FORMAT") if row.on else ""
    return [what, *([day] if has_days else []), amount_in_words(figure, row.amount)]
