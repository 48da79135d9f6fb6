"""How the desk shows a value: by name, in words, and as people write it."""

from collections.abc import Callable, Iterable
from datetime import datetime
from decimal import Decimal
from typing import Any, Final

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.formats import date_format, number_format
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .names import has_own_name, names_of, register_url

# Parts of the names of fields that no page shows, whatever else it shows.
NEVER: Final = ("digest", "token", "secret", "password", "hash", "snapshot", "content", "receipt")
NOTHING: Final = "-"
CENTS: Final = 2

# Moments of which the model has no words of its own.
MOMENTS: Final = {
    "adopted_at": gettext_lazy("adopted at"),
    "approved_at": gettext_lazy("approved at"),
    "sent_at": gettext_lazy("sent at"),
}

Column = Callable[[Any], Any]


def shown_fields(model: type[models.Model]) -> list[str]:
    """What a record is made of and when it moved; only what has words, and nothing secret."""
    return [
        each.name
        for each in (*model._meta.concrete_fields, *model._meta.many_to_many)  # noqa: SLF001
        if not each.primary_key
        and not isinstance(each, models.JSONField)
        and not any(part in each.name for part in NEVER)
        and (each.editable or isinstance(each.verbose_name, Promise))
    ]


def filled(row: models.Model | None, names: Iterable[Any]) -> list[Any]:
    """Without the fields of this row that say nothing."""
    kept = list(names)
    if row is None:
        return kept
    fields = {each.name: each.attname for each in row._meta.concrete_fields}  # noqa: SLF001
    return [
        name
        for name in kept
        if not isinstance(name, str)
        or name not in fields
        or getattr(row, fields[name]) not in (None, "", [])
    ]


def worded(model: type[models.Model], names: Iterable[Any], *, with_links: bool) -> list[Any]:
    """The same names, with a column of ours in the place of what Django shows as it is stored."""
    columns = {each.name: each for each in model._meta.concrete_fields}  # noqa: SLF001
    return [
        _column(columns[name], with_links=with_links) or name
        if isinstance(name, str) and name in columns
        else name
        for name in names
    ]


def _column(field: Any, *, with_links: bool) -> Column | None:
    if isinstance(field, models.ForeignKey):
        return None if has_own_name(field.related_model) else _named(field, with_links=with_links)
    if isinstance(field, models.BooleanField):
        return _as(field, lambda value: capfirst(_("yes") if value else _("no")))
    if field.name in MOMENTS and not isinstance(field.verbose_name, Promise):
        return _as(field, moment_words, MOMENTS[field.name])
    if isinstance(field, models.DecimalField):
        return _as(field, as_written)
    if isinstance(field, ArrayField) and field.base_field.choices:
        words = dict(field.base_field.flatchoices)
        return _as(field, lambda value: ", ".join(str(words.get(each, each)) for each in value))
    return None


def _as(field: Any, say: Callable[[Any], str], label: Any = None) -> Column:
    """A column that says a value in words; without a value a dash."""

    def column(row: Any) -> str:
        value = getattr(row, field.attname)
        return NOTHING if value is None or value == [] else say(value)

    return _called(column, field, label)


def _named(field: Any, *, with_links: bool) -> Column:
    """A column that calls by its name what has none of its own."""

    def column(row: Any) -> str:
        key = _key(field, row)
        if key is None:
            return NOTHING
        know_names([row])
        name = row.known_names.get(key, NOTHING)
        url = register_url(*key) if with_links else ""
        return format_html('<a href="{}">{}</a>', url, name) if url else name

    return _called(column, field)


def _called(column: Any, field: Any, label: Any = None) -> Column:
    column.__name__ = field.name
    column.short_description = label or field.verbose_name
    column.admin_order_field = field.name
    return column  # type: ignore[no-any-return]


def know_names(rows: Iterable[Any]) -> None:
    """Find out once what these rows, of one kind, point at is called; one query for all of them."""
    waiting = [row for row in rows if not hasattr(row, "known_names")]
    if not waiting:
        return
    pointing = [
        each
        for each in waiting[0]._meta.concrete_fields  # noqa: SLF001
        if isinstance(each, models.ForeignKey) and not has_own_name(each.related_model)
    ]
    names = names_of(key for row in waiting for field in pointing if (key := _key(field, row)))
    for row in waiting:
        row.known_names = names


def _key(field: Any, row: Any) -> tuple[str, str] | None:
    value = getattr(row, field.attname)
    return None if value is None else (field.related_model._meta.label_lower, str(value))  # noqa: SLF001


def moment_words(moment: datetime) -> str:
    """Day and hour, on the clocks of the city."""
    return date_format(localtime(moment), "DATETIME_FORMAT")


def as_written(value: Decimal) -> str:
    """A figure as people write it: 20.000 and 2,25, without noughts that say nothing."""
    whole = value == value.to_integral_value()
    places = -int(value.normalize().as_tuple().exponent)
    return str(number_format(value, 0 if whole else max(CENTS, places), force_grouping=True))
