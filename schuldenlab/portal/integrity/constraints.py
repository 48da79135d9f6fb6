"""Whether every constraint of the models stands in the database, and was checked on every row."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.apps import apps
from django.db import connection, models
from django.utils.translation import gettext as _

from .fault import Fault

CONSTRAINTS = """
    SELECT c.relname, k.conname, k.contype::text, k.convalidated,
           ARRAY(SELECT a.attname::text FROM unnest(k.conkey) AS used
                   JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = used ORDER BY 1)
      FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
     WHERE k.connamespace = current_schema()::regnamespace
"""
UNIQUE_INDEXES = """
    SELECT c.relname, i.relname, 'u', x.indisvalid,
           CASE WHEN x.indpred IS NULL AND x.indexprs IS NULL THEN
           ARRAY(SELECT a.attname::text FROM unnest(x.indkey::int2[]) AS used
                   JOIN pg_attribute a ON a.attrelid = x.indrelid AND a.attnum = used ORDER BY 1)
           END
      FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_class c ON c.oid = x.indrelid
     WHERE x.indisunique AND i.relnamespace = current_schema()::regnamespace
"""


@dataclass(frozen=True)
class Known:
    """A constraint of a model: by its name, or else by what it does to which column."""

    table: str
    name: str = ""
    kinds: str = ""
    column: str = ""

    def __str__(self) -> str:
        return f"{self.table} {self.name or self.column}"


def known_constraints() -> list[Known]:
    """Every constraint, key and unique field of every model that has a table."""
    found = []
    for model in apps.get_models(include_auto_created=True):
        if model._meta.managed and not model._meta.proxy:  # noqa: SLF001
            found += [*_of_model(model)]
    return found


def _of_model(model: type[models.Model]) -> Iterator[Known]:
    meta = model._meta  # noqa: SLF001
    for constraint in meta.constraints:
        yield Known(meta.db_table, name=constraint.name)
    for field in meta.local_concrete_fields:
        column = str(field.column)
        if field.unique:
            yield Known(meta.db_table, kinds="pu", column=column)
        if isinstance(field, models.ForeignKey) and getattr(field, "db_constraint", True):
            yield Known(meta.db_table, kinds="f", column=column)


def constraint_faults(known: list[Known]) -> Iterator[Fault]:
    """Constraints that are missing, and those that old rows may still break."""
    with connection.cursor() as cursor:
        cursor.execute(CONSTRAINTS)
        rows = cursor.fetchall()
        cursor.execute(UNIQUE_INDEXES)
        rows += cursor.fetchall()
    names = {(table, name) for table, name, *_facts in rows}
    columns = {
        (table, kind, used[0]) for table, _name, kind, _valid, used in rows if used and not used[1:]
    }
    for each in known:
        by_column = any((each.table, kind, each.column) in columns for kind in each.kinds)
        if not by_column and (each.table, each.name) not in names:
            yield Fault("constraint", str(each), _("This constraint is missing."))
    for table, name, _kind, is_valid, _used in rows:
        if not is_valid:
            message = _("This constraint was never checked on the rows that were there.")
            yield Fault("constraint", f"{table} {name}", message)
