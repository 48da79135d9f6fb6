"""The facts of many records of one kind, read in one query and one for each of its parts."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Final

from django.core.exceptions import FieldDoesNotExist
from django.db.models import Model
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .facts import FACTS, Values
from .kind import Kind
from .kinds import BY_TYPE
from .values import in_words


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


# What a column is called whose model says nothing.
NAMES: Final[Mapping[str, Promise]] = {
    "quorum_numerator": _("quorum: upper number of the fraction"),
    "quorum_denominator": _("quorum: lower number of the fraction"),
    "quorum_is_over": _("quorum: more than this part is needed"),
    "majority_numerator": _("majority: upper number of the fraction"),
    "majority_denominator": _("majority: lower number of the fraction"),
    "majority_is_over": _("majority: more than this part is needed"),
    "sha256": _("SHA-256"),
    "signed_at": _("moment of signing"),  # beside the day on which it was signed
    "sent_at": _("sent on"),
    "approved_at": _("approved on"),
    "taken_over_at": _("taken over on"),
    "selected_at": _("selected on"),
    "stopped_at": _("stopped on"),
    "position": pgettext_lazy("archive", "place in the list"),
    "quantities": _("number in each year"),
    "condition_met_at": _("condition met on"),
    "firm_at": _("firm since"),
    "withdrawn_at": _("withdrawn on"),
    "opened_at": _("opened on"),
    "in_force_at": _("in force since"),
    "expired_at": _("expired on"),
}


@cache
def steps_of(model: type[Model], lookup: str) -> tuple[Any, ...]:
    """The fields that a lookup passes, the last one being that of the value."""
    found = []
    for step in lookup.split("__"):
        try:
            field_ = model._meta.get_field(step)  # noqa: SLF001
        except FieldDoesNotExist:  # a foreign key by its column: `document_id`
            field_ = model._meta.get_field(step.removesuffix("_id"))  # noqa: SLF001
        found.append(field_)
        model = field_.related_model or model
    return tuple(found)


def _called(field_: Any) -> str:
    """By the words of its model, else by ours."""
    said = field_.verbose_name
    ours = NAMES.get(field_.name, said)
    return capfirst(str(ours if isinstance(said, str) or field_.name == "signed_at" else said))


def words_for(model: type[Model], lookup: str) -> str:
    """What a field is called: a name of something is called after that thing."""
    *before, column = steps_of(model, lookup)
    words = _called(before[-1] if before and column.name in {"name", "title"} else column)
    if lookup.endswith("_id"):
        return _("%(name)s: number in the index") % {"name": words}
    return words


def value_in_words(model: type[Model], lookup: str, value: Any) -> Any:
    """A choice by its words; a record by its number in the index; else as a reader reads it."""
    column = steps_of(model, lookup)[-1]
    if lookup.endswith("_id"):
        kind = BY_TYPE.get(column.related_model._meta.label_lower)  # noqa: SLF001
        return f"{kind.code}-{value}" if kind else value
    choices = dict(getattr(column, "flatchoices", ()) or ())
    try:
        return choices[value] if value in choices else in_words(value)
    except TypeError:  # a list or a mapping is no choice
        return in_words(value)


def pairs_of(model: type[Model], facts: Values) -> Iterable[tuple[str, Any]]:
    """Name and value of what is filled in, for a reader; no name stands there twice.

    The same said twice is said once; something else under the same name is called after where it
    comes from too.
    """
    said: dict[str, Any] = {}
    for lookup, value in facts.items():
        if value in ("", None, [], {}):
            continue
        words, shown = words_for(model, lookup), value_in_words(model, lookup, value)
        if words in said and said[words] != shown:
            words = f"{_called(steps_of(model, lookup)[0])} ({words.lower()})"
        if words not in said:
            said[words] = shown
            yield words, shown
