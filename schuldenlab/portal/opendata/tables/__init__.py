"""All public tables, in the order in which a reader meets them."""

from datetime import datetime
from itertools import chain

from schuldenlab.portal.opendata.table import Table

from .accounts import ACCOUNT_TEXTS, ACCOUNTS, FIGURES
from .kompas import kompas_of, years_shown
from .meetings import MEETINGS
from .partners import PARTNERS
from .projects import PROJECT_PARTNERS, PROJECTS, RESULTS
from .year import DECISIONS, PROGRAMMES, THEMES

# These are always there, if need be without a row.
TABLES: dict[str, Table] = {
    each.name: each
    for each in (
        *(PARTNERS, PROGRAMMES, THEMES, PROJECTS, PROJECT_PARTNERS, RESULTS),
        *(MEETINGS, DECISIONS, ACCOUNTS, ACCOUNT_TEXTS, FIGURES),
    )
}


def tables_at(at: datetime) -> list[Table]:
    """Those, and the Kompas of each year that is shown; one query."""
    return [*TABLES.values(), *chain.from_iterable(map(kompas_of, years_shown(at)))]


def table_called(name: str, at: datetime) -> Table | None:
    """The table of that name, when there is one at this moment; at most one query."""
    if name in TABLES or not name.startswith("kompas-"):
        return TABLES.get(name)
    return next((each for each in tables_at(at) if each.name == name), None)


__all__ = ["TABLES", "kompas_of", "table_called", "tables_at"]
