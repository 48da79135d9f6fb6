"""The rows behind the figures of a Kompas, held against the figures themselves."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from partners.models import ClauseMeasure
from schuldenlab.portal.kompas import asked_of, by_on
from schuldenlab.portal.traces import TRACES, Looking

if TYPE_CHECKING:
    from datetime import datetime

    from schuldenlab.portal.kompas import Kompas
    from schuldenlab.portal.traces import Trace

# The framework names no number here: `need` is one, and whoever did not give misses nothing.
NAMES_NO_NUMBER = {"knowledge"}


def reading_at(person: Any, moment: datetime) -> Any:
    """Somebody who reads at a moment."""
    reader = type(person).objects.get(pk=person.pk)
    reader.moment = moment
    return reader


def trace_of(kompas: Kompas, code: str, reader: Any) -> Trace:
    """The rows behind one figure of a Kompas."""
    row = ClauseMeasure.objects.get(clause__framework=kompas.framework, code=code)
    asked = asked_of(kompas.framework, kompas.year, kompas.moment)
    return TRACES[code](Looking(replace(asked, by_on=by_on(row, kompas.year)), reader))


def adding_up(kompas: Kompas, reader: Any) -> list[str]:
    """Where the rows do not add up to the figure: as many count as it has, and what is needed."""
    wrong = []
    for clause in kompas.clauses:
        for measure in clause.measures:
            reading, trace = measure.reading, trace_of(kompas, measure.code, reader)
            assert reading is not None
            counted, missing = list(trace.counted), list(trace.missing)
            needed = 0 if measure.code in NAMES_NO_NUMBER else reading.need - reading.have
            if len(counted) != reading.have or len(missing) != max(0, needed):
                found = f"{len(counted)} and {len(missing)}"
                wrong.append(f"{measure.code}: {found}, not {reading.have} of {reading.need}")
            if not all(row.title for row in (*counted, *missing)):
                wrong.append(f"{measure.code}: a row says nothing")
    return wrong
