"""Reading an exported ballot: every fact checked, and the place named where one is wrong."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from fractions import Fraction
from pathlib import Path
from typing import Any

from programme import tally
from schuldenlab.command_files import Malformed, content_of

from .parsing import parse

MOST_OF_ANYTHING = 10_000


def read(path: Path) -> Any:
    """The JSON of a file, or of standard input for `-`. Raises `Malformed` when it is none."""
    return parse(content_of(path))


def moment_of(row: Mapping[str, Any], where: str) -> datetime:
    """The moment of a vote, with its zone."""
    text = text_of(row, "at", where)
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        raise Malformed(f"{where}.at", f"{text!r} is no moment") from None
    if at.tzinfo is None or at.utcoffset() is None:
        raise Malformed(f"{where}.at", f"{text!r} has no time zone")
    return at


def threshold_of(facts: Mapping[str, Any], key: str) -> tally.Threshold:
    """`{"over": "1/2"}` or `{"at_least": "2/3"}`: an exact share between 0 and 1."""
    given = object_of(facts.get(key), key)
    kinds = [kind for kind in ("over", "at_least") if kind in given]
    if len(kinds) != 1:
        raise Malformed(key, "give either over or at_least")
    where, text = f"{key}.{kinds[0]}", given[kinds[0]]
    parts = text.split("/") if isinstance(text, str) else []
    if len(parts) != 2 or not all(part.isascii() and part.isdigit() for part in parts):  # noqa: PLR2004 - a fraction has two parts
        raise Malformed(where, f"{text!r} is no fraction such as 1/2")
    try:
        return tally.Threshold(Fraction(int(parts[0]), int(parts[1])), kinds[0] == "over")
    except (ValueError, ZeroDivisionError):
        raise Malformed(where, f"{text!r} is impossible") from None


def object_of(value: Any, where: str) -> Mapping[str, Any]:
    """An object of the file."""
    if not isinstance(value, dict):
        raise Malformed(where or "file", "is missing" if value is None else "must be an object")
    return value


def list_of(facts: Mapping[str, Any], key: str) -> list[Any]:
    """A list of the file."""
    value = facts.get(key)
    if not isinstance(value, list):
        raise Malformed(key, "is missing" if value is None else "must be a list")
    if len(value) > MOST_OF_ANYTHING:
        raise Malformed(key, f"more than {MOST_OF_ANYTHING} rows")
    return value


def names_of(facts: Mapping[str, Any], key: str, *, is_needed: bool = True) -> list[str]:
    """A list of names, each once."""
    if not is_needed and key not in facts:
        return []
    names = checked_names(list_of(facts, key), key)
    if is_needed and not names:
        raise Malformed(key, "is empty")
    return names


def checked_names(value: Any, where: str) -> list[str]:
    """These names, each once."""
    if not isinstance(value, list):
        raise Malformed(where, "must be a list")
    known: set[str] = set()
    for position, name in enumerate(value):
        if not isinstance(name, str) or not name or _has_half_a_character(name):
            raise Malformed(f"{where}[{position}]", "must be a name")
        if name in known:
            raise Malformed(f"{where}[{position}]", f"{name!r} stands there twice")
        known.add(name)
    return value


def _has_half_a_character(name: str) -> bool:
    """JSON can name one half of a surrogate pair, which no text file can hold."""
    return any("\ud800" <= letter <= "\udfff" for letter in name)


def check_known(names: Sequence[str], known: Collection[str], where: str) -> Sequence[str]:
    """These names, all of them known."""
    for name in names:
        if name not in known:
            raise Malformed(where, f"{name!r} is unknown")
    return names


def text_of(row: Mapping[str, Any], key: str, where: str) -> str:
    """A text that is not empty."""
    value = row.get(key)
    if not isinstance(value, str) or not value:
        raise Malformed(f"{where}.{key}", "is missing" if value is None else "must be a text")
    return value


def number_of(facts: Mapping[str, Any], key: str, least: int) -> int:
    """A whole number of at least so much."""
    value = facts.get(key)
    if isinstance(value, bool) or not isinstance(value, int) or value < least:
        what = "is missing" if value is None else f"must be a whole number from {least}"
        raise Malformed(key, what)
    return value


def one_of(facts: Mapping[str, Any], key: str, known: Sequence[str], where: str = "") -> str:
    """One of the words that are known."""
    value = facts.get(key)
    if not isinstance(value, str) or value not in known:
        what = "is missing" if value is None else f"{value!r} is none of {', '.join(known)}"
        raise Malformed(f"{where}.{key}" if where else key, what)
    return value
