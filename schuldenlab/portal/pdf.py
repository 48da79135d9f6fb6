"""The Kompas on paper: tagged (PDF/UA), in the language of the reader, with all addresses."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from partners.pdf import compile_pdf
from partners.querysets import local_day
from schuldenlab.web.icons import ICONS
from schuldenlab.web.templatetags.look import day, shortday

from .kompas import ClauseReading, Kompas, MeasureReading
from .looks import before_us, counts, expected_in_words, figure_in_words, in_words, look_of, summary
from .measures import LateFact
from .wheel import wheel
from .yearline import Lane, Mark


def kompas_pdf(kompas: Kompas, late: Sequence[LateFact], lanes: Sequence[Lane]) -> bytes:
    """All clauses with their measures, what was known later, and the meetings of the year."""
    facts = {
        "language": get_language() or settings.LANGUAGE_CODE,
        "site": settings.SITE_NAME,
        "title": _("Kompas %(year)s") % {"year": kompas.year},
        **_head(kompas),
        "clauses": [_clause(each) for each in kompas.clauses],
        "late": _late(late, kompas),
        "lanes": _lanes(lanes),
        "sections": {
            "late": _("Known later"),
            "lanes": _("The year at a glance"),
        },
        "measure_columns": [_("Measure"), _("How it stands"), _("Evidence")],
        "late_columns": [_("Happened on"), _("What"), _("Recorded on")],
        "lane_columns": [_("Meetings"), _("Held"), _("When")],
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


def _lanes(lanes: Sequence[Lane]) -> list[list[str]]:
    figures = _("%(have)s of %(need)s")
    return [
        [
            lane.title,
            figures % {"have": lane.held, "need": lane.total},
            "; ".join(_mark(each) for _month, marks in lane.months for each in marks),
        ]
        for lane in lanes
    ]


def _mark(mark: Mark) -> str:
    said = {
        "held": _("%(day)s: held"),
        "dated": _("%(day)s: planned"),
        "passed": _("%(day)s: not recorded yet who was there"),
    }
    open_until = _("no date yet, before %(day)s")
    return said.get(mark.kind, open_until) % {"day": shortday(mark.on)}
