"""How it is written what a kind of record is, and the expressions that its queries are made of."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Case, DateField, F, Func, Model, Q, TextField, Value, When
from django.db.models.functions import Cast, Coalesce, Concat
from django.utils.functional import Promise

Narrow = Mapping[str, Callable[[int], Q]]  # by "project", "theme", "organisation"


@dataclass(frozen=True)
class Kind:
    """One kind: `title` and `on` are expressions of its query, `words` is where words are found.

    What has no `ends` is over on its day.
    `folder` is where it lies in the file of a year, `term` the term for which it is kept.
    """

    code: str
    label: Promise
    model: type[Model]
    folder: str
    term: str
    title: Any
    on: Any
    words: Any
    only: Q = field(default_factory=Q)
    narrow: Narrow = field(default_factory=dict)
    ends: Any = None  # its last day, of what goes on for a while; empty as long as it runs

    @property
    def type(self) -> str:
        """The model as the audit trail and the openness name it."""
        return self.model._meta.label_lower  # noqa: SLF001 - Django's own word


def text(expression: Any) -> Any:
    """As text."""
    return Cast(expression, TextField())


def joined(*parts: Any) -> Any:
    """One text after the other."""
    return Concat(*parts, output_field=TextField())


def first_of(year: str) -> Any:
    """The first day of a year."""
    return Func(F(year), 1, 1, function="make_date", output_field=DateField())


def meeting_name(path: str) -> Any:
    """What a meeting is called: by its subject, else by its series and number."""
    number = joined(text(f"{path}series__title"), Value(" "), text(f"{path}ordinal"))
    named = Case(When(**{f"{path}subject": ""}, then=number), default=text(f"{path}subject"))
    return Coalesce(named, Value(""), output_field=TextField())


def hanging_on(**paths: Any) -> Callable[[int], Q]:
    """Documents by what they hang on."""

    def found(key: int) -> Q:
        either = Q()
        for model, path in paths["of"]:
            rows = model.objects.filter(**{path: key})
            either |= Q(pk__in=rows.values("document"))
        return either

    return found


def by(path: str) -> Callable[[int], Q]:
    """By a lookup of the record itself."""
    return lambda key: Q(**{path: key})
