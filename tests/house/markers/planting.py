"""A marker in every text: a word that occurs nowhere else, one for each row of each field."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.contrib.postgres.fields import ArrayField
from django.db import IntegrityError, connection, models, transaction

from .fields import READERS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .who import Who

LETTERS = "bcdfghjklmnpqrstvwxz"
MARKER = re.compile(rf"zq[{LETTERS}]{{6}}")
LENGTH = 8
TEXTS = (models.CharField, models.TextField, models.JSONField, models.FileField)
OTHERS = (models.BinaryField, models.GenericIPAddressField, ArrayField)


@dataclass(frozen=True)
class Spot:
    """Where a marker stands."""

    model: str
    field: str
    pk: Any

    @property
    def name(self) -> str:
        """`app.Model.field`."""
        return f"{self.model}.{self.field}"


def text_fields() -> Iterator[tuple[Any, Any]]:
    """Every field of every model that can hold words; a choice of ours is a code."""
    for model in apps.get_models():
        for each in model._meta.get_fields():
            if isinstance(each, (*TEXTS, *OTHERS)) and not each.choices:
                yield model, each


def marker(number: int) -> str:
    """Words that do not look like each other: a search forgives a letter."""
    scattered, said = (number * 48_271 + 7) % 20**6, ""
    for _letter in range(6):
        scattered, rest = divmod(scattered, 20)
        said += LETTERS[rest]
    return f"zq{said}"


def plant() -> dict[str, Spot]:
    """Put one in every row that takes it, past the guards; rows that refuse stay as they were."""
    planted: dict[str, Spot] = {}
    tables = sorted({model._meta.db_table for model, _field in text_fields()})
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        _guard(cursor, tables, "DISABLE")
        for model, field in text_fields():
            if who_reads(model, field).is_planted:
                _plant_field(cursor, model, field, planted)
        _guard(cursor, tables, "ENABLE ALWAYS")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
    return planted


def who_reads(model: Any, field: Any) -> Who:
    """What is written in the list."""
    return READERS[model._meta.label][field.name]


def _guard(cursor: Any, tables: list[str], what: str) -> None:
    cursor.execute(
        "SELECT tgrelid::regclass, tgname FROM pg_trigger "
        "WHERE NOT tgisinternal AND tgrelid::regclass::text = ANY(%s)",
        [tables],
    )
    for table, name in cursor.fetchall():
        cursor.execute(f'ALTER TABLE {table} {what} TRIGGER "{name}"')


def _plant_field(cursor: Any, model: Any, field: Any, planted: dict[str, Spot]) -> None:
    """Behind what stands there; in an empty text alone, where the database allows that."""
    key, column = model._meta.pk.column, field.column
    text = f"left(coalesce(\"{column}\", ''), %s) || %s"
    if isinstance(field, models.EmailField):
        text = "right(%s || %s, 60)"
    most = (getattr(field, "max_length", None) or 10_000) - LENGTH - 1
    for pk in model._base_manager.order_by("pk").values_list("pk", flat=True):
        word = marker(len(planted) + 1)
        said = f"{word}@people.example" if "right" in text else f" {word}"
        values = ["", said] if "right" in text else [max(0, most), said]
        statement = f'UPDATE "{model._meta.db_table}" SET "{column}" = {text} WHERE "{key}" = %s'
        try:
            with transaction.atomic():
                cursor.execute(statement, [*values, pk])
        except IntegrityError:
            continue
        planted[word] = Spot(model._meta.label, field.name, pk)
