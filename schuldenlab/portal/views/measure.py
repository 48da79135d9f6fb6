"""The door to the rows behind one figure of the Kompas."""

from dataclasses import replace
from typing import Any

from django.core.paginator import Page, Paginator
from django.http import Http404
from django.urls import reverse

from partners.models import ClauseMeasure
from partners.querysets import local_day
from schuldenlab.portal.kompas import asked_of, by_on, governing
from schuldenlab.portal.looks import expected_in_words, look_of
from schuldenlab.portal.measures import MEASURES, TITLES, Asked, late_facts
from schuldenlab.portal.measures.tracing import stand_of
from schuldenlab.portal.moments import FIRST_YEAR, LAST_YEAR
from schuldenlab.portal.traces import RULES, TRACES, Looking, Trace

from .kompas import KompasYear
from .readings import pips_of

PAGE = 50
PARTS = ("counted", "missing")  # each turns its pages by a parameter of its own


class KompasMeasure(KompasYear):
    """One figure: of which clause it is, how it is counted, which rows count and which miss."""

    template_name = "portal/kompas_measure.html"

    def facts(self) -> dict[str, Any]:
        """The figure as on the Kompas of that day, with its rows."""
        moment, year, code = self.moment(), self.kwargs["year"], self.kwargs["measure"]
        framework = governing(year, moment) if FIRST_YEAR <= year <= LAST_YEAR else None
        rows = ClauseMeasure.objects.filter(clause__framework=framework, code=code)
        row = rows.select_related("clause").first()
        if framework is None or row is None or code not in TRACES:
            raise Http404
        asked = replace(asked_of(framework, year, moment), by_on=by_on(row, year))
        reading = MEASURES[code](asked)
        trace = TRACES[code](Looking(asked, self.person))
        title, is_now = str(TITLES[code]), moment == self.at
        return {
            "heading": title,
            "lead": row.clause.words,
            "crumbs": _crumbs(asked, title),
            "clause": row.clause,
            "year": year,
            "form": self.form,
            "day": local_day(moment),
            "is_now": is_now,
            "reading": reading,
            "look": look_of(reading.state),
            "pips": pips_of(reading),
            "expected": expected_in_words(reading, asked.late_since),
            "rule": RULES[code](asked),
            "trace": trace,
            "left_out": trace.left_out[:PAGE],
            "late": [] if is_now else late_facts(asked, code),
            **self._pages(trace),
        }

    def _pages(self, trace: Trace) -> dict[str, Any]:
        """The page of each list that is asked for, and for each the rest of the address."""
        shown = trace.missing if trace.shown is None else trace.shown
        pages: dict[str, Page[Any]] = {}
        rests = {}
        lists: tuple[Any, Any] = trace.counted, shown
        for part, rows in zip(PARTS, lists, strict=True):
            pages[part] = Paginator(rows, PAGE).get_page(self.request.GET.get(part))
            rest = self.request.GET.copy()
            rest.pop(part, None)
            rests[f"{part}_query"] = rest.urlencode()
        hidden = (
            0 if trace.shown is None else trace.missing.count() - pages["missing"].paginator.count
        )
        return {**pages, **rests, "hidden": hidden}


def _crumbs(asked: Asked, title: str) -> list[dict[str, str]]:
    url = reverse("portal:kompas-year", args=[asked.year]) + stand_of(asked)
    return [{"label": f"Kompas {asked.year}", "url": url}, {"label": title, "url": ""}]
