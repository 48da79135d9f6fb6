"""The Kompas in small: the state of each clause of this year, for a corner of another page."""

from dataclasses import dataclass
from datetime import datetime

from partners.querysets import local_day

from .kompas import governing, read_kompas
from .looks import Look, look_of
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
    tally = kompas.tally()
    return SmallKompas(
        year,
        tuple(SmallClause(each.number, each.title, each.state) for each in kompas.clauses),
        in_order=tally[State.MET] + tally[State.ON_TRACK],
        judged=sum(count for state, count in tally.items() if state is not State.NOT_YET),
    )
