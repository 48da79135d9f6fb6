"""The description of the API for people: the same document, as rows for a page."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from django.utils.translation import gettext, pgettext
from django.utils.translation import gettext_noop as _

from .document import Doc, document

ON_EVERY_LIST: Final = frozenset({"page", "pageSize"})  # told once, for all
KINDS: Final = {
    "string": _("text"),
    "integer": _("whole number"),
    "number": _("number"),
    "boolean": _("yes or no (true or false)"),
    "date": _("day, such as 2026-03-31"),
    "date-time": _("moment with its time zone"),
    "uri": _("address of a page"),
}


@dataclass(frozen=True)
class Field:
    """One parameter, or one field of an answer."""

    name: str
    kind: str
    words: str
    values: tuple[str, ...] = ()
    leads_to: str = ""  # the name of another form of answer


@dataclass(frozen=True)
class Question:
    """One address with what may be asked there."""

    name: str
    path: str
    words: str
    fields: tuple[Field, ...]
    answer: str


@dataclass(frozen=True)
class Form:
    """What an answer looks like."""

    name: str
    words: str
    fields: tuple[Field, ...]


def questions(language: str, tag: str) -> list[Question]:
    """All addresses with this tag."""
    found = document(language)
    return [
        Question(
            name=asked["operationId"],
            path=path,
            words=asked["summary"],
            fields=tuple(
                _field(each["name"], each, found)
                for each in asked["parameters"]
                if each["name"] not in ON_EVERY_LIST
            ),
            answer=_answer(asked),
        )
        for path, ways in found["paths"].items()
        for asked in ways.values()
        if tag in asked["tags"]
    ]


def forms(language: str) -> list[Form]:
    """The forms of answers; pages of a list and lists of values are told elsewhere."""
    found = document(language)
    return [
        Form(name, schema.get("description", ""), tuple(_fields(schema, found)))
        for name, schema in sorted(found["components"]["schemas"].items())
        if "properties" in schema and not name.endswith(("Collectie", "Link", "Links"))
    ]


def _answer(asked: Doc) -> str:
    reference: str = asked["responses"]["200"]["content"]["application/json"]["schema"]["$ref"]
    return reference.rpartition("/")[2].removesuffix("Collectie")


def _fields(schema: Doc, found: Doc) -> Iterator[Field]:
    for name, each in schema["properties"].items():
        if name != "_links":
            yield _field(name, each, found)


def _field(name: str, part: Doc, found: Doc) -> Field:
    words = part.get("description", "")
    schema = part.get("schema", part)
    shapes = [each for each in schema.get("anyOf", [schema]) if each != {"type": "null"}]
    shape = shapes[0]
    is_list = shape.get("type") == "array"
    kind, values, leads_to = _kind(shape["items"] if is_list else shape, found)
    if is_list:
        kind = gettext("list of: %(kind)s") % {"kind": kind}
    if len(schema.get("anyOf", [])) > len(shapes):
        kind = gettext("%(kind)s, or null") % {"kind": kind}
    return Field(name, kind, words, values, leads_to)


def _kind(shape: Doc, found: Doc) -> tuple[str, tuple[str, ...], str]:
    """In words; the values that it may have; and the form that it leads to."""
    if "$ref" in shape:
        name = shape["$ref"].rpartition("/")[2]
        target: Any = found["components"]["schemas"][name]
        if "enum" in target:
            return gettext("one of"), tuple(target["enum"]), ""
        return pgettext("form of an answer", "object"), (), name
    kind: str = shape.get("format") or shape["type"]
    return gettext(KINDS.get(kind, kind)), tuple(map(str, shape.get("enum", ()))), ""
