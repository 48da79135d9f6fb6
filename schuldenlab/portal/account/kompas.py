"""The figure of the Kompas: how many agreements were kept, of those that could be judged."""

from decimal import Decimal

from schuldenlab.portal.kompas import Kompas, read_kompas
from schuldenlab.portal.looks import summary
from schuldenlab.portal.measures import State

from .figure import NOTHING, ONE, Figure, Question, Row, counted
from .registry import figure

KEPT = {State.MET, State.ON_TRACK}


def kompas_of(question: Question) -> Kompas | None:
    """The whole Kompas of the year; ask it by `once`."""
    asked = question.asked
    if asked is None:
        return None
    return read_kompas(asked.framework, question.year, question.moment)


@figure("kompas")
def kompas(question: Question) -> Figure:
    """Agreements that were met or on track; what was not due yet is in no sum."""
    found = question.once(kompas_of)
    if found is None:
        return counted("kompas", "clause", ())
    is_public = found.framework.is_public
    rows = tuple(
        Row(
            f"clause:{clause.number}",
            str(clause.number),
            amount=Decimal(ONE if clause.state in KEPT else NOTHING),
            note=f"state_{clause.state or State.NOT_YET}",
            text=clause.title if is_public else "",
        )
        for clause in found.clauses
    )
    _kept, judged = summary([clause.state for clause in found.clauses])
    return counted("kompas", "clause", rows, judged)
