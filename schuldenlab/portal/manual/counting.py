"""How the measures of the Kompas are counted this year, by the rules behind its figures."""

from dataclasses import dataclass, replace
from datetime import datetime

from partners.models import ClauseMeasure
from partners.querysets import local_day
from schuldenlab.portal.kompas import asked_of, by_on, governing
from schuldenlab.portal.measures import TITLES
from schuldenlab.portal.traces import RULES


@dataclass(frozen=True)
class Counted:
    """One measure: its name, the number of its agreement, and how it is counted."""

    code: str
    title: str
    clause: int
    rule: tuple[str, ...]


def counted(moment: datetime) -> list[Counted]:
    """The measures of the framework of this year, in its order; none without a framework."""
    year = local_day(moment).year
    framework = governing(year, moment)
    if framework is None:
        return []
    asked = asked_of(framework, year, moment)
    rows = ClauseMeasure.objects.filter(clause__framework=framework, code__in=RULES)
    return [
        Counted(
            row.code,
            str(TITLES[row.code]),
            row.clause.number,
            RULES[row.code](replace(asked, by_on=by_on(row, year))),
        )
        for row in rows.select_related("clause").order_by("clause__number", "pk")
    ]
