"""How it is written which facts of a kind go into the archive."""

from dataclasses import dataclass, field
from typing import Any

from django.db.models import Model
from django.utils.functional import Promise

Fields = tuple[str, ...]


@dataclass(frozen=True)
class Part:
    """Rows that hang on a record by `path`, in the order of their fields."""

    title: Promise
    model: type[Model]
    path: str
    fields: Fields
    order: Fields = ("pk",)


@dataclass(frozen=True)
class Facts:
    """The fields of one kind, as lookups of its query, and its parts."""

    fields: Fields
    parts: tuple[Part, ...] = field(default=())


Values = dict[str, Any]
