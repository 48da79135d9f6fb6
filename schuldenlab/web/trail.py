"""The audit trail in words: who did what, when and from where, and what it was about."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Final

from django.db import models
from django.db.models import CharField, Q, TextField, Value
from django.db.models.functions import Cast
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
        if not relation.hidden and relation.related_model._meta.app_config.name in _ours()  # noqa: SLF001
    ]
    found: dict[str, list[str]] = {}
    if asked:
        rows = asked[0].union(*asked[1:]) if len(asked) > 1 else asked[0]
        for kind, key, _text in rows[:MOST_PARTS]:
            found.setdefault(kind, []).append(key)
    return found


@cache
def _ours() -> set[str]:
    return {"partners", "events", "programme", "projects", "funding"}


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
        row.actor.name if row.actor else NOBODY,  # type: ignore[attr-defined]
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


def _in_words(column: Any, value: Any) -> Any:
    """A kept value as people read it: a day as a day, a choice by its words."""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    choices = dict(getattr(column, "flatchoices", ()) or ())
    if value in choices:
        return choices[value]
    return column.to_python(value) if column is not None and value is not None else value
