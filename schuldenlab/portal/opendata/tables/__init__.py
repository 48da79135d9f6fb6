"""All public tables, in the order in which a reader meets them."""

from schuldenlab.portal.opendata.table import Table

from .kompas import CLAUSES, MEASURES
from .meetings import MEETINGS
from .partners import PARTNERS
from .projects import PROJECT_PARTNERS, PROJECTS, RESULTS
from .year import DECISIONS, PROGRAMMES, THEMES

TABLES: dict[str, Table] = {
    each.name: each
    for each in (
        *(PARTNERS, PROGRAMMES, THEMES, PROJECTS, PROJECT_PARTNERS, RESULTS),
        *(MEETINGS, DECISIONS, CLAUSES, MEASURES),
    )
}

__all__ = ["TABLES"]
