"""Questions that are asked time and again: written into SQL once, and then only asked.

For a small table the ORM needs ten times as long to write a query as PostgreSQL to answer it, and
PostgreSQL half of its own time to plan it. So the ORM writes each of these a single time for the
process, about values that stand for those to come; and PostgreSQL keeps its plan for the visit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from copy import copy
from datetime import UTC, date, datetime
from functools import cache, cached_property
from itertools import chain
from types import MethodType, SimpleNamespace
from typing import Any, Final

from django.db import DEFAULT_DB_ALIAS, NotSupportedError, connections, models, transaction
from django.db.backends.postgresql.base import ServerBindingCursor
from django.db.models.constants import OnConflict
from django.db.models.expressions import DatabaseDefault, RawSQL
from django.db.models.query import ModelIterable
from django.db.models.sql import InsertQuery
from django.db.models.sql.compiler import SQLInsertCompiler
from django.db.transaction import TransactionManagementError

OFTEN: Final = 2  # asked so often, a question gets a plan that is kept
# What stands for a value in a query that is kept; no row and no day of ours is any of these.
SOMEBODY: Final = -1
SOMETHING: Final = -2
SOMETHING_ELSE: Final = -3
SOME_DAY: Final = date(2, 3, 4)
SOME_MOMENT: Final = datetime(2, 3, 4, 5, 6, tzinfo=UTC)
SOME_WORD: Final = "\ue002"  # from the private use area


class Prepared:
    """A query about other values each time: of one person on one day, unless said otherwise.

    `write` makes it, by the same querysets that all others use, about the values of `about`. What
    it asks may hang on nothing else: it is called once.
    """

    def __init__(self, write: Callable[[], Any], *about: Any) -> None:
        self._write, self._about = write, about or (SOMEBODY, SOME_DAY)

    def rows(self, *values: Any) -> list[Any]:
        """The answer, row by row.

        An upgrade may change a table under a plan. PostgreSQL says so until the plan is forgotten:
        a rollback does that, and outside a transaction a new connection.
        """
        connection = connections[DEFAULT_DB_ALIAS]
        try:
            return self._ask(values)
        except NotSupportedError:
            if connection.in_atomic_block:
                raise
            connection.close()
            return self._ask(values)

    def _ask(self, values: Sequence[Any]) -> list[Any]:
        with _preparing() as cursor:
            cursor.execute(self._written.sql, self._bound(values))
            return list(cursor.fetchall())

    def found(self, *values: Any) -> list[Any]:
        """The answer as records, with those that the query says to bring along."""
        kept = self._written
        if kept.compiler.query.select_for_update and connections[DEFAULT_DB_ALIAS].get_autocommit():
            msg = "a row is held until the transaction ends, and there is none"
            raise TransactionManagementError(msg)
        rows = self.rows(*values)
        if not rows:
            return []
        compiler = copy(kept.compiler)
        compiler.connection = connections[DEFAULT_DB_ALIAS]
        compiler.execute_sql = lambda **_how: [rows]
        compiler.get_converters = lambda _fields: kept.converters
        query = SimpleNamespace(get_compiler=lambda using: compiler)  # noqa: ARG005
        asked: Any = SimpleNamespace(db=DEFAULT_DB_ALIAS, query=query, _known_related_objects={})
        return list(ModelIterable(asked))

    def inner(self, *values: Any) -> RawSQL:
        """The same question as a part of a larger one: `filter(pk__in=…)`."""
        return RawSQL(self._written.sql, self._bound(values))  # noqa: S611 - the ORM wrote it

    @cached_property
    def _written(self) -> SimpleNamespace:
        """What the ORM made of it: the SQL, what it selects, and where the values come."""
        compiler = self._write().query.get_compiler(DEFAULT_DB_ALIAS)
        sql, values = compiler.as_sql()
        selected = [column[0] for column in compiler.select[: compiler.col_count]]
        places = [
            (place, self._about.index(value), _kind(value))
            for place, value in enumerate(values)
            if value in self._about
        ]
        if {which for _place, which, _kind in places} != set(range(len(self._about))):
            msg = f"not all of {self._about} are asked for in {sql}"
            raise ValueError(msg)
        return SimpleNamespace(
            sql=sql,
            values=list(values),
            places=places,
            compiler=compiler,
            converters=compiler.get_converters(selected),
        )

    def _bound(self, values: Sequence[Any]) -> list[Any]:
        meant: list[Any] = list(self._written.values)
        for place, which, kind in self._written.places:
            meant[place] = kind(values[which])
        return meant


def _kind(value: Any) -> Callable[[Any], Any]:
    """How wide a number is, is said to PostgreSQL once, not by each number."""
    return type(value) if isinstance(value, int) and type(value) is not int else lambda given: given


def insert(row: models.Model, *, unless_there: bool = False) -> None:
    """Write a new row, as `save` does where no signal is awaited.

    `unless_there`: a row that has one of its unique values already stays; this one gets no key.
    """
    fields, (values,) = _given([row])
    sql, back = _insertion(type(row), fields, unless_there)
    with transaction.mark_for_rollback_on_error(DEFAULT_DB_ALIAS), _preparing() as cursor:
        cursor.execute(sql, values)
        for answer in cursor.fetchall():
            for field, value in zip(back, answer, strict=True):
                setattr(row, field.attname, value)
    _is_written([row])


def insert_unless_there(rows: Sequence[models.Model]) -> None:
    """Write a few new rows of one kind with one statement; none of them gets a key.

    For many the manager's `bulk_create` is cheaper. It sends a list for each field, but of two rows
    writing those lists costs more than all the rest.
    """
    fields, values = _given(rows)
    sql = _insertion_of(type(rows[0]), fields, len(rows))
    with transaction.mark_for_rollback_on_error(DEFAULT_DB_ALIAS), _preparing() as cursor:
        cursor.execute(sql, list(chain.from_iterable(values)))
    _is_written(rows)


def _given(rows: Sequence[models.Model]) -> tuple[tuple[Any, ...], list[list[Any]]]:
    """The fields that these rows give, and what each row gives for them."""
    model, connection = type(rows[0]), connections[DEFAULT_DB_ALIAS]
    said = [{field: field.pre_save(row, add=True) for field in _own_fields(model)} for row in rows]
    fields, *others = [
        [name for name, each in facts.items() if not isinstance(each, DatabaseDefault)]
        for facts in said
    ]
    if any(other != fields for other in others):
        msg = f"of {model.__name__} one row leaves to the database what another gives"
        raise ValueError(msg)
    values = [[name.get_db_prep_save(each[name], connection) for name in fields] for each in said]
    return tuple(fields), values


def _is_written(rows: Sequence[models.Model]) -> None:
    for row in rows:
        state = row._state  # noqa: SLF001 - `save` does so too
        state.adding, state.db = False, DEFAULT_DB_ALIAS


@cache
def _own_fields(model: type[models.Model]) -> list[Any]:
    meta = model._meta  # noqa: SLF001 - Django documents it
    own = [each for each in meta.concrete_fields if each is not meta.auto_field]
    return [each for each in own if not each.generated]


@cache
def _insertion(model: type[models.Model], fields: tuple[Any, ...], unless_there: bool) -> Any:
    """The SQL for a row of which these fields are given, and the fields that come back."""
    back = model._meta.db_returning_fields  # noqa: SLF001
    query = InsertQuery(model, on_conflict=OnConflict.IGNORE if unless_there else None)
    query.insert_values(fields, [model(**{each.attname: None for each in fields})])
    compiler = query.get_compiler(DEFAULT_DB_ALIAS)
    compiler.returning_fields = back
    ((sql, _values),) = compiler.as_sql()
    return sql, back


@cache
def _insertion_of(model: type[models.Model], fields: tuple[Any, ...], count: int) -> Any:
    """The SQL for so many rows, with a place for each value."""
    query = InsertQuery(model, on_conflict=OnConflict.IGNORE)
    nothing = {each.attname: None for each in fields}
    query.insert_values(fields, [model(**nothing) for _row in range(count)])
    compiler = query.get_compiler(DEFAULT_DB_ALIAS)
    compiler.assemble_as_sql = MethodType(SQLInsertCompiler.assemble_as_sql, compiler)
    ((sql, _values),) = compiler.as_sql()
    return sql


@contextmanager
def _preparing() -> Iterator[Any]:
    """A cursor of which PostgreSQL keeps the plans, when it asks the same more often.

    Not while queries are logged: the log says nothing of a question of which the plan was kept.
    """
    connection = connections[DEFAULT_DB_ALIAS]
    connection.ensure_connection()
    line: Any = connection.connection
    if connection.queries_logged:
        with connection.cursor() as cursor:
            yield cursor
        return
    usual = line.cursor_factory
    line.cursor_factory = ServerBindingCursor
    try:
        cursor = connection.cursor()
    finally:
        line.cursor_factory = usual
    line.prepare_threshold = OFTEN
    try:
        with cursor:
            yield cursor
    finally:
        line.prepare_threshold = None  # of no other question the text is kept
