"""The file that a command counts, and the answer when it cannot be counted. No Django."""

import sys
from pathlib import Path
from typing import Final

MOST_BYTES: Final = 10 * 1024 * 1024


class Malformed(ValueError):  # noqa: N818 - it is an answer, not a fault
    """A file that cannot be counted; its text says where it is wrong."""

    def __init__(self, where: str, what: str) -> None:
        super().__init__(f"{where}: {what}" if where else what)


def content_of(path: Path) -> bytes:
    """The bytes of a file, or of standard input for `-`. Raises `Malformed` when there are none."""
    try:
        content = sys.stdin.buffer.read() if str(path) == "-" else path.read_bytes()
    except OSError as problem:
        raise Malformed("", problem.strerror or "cannot be read") from None
    if len(content) > MOST_BYTES:
        raise Malformed("", "is larger than 10 MB")
    return content
