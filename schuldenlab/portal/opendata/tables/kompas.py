"""The tables of the Kompas: does the network keep its word, two for each year that is shown."""

from collections.abc import Iterator
from datetime import datetime
from functools import partial
from typing import Final

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from partners.models import Framework
from partners.querysets import local_day
from schuldenlab.portal.looks import LOOKS
from schuldenlab.portal.measures import TITLES, State
from schuldenlab.portal.opendata.table import Column, Kind, Link, Row, Table, cells
from schuldenlab.portal.published import public_kompas, version_of
from schuldenlab.portal.published.kompas import is_shown

NEVER: Final = 9999
STATES = [(state.value, LOOKS[state].word) for state in State]
YEAR = Column("year", Kind.INTEGER, _("year that is judged"))
CLAUSE = (
    YEAR,
    Column("number", Kind.INTEGER, _("number of the agreement")),
    Column("framework", Kind.TEXT, _("title of the framework that it stands in")),
    Column("title", Kind.TEXT, _("what was agreed, in short")),
    Column("title_en", Kind.TEXT, _("the same in English"), is_required=False),
    Column(
        "state",
        Kind.TEXT,
        _("the worst state of its measures that are due"),
        is_required=False,
        values=STATES,
    ),
)
MEASURE = (
    YEAR,
    Column("clause", Kind.INTEGER, _("number of the agreement")),
    Column("key", Kind.TEXT, _("what is counted"), values=list(TITLES.items())),
    Column("have", Kind.INTEGER, _("how many there are"), is_required=False),
    Column("need", Kind.INTEGER, _("how many are needed"), is_required=False),
    Column("state", Kind.TEXT, _("how it stands"), is_required=False, values=STATES),
)


def years_shown(at: datetime) -> list[int]:
    """The years until this one whose Kompas is public, the latest first; one query."""
    governed = Framework.objects.filter(in_force_at__lte=at).order_by("-starts_on")
    frameworks = list(governed.only("starts_on", "is_public", "is_kompas_public"))
    first = min((each.starts_on.year for each in frameworks), default=NEVER)
    years = range(local_day(at).year, first - 1, -1)
    return [year for year in years if is_shown(_governing(frameworks, year))]


def _governing(frameworks: list[Framework], year: int) -> Framework:
    """The newest that began by then, out of the newest first; see `kompas.governing`."""
    return next(each for each in frameworks if each.starts_on.year <= year)


def kompas_of(year: int) -> tuple[Table, Table]:
    """The agreements and the measures of one year; a file asks all measures of its year."""
    name, said = f"kompas-afspraken-{year}", {"year": year}
    clauses = Table(
        name,
        format_lazy(_("Kompas {year}: agreements"), **said),
        _("The agreements of the framework, and whether the network keeps them this year."),
        CLAUSE,
        ("year", "number"),
        partial(clause_rows, year),
        version,
    )
    measures = Table(
        f"kompas-metingen-{year}",
        format_lazy(_("Kompas {year}: measures"), **said),
        _("What is counted for each agreement: how many there are of how many needed."),
        MEASURE,
        ("year", "clause", "key"),
        partial(measure_rows, year),
        version,
        links=(Link(("year", "clause"), name, ("year", "number")),),
    )
    return clauses, measures


def clause_rows(year: int, at: datetime) -> Iterator[Row]:
    """One for each clause."""
    if (kompas := public_kompas(at, year)) is None:
        return
    for each in kompas.clauses:
        yield (year, each.number, kompas.framework, *cells(CLAUSE[3:], each))


def measure_rows(year: int, at: datetime) -> Iterator[Row]:
    """One for each measure of each clause."""
    kompas = public_kompas(at, year)
    for clause in kompas.clauses if kompas else ():
        for each in clause.measures:
            yield (year, clause.number, *cells(MEASURE[2:], each))


def version(at: datetime) -> str:
    """Both come from the same facts."""
    return version_of("kompas", at)
