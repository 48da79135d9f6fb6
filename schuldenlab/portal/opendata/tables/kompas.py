"""The tables of the Kompas: does the network keep its word, clause by clause and year by year."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from partners.models import Framework
from partners.querysets import local_day
from schuldenlab.portal.looks import LOOKS
from schuldenlab.portal.measures import TITLES, State
from schuldenlab.portal.opendata.table import Column, Kind, Link, Row, Table, cells
from schuldenlab.portal.published import PublicKompas, public_kompas, version_of

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


def kompasses(at: datetime) -> Iterator[PublicKompas]:
    """Each year until this one that is shown, the latest first."""
    shown = Framework.objects.shown_to_all().filter(is_kompas_public=True)
    first = shown.order_by("starts_on").values_list("starts_on", flat=True).first()
    this = local_day(at).year
    for year in range(this, first.year - 1, -1) if first else ():
        kompas = public_kompas(at, year)
        if kompas is not None:
            yield kompas


def clause_rows(at: datetime) -> Iterable[Row]:
    """One for each clause of each year."""
    return (
        (kompas.year, each.number, kompas.framework, *cells(CLAUSE[3:], each))
        for kompas in kompasses(at)
        for each in kompas.clauses
    )


def measure_rows(at: datetime) -> Iterable[Row]:
    """One for each measure of each clause of each year."""
    return (
        (kompas.year, clause.number, *cells(MEASURE[2:], each))
        for kompas in kompasses(at)
        for clause in kompas.clauses
        for each in clause.measures
    )


def version(at: datetime) -> str:
    """Both come from the same facts."""
    return version_of("kompas", at)


CLAUSES = Table(
    "kompas-afspraken",
    _("Kompas: agreements"),
    _("The agreements of the framework, and for each year whether the network keeps them."),
    CLAUSE,
    ("year", "number"),
    clause_rows,
    version,
)
MEASURES = Table(
    "kompas-metingen",
    _("Kompas: measures"),
    _("What is counted for each agreement in each year: how many there are of how many needed."),
    MEASURE,
    ("year", "clause", "key"),
    measure_rows,
    version,
    links=(Link(("year", "clause"), "kompas-afspraken", ("year", "number")),),
)
