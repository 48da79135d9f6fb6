"""The audit trail in words: who did what, when and from where, and what it was about."""

from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Final

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import CharField, Q, TextField, Value
from django.db.models.functions import Cast
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from schuldenlab.audit.models import Entry

from .names import kind_words, kinds, names_of, register_url
from .ports import act_words

# Through which door an act came.
ORIGINS: Final[dict[str, Any]] = {
    "web": pgettext_lazy("origin", "on the site"),
    "desk": pgettext_lazy("origin", "on the desk"),
    "clock": pgettext_lazy("origin", "by the clock"),
    "command": pgettext_lazy("origin", "by a command"),
    "story": pgettext_lazy("origin", "from the told year"),
}
NOBODY: Final = gettext_lazy("the clock")
# Whose records can belong to another.
OURS: Final = frozenset({"partners", "events", "programme", "projects", "funding"})
# Of how many parts a record shows the trail, the newest first.
MOST_PARTS: Final = 500


@dataclass(frozen=True)
class Trace:
    """One row of the trail for a reader; `changed`: the fields of an edit, with what they were."""

    entry: Entry
    act: Any
    who: Any
    origin: Any
    kind: Any
    name: str
    url: str
    changed: list[dict[str, Any]] = field(default_factory=list)

    @property
    def is_refused(self) -> bool:
        """Whether it was tried and not allowed."""
        return self.entry.result == Entry.Result.REFUSED


def words_of(verb: str, acts: Mapping[str, Any]) -> Any:
    """An act in words; what a door refused stands in the trail as app.act."""
    return acts.get(verb) or acts.get(verb.rpartition(".")[2]) or verb.rpartition(".")[2]


def origin_words(door: str) -> Any:
    """Through which door, in words."""
    return ORIGINS.get(door, door)


def history_of(record: models.Model) -> models.QuerySet[Entry]:
    """All about a record and what belongs to it, the newest first."""
    label = record._meta.label_lower  # noqa: SLF001
    about = Q(subject_type=label, subject_id=str(record.pk))
    for kind, keys in _parts(record).items():
        about |= Q(subject_type=kind, subject_id__in=keys)
    return Entry.objects.filter(about).select_related("actor").order_by("-at", "-id")


def _parts(record: models.Model) -> dict[str, list[str]]:
    """The keys of what points at a record, by kind, in one query."""
    asked = [
        relation.related_model._base_manager.filter(**{relation.field.name: record})  # noqa: SLF001
        .order_by()
        .values_list(
            Value(relation.related_model._meta.label_lower, CharField()),  # noqa: SLF001
            Cast("pk", CharField()),
            Cast("pk", TextField()),
        )
        for relation in record._meta.related_objects  # noqa: SLF001
        if not relation.hidden and relation.related_model._meta.app_label in OURS  # noqa: SLF001
    ]
    found: dict[str, list[str]] = {}
    if asked:
        rows = asked[0].union(*asked[1:]) if len(asked) > 1 else asked[0]
        for kind, key, _text in rows[:MOST_PARTS]:
            found.setdefault(kind, []).append(key)
    return found


def traces(entries: Iterable[Entry]) -> list[Trace]:
    """Rows for a reader. The names of all that they are about come in one query."""
    rows, acts = list(entries), act_words()
    names = names_of((row.subject_type, row.subject_id) for row in rows)
    return [_trace(row, acts, names) for row in rows]


def _trace(row: Entry, acts: Mapping[str, Any], names: Mapping[tuple[str, str], str]) -> Trace:
    key = (row.subject_type, row.subject_id)
    return Trace(
        row,
        words_of(row.verb, acts),
        row.actor.name if row.actor else NOBODY,
        origin_words(row.origin),
        kind_words(row.subject_type),
        names.get(key, row.subject_id),
        register_url(*key) if key in names else "",
        list(changes_in(row)),
    )


def changes_in(row: Entry) -> Iterator[dict[str, Any]]:
    """The fields of an edit in words, with the old and the new value where the trail keeps them."""
    names = row.facts.get("changed") or row.facts.get("fields") or ()
    was, now = row.facts.get("was", {}), row.facts.get("now", {})
    model = kinds().get(row.subject_type)
    for name in names if isinstance(names, list) else ():
        known = {each.name: each for each in model._meta.get_fields()} if model else {}  # noqa: SLF001
        words = getattr(known.get(name), "verbose_name", name)
        yield {
            "field": words,
            "is_kept": name in was,
            "was": _in_words(known.get(name), was.get(name)),
            "now": _in_words(known.get(name), now.get(name)),
        }


def facts_in(row: Entry) -> list[tuple[Any, Any]]:
    """The other facts of an act: figures and states, and records by their names."""
    kept = {"was", "now", "changed", "fields"} if list(changes_in(row)) else set()
    facts = {name: value for name, value in row.facts.items() if name not in kept}
    labels = {name: kind for name in facts if (kind := _kind_called(name))}
    names = names_of((kind, str(facts[name])) for name, kind in labels.items())
    model = kinds().get(row.subject_type)
    columns = {each.name: each for each in model._meta.get_fields()} if model else {}  # noqa: SLF001
    return [_fact(name, value, labels.get(name), names, columns) for name, value in facts.items()]


def plain_facts(row: Entry) -> list[tuple[Any, Any]]:
    """All facts of an act in words, without looking anything up: records stay numbers."""
    model = kinds().get(row.subject_type)
    columns = {each.name: each for each in model._meta.get_fields()} if model else {}  # noqa: SLF001
    facts = [(name, _fact(name, value, None, {}, columns)) for name, value in row.facts.items()]
    kinds_named = {name: kind for name, _said in facts if (kind := _kind_called(name))}
    return [
        (capfirst(str(kind_words(kinds_named[name]))) if name in kinds_named else words, said)
        for name, (words, said) in facts
    ]


def _fact(name: str, value: Any, kind: str | None, names: Any, columns: Any) -> tuple[Any, Any]:
    if kind and (kind, str(value)) in names:
        return kind_words(kind), names[kind, str(value)]
    column = columns.get(name)
    words = getattr(column, "verbose_name", name.replace("_", " "))
    if isinstance(value, list):
        return capfirst(str(words)), ", ".join(str(_in_words(column, each)) for each in value)
    return capfirst(str(words)), _in_words(None if isinstance(value, dict) else column, value)


@cache
def _kind_called(name: str) -> str | None:
    """The kind of record that a fact of this name points at."""
    labels = (label for label in kinds() if label.partition(".")[0] in OURS)
    return next((label for label in labels if label.partition(".")[2] == name), None)


def _in_words(column: Any, value: Any) -> Any:
    """A kept value as people read it: a day as a day, a choice by its words."""
    column = getattr(column, "base_field", column)  # one value of a list
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if value is None or getattr(column, "is_relation", False):
        return "–" if value is None else value
    choices = dict(getattr(column, "flatchoices", ()) or ())
    if isinstance(value, Hashable) and value in choices:
        return choices[value]
    try:
        return column.to_python(value) if column is not None else value
    except (ValidationError, TypeError, ValueError):
        return value
