"""From a file to its result, for the command line."""

import sys
from pathlib import Path
from typing import Any, Final

from .plain import Malformed, read_percent, read_plain
from .present import evaluate
from .telling import as_document

MOST_BYTES: Final = 10 * 1024 * 1024


def count_file(path: Path, percent: str) -> dict[str, Any]:
    """The result of a table of flows at a rate in percent a year. Raises `Malformed`."""
    rate = read_percent(percent)
    return as_document(evaluate(read_plain(content_of(path)), rate))


def content_of(path: Path) -> bytes:
    """The bytes of a file, or of standard input for `-`."""
    try:
        content = sys.stdin.buffer.read() if str(path) == "-" else path.read_bytes()
    except OSError as problem:
        raise Malformed("", problem.strerror or "cannot be read") from None
    if len(content) > MOST_BYTES:
        raise Malformed("", "is larger than 10 MB")
    return content
