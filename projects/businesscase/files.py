"""From a file to its result, for the command line."""

from pathlib import Path
from typing import Any

from schuldenlab.command_files import content_of

from .plain import read_percent, read_plain
from .present import evaluate
from .telling import as_document
from .workbook import is_workbook, read_workbook

USUAL_PERCENT = "2.25"


def count_file(path: Path, percent: str | None = None) -> dict[str, Any]:
    """The result of a spreadsheet or of a table of flows, whatever its name. Raises `Malformed`.

    `percent` a year; without it a spreadsheet counts by its own rate.
    """
    content = content_of(path)
    rate = None if percent is None else read_percent(percent)
    if is_workbook(content):
        return as_document(read_workbook(content).result(rate))
    if rate is None:
        rate = read_percent(USUAL_PERCENT)
    return as_document(evaluate(read_plain(content), rate))
