"""The Kompas on paper: tagged (PDF/UA), in the language of the reader, with all addresses."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from partners.pdf import compile_pdf
from partners.querysets import local_day
from schuldenlab.portal.kompas import ClauseReading, Kompas, MeasureReading
from schuldenlab.portal.looks import (
    before_us,
    counts,
    expected_in_words,
    figure_in_words,
    in_words,
    look_of,
    summary,
)
from schuldenlab.portal.measures import LateFact
from schuldenlab.portal.wheel import wheel
from schuldenlab.portal.yearline import Lane, Mark
from schuldenlab.web.icons import ICONS
from schuldenlab.web.templatetags.look import day, euro, shortday


@dataclass(frozen=True)
class Beside:
    """What stands beside the clauses, as far as the reader may see it.

    The meetings of the year, the money (see `views.around.money_of`), the board of today, and what
    was known later.
    """

    lanes: Sequence[Lane]
    money: dict[str, Any]
    board: Sequence[dict[str, Any]]
    late: Sequence[LateFact]


def kompas_pdf(kompas: Kompas, beside: Beside) -> bytes:
    """All clauses with their measures, and a table of each thing that stands beside them."""
    tables = [
        _lanes(beside.lanes),
        _money(beside.money, kompas),
        _board(beside.board),
        _late(beside.late, kompas),
    ]
    facts = {
        "language": get_language() or settings.LANGUAGE_CODE,
        "site": settings.SITE_NAME,
        "title": _("Kompas %(year)s") % {"year": kompas.year},
        **_head(kompas),
        "clauses": [_clause(each) for each in kompas.clauses],
        "tables": [each for each in tables if each["rows"]],
        "measure_columns": [_("Measure"), _("How it stands"), _("Evidence")],
    }
    return compile_pdf("portal/pdf/kompas.typ", facts, at=kompas.moment)


def _head(kompas: Kompas) -> dict[str, Any]:
    states = [each.state for each in kompas.clauses]
    in_order, judged = summary(states)
    looks = [(each.number, look_of(each.state)) for each in kompas.clauses]
    drawn = wheel([(number, look.kind) for number, look in looks])
    stand = _("%(framework)s. How it stood on %(day)s.")
    return {
        "stand": stand % {"framework": kompas.framework.title, "day": day(kompas.moment)},
        "before_us": before_us(kompas.live_on) if kompas.is_before_us else "",
        "sum": _("%(in_order)s of %(judged)s") % {"in_order": in_order, "judged": judged}
        if judged
        else "",
        "sum_words": _("in order") if judged else _("not due yet"),
        "tally": [[look.kind, str(look.word), count] for look, count in counts(states)],
        "wheel_words": in_words(states),
        "wheel": [
            {**vars(part), "icon": ICONS[look.icon]}
            for part, (_number, look) in zip(drawn, looks, strict=True)
        ],
    }


def _clause(clause: ClauseReading) -> dict[str, Any]:
    look = look_of(clause.state)
    return {
        "heading": f"{clause.number}. {clause.title}",
        "kind": look.kind,
        "word": str(look.word),
        "measures": [_measure(each) for each in clause.measures],
    }


def _measure(measure: MeasureReading) -> dict[str, Any]:
    reading, look = measure.reading, look_of(measure.state)
    facts = {"title": measure.title, "kind": look.kind, "word": str(look.word)}
    if reading is None:
        return {**facts, "figure": "", "note": "", "evidence": []}
    notes = [reading.note, expected_in_words(reading, measure.late_since)]
    return {
        **facts,
        "figure": figure_in_words(reading),
        "note": " ".join(each for each in notes if each),
        "evidence": [[each.label, settings.SITE_URL + each.url] for each in reading.evidence],
    }


def _late(facts: Sequence[LateFact], kompas: Kompas) -> dict[str, Any]:
    words = _(
        "This had happened by %(day)s, but it was recorded after that day. So it does not count in "
        "the figures above."
    )
    return {
        "heading": _("Known later"),
        "columns": [_("Happened on"), _("What"), _("Recorded on")],
        "widths": [3, 6, 3],
        "text": words % {"day": date_format(local_day(kompas.moment), "DATE_FORMAT")},
        "rows": [
            [
                date_format(each.happened_on, "DATE_FORMAT"),
                each.text,
                date_format(local_day(each.recorded_at), "DATE_FORMAT"),
            ]
            for each in facts
        ],
    }


def _lanes(lanes: Sequence[Lane]) -> dict[str, Any]:
    figures = _("%(have)s of %(need)s")
    return {
        "heading": _("The year at a glance"),
        "text": "",
        "columns": [_("Meetings"), _("Held"), _("When")],
        "widths": [3, 1.2, 7],
        "rows": [
            [
                lane.title,
                figures % {"have": lane.held, "need": lane.total},
                "; ".join(_mark(each) for _month, marks in lane.months for each in marks),
            ]
            for lane in lanes
        ],
    }


def _money(money: dict[str, Any], kompas: Kompas) -> dict[str, Any]:
    """The table of the page. What this reader may not know has a dash, and a sentence says so."""
    figures = money["figures"]
    said = []
    if money["is_concept"]:
        said.append(_("What is needed is a concept: the programmaraad has not decided yet."))
    if money["hides_sums"]:
        said.append(_("A sum that would tell what one organisation gives is not here."))
    names = [str(each) for each in figures.columns]
    return {
        "heading": _("Money in %(year)s") % {"year": kompas.year},
        "text": " ".join(said),
        "columns": [_("Category"), _("Needed"), *names, _("How it stands")],
        "widths": [3, 2, *(2 for _name in names), 3],
        "rows": [_category(each, len(names)) for each in figures.rows] if money["is_there"] else [],
    }


def _category(row: Any, width: int) -> list[str]:
    about = row.about
    amounts = [amount for _label, amount in row.cells] if row.cells is not None else [None] * width
    word = _("Arranged") if about["is_arranged"] else _("Not arranged yet")
    if about["need"] is None:
        word = _("no programme adopted")
    elif not about["is_asked"]:
        word = _("nothing needed")
    needed = about["need"].amount if about["need"] else None
    return [
        capfirst(str(about["label"])),
        *(euro(amount) if amount else "\N{EN DASH}" for amount in [needed, *amounts]),
        word,
    ]


def _board(board: Sequence[dict[str, Any]]) -> dict[str, Any]:
    return {
        "heading": _("From theme to project"),
        "text": "",
        "columns": [_("Phase"), _("How many"), _("Which")],
        "widths": [3, 1.2, 7],
        "rows": [[each["title"], str(each["count"]), _cards(each)] for each in board],
    }


def _cards(column: dict[str, Any]) -> str:
    """What stands in a column, each with its badge in words."""
    cards = [
        f"{card.title} ({card.badge[1].lower()})" if card.badge else card.title
        for card in column["cards"]
    ]
    if column["more"]:
        more = ngettext("and %(number)s more", "and %(number)s more", column["more"])
        cards.append(more % {"number": column["more"]})
    return "; ".join(cards) or _("Nothing now")


def _mark(mark: Mark) -> str:
    said = {
        "held": _("%(day)s: held"),
        "dated": _("%(day)s: planned"),
        "passed": _("%(day)s: not recorded yet who was there"),
    }
    open_until = _("no date yet, before %(day)s")
    return said.get(mark.kind, open_until) % {"day": shortday(mark.on)}
