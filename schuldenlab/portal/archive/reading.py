"""The facts of many records of one kind, read in one query and one for each of its parts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db.models import Model
from django.utils.text import capfirst

from .facts import FACTS, Values
from .kind import Kind


@dataclass
class Written:
    """What is written down of one record: its fields, and its parts with their rows."""

    facts: Values
    parts: list[tuple[str, type[Model], list[Values]]] = field(default_factory=list)

    def as_data(self) -> dict[str, Any]:
        """For a machine: fields by their names, parts by the names of their tables."""
        parts = {model._meta.label_lower: rows for _title, model, rows in self.parts}  # noqa: SLF001
        return {**self.facts, "parts": parts}


def written_of(kind: Kind, numbers: Sequence[int]) -> dict[int, Written]:
    """By number; as many queries for one record as for a thousand."""
    spec = FACTS[kind.code]
    rows = kind.model._base_manager.filter(pk__in=numbers).order_by()  # noqa: SLF001
    found = {
        row.pop("pk"): Written({key: row[key] for key in spec.fields})
        for row in rows.values("pk", *spec.fields)
    }
    for part in spec.parts:
        hanging = part.model._base_manager.filter(**{f"{part.path}__in": numbers})  # noqa: SLF001
        by_record: dict[int, list[Values]] = {}
        for row in hanging.order_by(part.path, *part.order).values(part.path, *part.fields):
            by_record.setdefault(row[part.path], []).append(
                {key: row[key] for key in part.fields if key != part.path}
            )
        for number, its_rows in by_record.items():
            if number in found:
                found[number].parts.append((str(part.title), part.model, its_rows))
    return found


@cache
def _column(model: type[Model], lookup: str) -> Any:
    """The last field of a lookup, and the relation by which it is reached."""
    relation: Any = None
    field_: Any = None
    *steps, last = lookup.split("__")
    for step in steps:
        relation = model._meta.get_field(step)  # noqa: SLF001
        model = relation.related_model
    try:
        field_ = model._meta.get_field(last)  # noqa: SLF001
    except FieldDoesNotExist:  # a foreign key by its column: `document_id`
        field_ = model._meta.get_field(last.removesuffix("_id"))  # noqa: SLF001
    return relation, field_


def words_for(model: type[Model], lookup: str) -> str:
    """What a field is called: a name of something is called after that thing."""
    relation, column = _column(model, lookup)
    named = relation is not None and column.name in {"name", "title"}
    return capfirst(str(getattr(relation if named else column, "verbose_name", column.name)))


def value_in_words(model: type[Model], lookup: str, value: Any) -> Any:
    """A choice by its words; anything else as it is."""
    choices = dict(getattr(_column(model, lookup)[1], "flatchoices", ()) or ())
    try:
        return choices.get(value, value)
    except TypeError:  # a list or a mapping is no choice
        return value


def pairs_of(model: type[Model], facts: Values) -> Iterable[tuple[str, Any]]:
    """Name and value of what is filled in, for a reader."""
    for lookup, value in facts.items():
        if value not in ("", None, [], {}):
            yield words_for(model, lookup), value_in_words(model, lookup, value)
