"""The Kompas in small: the state of each clause of this year, for a corner of another page."""

from dataclasses import dataclass
from datetime import datetime

from partners.querysets import local_day

from .kompas import governing, read_kompas
from .looks import Look, look_of, summary
from .measures import State


@dataclass(frozen=True)
class SmallClause:
    """The number of a clause, what it is called, and how it stands."""

    number: int
    title: str
    state: State | None

    @property
    def look(self) -> Look:
        """The mark that it gets: its shape, its colour and its word."""
        return look_of(self.state)


@dataclass(frozen=True)
class SmallKompas:
    """A year in a few figures; `in_order` clauses of `judged` are met or on track."""

    year: int
    clauses: tuple[SmallClause, ...]
    in_order: int
    judged: int


def kompas_in_small(moment: datetime) -> SmallKompas | None:
    """How the year of this moment stands now; None while no framework ever was in force."""
    year = local_day(moment).year
    framework = governing(year, moment)
    if framework is None:
        return None
    kompas = read_kompas(framework, year, moment)
    in_order, judged = summary([each.state for each in kompas.clauses])
    clauses = (SmallClause(each.number, each.title, each.state) for each in kompas.clauses)
    return SmallKompas(year, tuple(clauses), in_order, judged)
