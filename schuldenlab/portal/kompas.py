"""The Kompas: does the network keep its word? Derived, never typed in."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from partners.models import Clause, ClauseMeasure, Framework, GoLive

from .measures import MEASURES, TITLES, Asked, Late, Reading, State, late_facts, traced, worst


@dataclass(frozen=True)
class MeasureReading:
    """One measure with its answer; `reading` is None as long as nobody has built it.

    `late_since` is its by-date, once that has passed.
    """

    code: str
    title: str
    reading: Reading | None
    late_since: date | None = None

    @property
    def state(self) -> State | None:
        """The state of this measure."""
        return None if self.reading is None else self.reading.state


@dataclass(frozen=True)
class ClauseReading:
    """One clause; its state is its worst measure."""

    number: int
    title: str
    text: str
    measures: tuple[MeasureReading, ...]

    @property
    def state(self) -> State | None:
        """The worst that is due."""
        return worst(measure.state for measure in self.measures)


@dataclass(frozen=True)
class Kompas:
    """All clauses of a framework, in one year, as known at one moment.

    `live_on` is the first day of the lab here; `is_before_us` says that it came too late to judge
    all of the year.
    """

    framework: Framework
    year: int
    moment: datetime
    clauses: tuple[ClauseReading, ...]
    live_on: date | None = None

    is_before_us: bool = False

    def tally(self) -> dict[State, int]:
        """How many clauses stand in each state."""
        states = [clause.state for clause in self.clauses]
        return {state: states.count(state) for state in State}


def governing(year: int, moment: datetime) -> Framework | None:
    """The framework under which a year goes: the newest that was in force by then."""
    found: Framework | None = (
        Framework.objects.filter(in_force_at__lte=moment, starts_on__year__lte=year)
        .order_by("-starts_on")
        .first()
    )
    return found


def read_kompas(framework: Framework, year: int, moment: datetime) -> Kompas:
    """Ask every measure of every clause."""
    clauses = framework.clauses.prefetch_related("measures")
    asked = asked_of(framework, year, moment)
    return Kompas(
        framework,
        year,
        moment,
        tuple(_read_clause(clause, asked) for clause in clauses),
        live_on=asked.live_on,
        is_before_us=any(
            _asked(row, asked).is_before_us for clause in clauses for row in clause.measures.all()
        ),
    )


def later_known(kompas: Kompas) -> Late:
    """What had happened by the day of this Kompas and was recorded later, so it does not count.

    The newest facts; `total` says how many there are.
    """
    return late_facts(asked_of(kompas.framework, kompas.year, kompas.moment))


def asked_of(framework: Framework, year: int, moment: datetime) -> Asked:
    """The question before all measures of one Kompas; each is asked with its own by-date."""
    return Asked(framework, year, moment, date(year, 12, 31), GoLive.objects.day())


def _read_clause(clause: Clause, asked: Asked) -> ClauseReading:
    readings = tuple(_read_measure(row, asked) for row in clause.measures.all())
    return ClauseReading(clause.number, clause.heading, clause.words, readings)


def _read_measure(row: ClauseMeasure, asked: Asked) -> MeasureReading:
    function = MEASURES.get(row.code)
    mine = _asked(row, asked)
    reading = None if function is None else traced(function(mine), mine, row.code)
    return MeasureReading(row.code, str(TITLES.get(row.code, row.code)), reading, mine.late_since)


def _asked(row: ClauseMeasure, asked: Asked) -> Asked:
    return replace(asked, by_on=by_on(row, asked.year))


def by_on(row: ClauseMeasure, year: int) -> date:
    """The day of the year by which it must be so; the last of February in any year."""
    february = 2
    last = min(row.by_day, 28) if row.by_month == february else row.by_day
    return date(year, row.by_month, last)


def as_json(kompas: Kompas) -> dict[str, Any]:
    """The Kompas as the command prints it."""
    return {
        "framework": kompas.framework.title,
        "year": kompas.year,
        "at": kompas.moment.isoformat(),
        "clauses": [
            {
                "number": clause.number,
                "title": clause.title,
                "state": clause.state,
                "measures": [_measure_as_json(measure) for measure in clause.measures],
            }
            for clause in kompas.clauses
        ],
    }


def _measure_as_json(measure: MeasureReading) -> dict[str, Any]:
    reading = measure.reading
    facts: dict[str, Any] = {"code": measure.code, "title": measure.title, "state": measure.state}
    if reading is None:
        return {**facts, "have": None, "need": None, "unit": None, "forecast": None, "evidence": []}
    return {
        **facts,
        "have": reading.have,
        "need": reading.need,
        "unit": reading.unit,
        "forecast": reading.forecast,
        "evidence": [{"label": each.label, "url": each.url} for each in reading.evidence],
    }


def as_text(kompas: Kompas) -> str:
    """The Kompas in a few lines for a terminal."""
    lines = [f"{kompas.framework.title}, {kompas.year}"]
    for clause in kompas.clauses:
        lines.append(f"{clause.number} {clause.title}: {clause.state or '-'}")
        for measure in clause.measures:
            reading = measure.reading
            words = f"{reading.have} / {reading.need}" if reading else "-"
            lines.append(f"    {measure.title}: {words} {measure.state or ''}".rstrip())
    return "\n".join(lines)
