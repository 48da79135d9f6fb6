"""From a file to its result, for the command line."""

from pathlib import Path
from typing import Any

from schuldenlab.command_files import content_of

from .plain import read_percent, read_plain
from .present import evaluate
from .telling import as_document


def count_file(path: Path, percent: str) -> dict[str, Any]:
    """The result of a table of flows at a rate in percent a year. Raises `Malformed`."""
    rate = read_percent(percent)
    return as_document(evaluate(read_plain(content_of(path)), rate))
