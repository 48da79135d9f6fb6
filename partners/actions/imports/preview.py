"""A report as plain values that can be kept: of a long file the figures and the first lines."""

from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .sheets import ImportReport, Problem, RowOutcome

SHOWN: Final = 100  # lines of each kind
LONGEST: Final = 120  # letters of a cell

Values = dict[str, Any]


def in_figures(report: ImportReport) -> Values:
    """How many organisations, people and lines."""
    return {
        "created": report.created,
        "updated": report.updated,
        "unchanged": report.unchanged,
        "people_created": report.people_created,
        "lines": len(report.rows),
        "good": len(report.good),
        "wrong": len(report.wrong),
        "undated": len(report.undated),
    }


def as_preview(report: ImportReport) -> Values:
    """What a file would bring, to look at before it is confirmed."""
    undated = set(report.undated)
    return {
        **in_figures(report),
        "good_lines": [_good(each, undated) for each in report.good[:SHOWN]],
        "wrong_lines": [_wrong(each) for each in report.wrong[:SHOWN]],
        "notices": [
            {"line": each.line, "message": each.message} for each in report.notices[:SHOWN]
        ],
    }


def as_result(report: ImportReport) -> Values:
    """What was saved, and the lines that were left out; nothing of what stands in their cells."""
    left_out = [
        {"line": each.row.line, "column": problem.column, "message": problem.message}
        for each in report.wrong[:SHOWN]
        for problem in each.problems
    ]
    return {**in_figures(report), "left_out": left_out}


def refusal(report: ImportReport) -> str:
    """Why nothing was saved, in one line."""
    return not_right(len({problem.line for problem in report.errors}))


def not_right(count: int) -> str:
    """The same for so many lines."""
    words = ngettext(
        "%(count)s line is not right. Nothing was saved.",
        "%(count)s lines are not right. Nothing was saved.",
        count,
    )
    return words % {"count": count}


def nothing_good() -> str:
    """Why there is nothing to confirm."""
    return _("There is no line that can be saved. Mend the file and choose it again.")


def _good(outcome: RowOutcome, undated: set[int]) -> Values:
    return {
        "line": outcome.row.line,
        "name": outcome.row.name,
        "sector": outcome.row.sector,
        "since": outcome.since.isoformat() if outcome.since else "",
        "is_undated": outcome.row.line in undated,
        "outcome": str(outcome.outcome.value),
        "changes": list(outcome.changes),
        "brings": outcome.brings,
    }


def _wrong(outcome: RowOutcome) -> Values:
    return {
        "line": outcome.row.line,
        "name": outcome.row.name[:LONGEST],
        "problems": [_problem(each) for each in outcome.problems],
    }


def _problem(problem: Problem) -> Values:
    return {
        "column": problem.column,
        "value": problem.value[:LONGEST],
        "message": problem.message[:500],
    }
