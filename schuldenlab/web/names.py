"""What records are called, whatever their kind: many names in one query."""

from collections.abc import Iterable
from functools import cache
from typing import Any, Final

from django.apps import apps
from django.contrib.admin import site
from django.contrib.admin.utils import quote
from django.db import models
from django.db.models import CharField, Func, TextField, Value
from django.db.models.functions import Cast, Coalesce, Concat, Left, NullIf
from django.urls import reverse
from django.utils.text import capfirst

# How rows are called, by the first of these that a kind of record has.
NAMES: Final = ("title", "name", "subject", "file_name")
WHOSE: Final = (
    *("organisation", "project", "meeting", "theme", "raad", "series", "programme", "phase"),
    *("plan", "pledge", "round", "stuurgroep", "invitee", "mandate", "offer", "schedule"),
    *("ballot", "poll", "person", "framework"),
)
MOST_LETTERS: Final = 100  # of a name
DEPTH: Final = 5  # how far a name is looked for


@cache
def kinds() -> dict[str, type[models.Model]]:
    """The kinds of record by their name in the trail."""
    return {model._meta.label_lower: model for model in apps.get_models()}  # noqa: SLF001


def kind_words(kind: str) -> str:
    """A kind of record in words."""
    model = kinds().get(kind)
    return capfirst(str(model._meta.verbose_name)) if model else kind  # noqa: SLF001


def register_url(kind: str, key: str) -> str:
    """The row of a record in its register; empty when there is no register of it."""
    model = kinds().get(kind)
    if model is None or not site.is_registered(model):
        return ""
    meta = model._meta  # noqa: SLF001
    return reverse(f"admin:{meta.app_label}_{meta.model_name}_change", args=[quote(key)])


def names_of(subjects: Iterable[tuple[str, str]]) -> dict[tuple[str, str], str]:
    """What records are called, by kind and key; a record that is gone has no name. One query."""
    wanted: dict[str, set[str]] = {}
    for kind, key in subjects:
        wanted.setdefault(kind, set()).add(key)
    asked = [_named(kinds()[kind], kind, keys) for kind, keys in wanted.items() if kind in kinds()]
    if not asked:
        return {}
    rows = asked[0].union(*asked[1:], all=True) if len(asked) > 1 else asked[0]
    return {(kind, key): name for kind, key, name in rows}


def _named(model: type[models.Model], kind: str, keys: set[str]) -> Any:
    known = [key for key in keys if key.isdecimal()] if _is_numbered(model) else list(keys)
    rows = model._base_manager.filter(pk__in=known).order_by()  # noqa: SLF001
    name = Coalesce(_name_of(model), _own_key(model), output_field=TextField())
    return rows.values_list(Value(kind, CharField()), Cast("pk", CharField()), name)


def has_own_name(model: type[models.Model]) -> bool:
    """Whether a row of this kind can be called by a name of its own."""
    fields = {each.name: each for each in model._meta.concrete_fields}  # noqa: SLF001
    is_named = getattr(site._registry.get(model), "is_named", False)  # noqa: SLF001
    return is_named or any(name in fields and not fields[name].blank for name in NAMES)


def _own_key(model: type[models.Model]) -> Any:
    """The number of a row without a name; of the only row of its kind nothing."""
    return Cast("pk", TextField()) if _is_numbered(model) else Value("", TextField())


def _is_numbered(model: type[models.Model]) -> bool:
    return isinstance(model._meta.pk, models.AutoField | models.BigAutoField)  # noqa: SLF001


@cache
def _name_of(model: type[models.Model]) -> Any:
    """What a row is called: its own name, else by whom and what it is about; in the database."""
    return Left(_called(model, "", DEPTH) or _own_key(model), MOST_LETTERS)


def _called(model: type[models.Model], before: str, depth: int) -> Any:
    fields = {each.name: each for each in model._meta.concrete_fields}  # noqa: SLF001
    own = next((name for name in NAMES if name in fields), None)
    if own and not fields[own].blank:
        return Cast(f"{before}{own}", TextField())
    whose = _whose(fields, before, depth)
    if own is None:
        return whose
    named = NullIf(Cast(f"{before}{own}", TextField()), Value("", TextField()))
    return named if whose is None else Coalesce(named, whose, output_field=TextField())


def _whose(fields: dict[str, Any], before: str, depth: int) -> Any:
    """By at most two of what a row points at; a row of a year by its year."""
    if "year" in fields and not {"organisation", "series"} & fields.keys():
        return Cast(f"{before}year", TextField())
    near = [name for name in WHOSE if name in fields and depth and not fields[name].null]
    parts = [
        each
        for name in near
        if (each := _called(fields[name].related_model, f"{before}{name}__", depth - 1))
    ][:2]
    if "year" in fields and len(parts) == 1:
        year = Cast(f"{before}year", TextField())
        number = [Value("-"), Cast(f"{before}ordinal", TextField())] if "series" in fields else []
        parts.append(Concat(year, *number, output_field=TextField()) if number else year)
    if len(parts) == 2:  # noqa: PLR2004 - a pair
        return Func(Value(" – "), *parts, function="CONCAT_WS", output_field=TextField())
    return parts[0] if parts else None
