"""What a project costs and brings, for whom, in the value of one year: arithmetic without Django.

`flows` are amounts per year; `effects` makes flows of what somebody expects, `case` of all that a
case holds; `present` counts them back to the base year and says who gains and who pays; `plain`
reads a table of flows from a file. `sensitivity` tries other assumptions, `compare` puts two cases
beside each other, and `workbook` writes a case as a spreadsheet that counts, and reads it back.
The formulas and their sources are in `docs/businesscase.md`.
"""

from .case import Case, Certainty, Line, evaluate_case, flows_of
from .compare import Comparison, LineChange, Turn, compare
from .effects import Effect, Level, Spread
from .files import count_file
from .flows import Flow, Kind
from .plain import read_percent, read_plain
from .present import PartyResult, Result, discounted, evaluate
from .sensitivity import Sensitivity, Trial, sensitivity
from .telling import as_document, exactly

__all__ = [
    "Case",
    "Certainty",
    "Comparison",
    "Effect",
    "Flow",
    "Kind",
    "Level",
    "Line",
    "LineChange",
    "PartyResult",
    "Result",
    "Sensitivity",
    "Spread",
    "Trial",
    "Turn",
    "as_document",
    "compare",
    "count_file",
    "discounted",
    "evaluate",
    "evaluate_case",
    "exactly",
    "flows_of",
    "read_percent",
    "read_plain",
    "sensitivity",
]
