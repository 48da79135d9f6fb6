"""What the outside sees of the Kompas: states and figures, never the rows behind them."""

from datetime import datetime

from partners.models import Clause, Framework
from schuldenlab.portal.kompas import ClauseReading, Kompas, governing, read_kompas

from .records import PublicClause, PublicKompas, PublicMeasure


def kompas_shown(at: datetime, year: int) -> Kompas | None:
    """The Kompas of a year, when the framework under which it goes shows it."""
    framework = governing(year, at)
    if framework is None or not is_shown(framework):
        return None
    return read_kompas(framework, year, at)


def is_shown(framework: Framework) -> bool:
    """A Kompas is public only beside the text that it is about."""
    return framework.is_public and framework.is_kompas_public


def public_kompas(at: datetime, year: int) -> PublicKompas | None:
    """Clauses with their state and figures, without names; None when it is not shown."""
    kompas = kompas_shown(at, year)
    if kompas is None:
        return None
    titles = {each.number: each for each in Clause.objects.filter(framework=kompas.framework)}
    clauses = tuple(_clause(each, titles[each.number]) for each in kompas.clauses)
    return PublicKompas(kompas.framework.title, year, clauses)


def _clause(reading: ClauseReading, clause: Clause) -> PublicClause:
    return PublicClause(
        number=clause.number,
        title=clause.title,
        title_en=clause.title_en,
        state=reading.state.value if reading.state else None,
        measures=tuple(
            PublicMeasure(
                key=each.code,
                have=each.reading.have if each.reading else None,
                need=each.reading.need if each.reading else None,
                state=each.state.value if each.state else None,
            )
            for each in reading.measures
        ),
    )
