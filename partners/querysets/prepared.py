"""Questions that every request asks: written into SQL once, and then only asked."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cached_property
from typing import Any

from django.db import connection
from django.db.models.expressions import RawSQL

# They stand for the person and the day in the query that is kept.
SOMEBODY, SOME_DAY = -1, date.min


class Prepared:
    """A query about one person on one day.

    For a small table the ORM needs ten times as long to write a query as PostgreSQL to answer it.
    So it writes this one a single time, about `SOMEBODY` on `SOME_DAY`, by the same querysets that
    all others use.
    """

    def __init__(self, write: Callable[[], Any]) -> None:
        self._write = write

    @cached_property
    def _written(self) -> tuple[str, list[Any]]:
        sql, values = self._write().query.sql_with_params()
        return sql, list(values)

    def rows(self, person_id: int, day: date) -> list[Any]:
        """The answer, row by row."""
        with connection.cursor() as cursor:
            cursor.execute(*self._about(person_id, day))
            return list(cursor.fetchall())

    def inner(self, person_id: int, day: date) -> RawSQL:
        """The same question as a part of a larger one: `filter(pk__in=…)`."""
        return RawSQL(*self._about(person_id, day))  # noqa: S611 - the ORM wrote it

    def _about(self, person_id: int, day: date) -> tuple[str, list[Any]]:
        sql, values = self._written
        meant: dict[Any, Any] = {SOMEBODY: person_id, SOME_DAY: day}
        return sql, [meant.get(value, value) for value in values]
