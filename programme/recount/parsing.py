"""JSON that is read strictly: what Python would let pass or only name, is refused at its place."""

import json
import re
from collections import Counter
from typing import Any

from schuldenlab.command_files import Malformed

MOST_LEVELS = 100
MOST_DIGITS = 4_000
# A text, closed or not; else what opens, closes, or is no number that can be counted with.
TOKENS = re.compile(
    r'"(?:[^"\\]|\\.)*+"?|(?P<opens>[\[{])|(?P<closes>[\]}])|(?P<odd>NaN|-?Infinity)|(?P<digits>\d+)',
    re.DOTALL,
)


class Twice(dict[str, Any]):
    """An object of the file in which one name stands twice."""

    name = ""


def parse(content: bytes) -> Any:
    """What stands in it. Raises `Malformed` with line and column, or with the way to the object."""
    text = _decoded(content)
    _refuse_at_sight(text)
    try:
        found = json.loads(text, object_pairs_hook=_object)
    except json.JSONDecodeError as problem:
        raise Malformed(_place(text, problem.pos), problem.msg) from None
    _refuse_twice(found, "")
    return found


def _decoded(content: bytes) -> str:
    encoding = json.detect_encoding(content)
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as problem:
        line = content.count(b"\n", 0, problem.start) + 1
        byte = problem.start - content.rfind(b"\n", 0, problem.start)
        raise Malformed(f"line {line} byte {byte}", f"is no {encoding} text") from None


def _place(text: str, position: int) -> str:
    line = text.count("\n", 0, position) + 1
    column = position - text.rfind("\n", 0, position)
    return f"line {line} column {column}"


def _refuse_at_sight(text: str) -> None:
    """Nested too deeply, no number, or a number without end."""
    level = 0
    for token in TOKENS.finditer(text):
        kind = token.lastgroup
        level += (kind == "opens") - (kind == "closes")
        if level > MOST_LEVELS:
            raise Malformed(_place(text, token.start()), f"more than {MOST_LEVELS} levels deep")
        if kind == "odd":
            raise Malformed(_place(text, token.start()), f"{token[0]} is no number")
        if kind == "digits" and len(token[0]) > MOST_DIGITS:
            raise Malformed(_place(text, token.start()), "this number is too long")


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    facts = dict(pairs)
    if len(facts) == len(pairs):
        return facts
    twice = Twice(facts)
    twice.name = Counter(name for name, _value in pairs).most_common(1)[0][0]
    return twice


def _refuse_twice(value: Any, where: str) -> None:
    """The last one of two equal names would win in silence."""
    if isinstance(value, Twice):
        raise Malformed(where or "file", f"{value.name!r} stands there twice")
    if isinstance(value, dict):
        for name, inner in value.items():
            _refuse_twice(inner, f"{where}.{name}" if where else name)
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            _refuse_twice(inner, f"{where}[{place}]")
