"""The unique constraints of the product, and how many rows each of them holds apart."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.db import connection
from django.db.models import Count, Model, Q, QuerySet, UniqueConstraint, Value

if TYPE_CHECKING:
    from collections.abc import Iterator

OURS = ("partners", "events", "programme", "projects", "funding", "schuldenlab")


@cache
def constraints() -> dict[str, QuerySet[Any]]:
    """By name, the rows for which that constraint counts."""
    models = [model for model in apps.get_models() if model.__module__.startswith(OURS)]
    return {name: rows for model in models for name, rows in _of(model)}


def _of(model: type[Model]) -> Iterator[tuple[str, QuerySet[Any]]]:
    rows = model._base_manager.order_by()
    for each in model._meta.constraints:
        if isinstance(each, UniqueConstraint):
            apart = each.fields if each.nulls_distinct is not False else ()
            given = Q(**{f"{name}__isnull": False for name in apart})
            yield each.name, rows.filter(given & (each.condition or Q()))
    for field in model._meta.local_fields:
        if field.unique and not field.primary_key:
            label = f"{model._meta.model_name}.{field.name}"
            yield label, rows.filter(**{f"{field.name}__isnull": False})


def held() -> Counter[str]:
    """How many rows each holds apart now; all in one question."""
    parts, values = [], []
    for rows in constraints().values():
        counted = rows.annotate(all=Value(1)).values("all").annotate(rows=Count("pk"))
        text, given = counted.values("rows").query.sql_with_params()
        parts.append(f"coalesce(({text}), 0)")
        values += given
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(parts)}", values)
        counts = cursor.fetchone()
    return Counter(dict(zip(constraints(), counts, strict=True)))
