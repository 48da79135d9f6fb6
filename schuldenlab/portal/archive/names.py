"""Names of files and folders that every disk takes, and that lead nowhere else.

Pure functions on text: letters, digits, dots and dashes of ASCII stay; nothing else does.
"""

import re
import unicodedata
from pathlib import PurePosixPath
from typing import Final

LONGEST: Final = 80
# What Windows takes for a device, with or without an ending.
DEVICES: Final = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
_ODD: Final = re.compile(r"[^A-Za-z0-9.]+")


def plain(text: str, *, longest: int = LONGEST) -> str:
    """Text as part of a name, in small letters; never empty, never beginning with a dot."""
    letters = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    name = _ODD.sub("-", letters).replace("..", ".").strip("-.").lower()
    while ".." in name:
        name = name.replace("..", ".")
    name = name[:longest].strip("-.")
    if not name:
        return "zonder-naam"
    return f"x-{name}" if DEVICES.fullmatch(name) else name


def file_name(name: str) -> str:
    """The name of a file that somebody handed in, with its ending kept."""
    last = PurePosixPath(name.replace("\\", "/")).name
    stem, dot, ending = last.rpartition(".")
    if not stem or not dot or not re.fullmatch(r"[A-Za-z0-9]{1,8}", ending):
        return plain(last)
    return f"{plain(stem)}.{ending.lower()}"


def folder_name(number: int, title: str) -> str:
    """A folder of one record: its number first, so that two never share one."""
    return f"{number:05d}-{plain(title, longest=60)}"
