"""What a seal is of: the rows of every append-only table, in batches, whatever they are about.

Ids are given before rows are there, so a row with a lower id may come after one with a higher. A
seal therefore says which ids it holds; whoever comes late is in the seal of a next round, and after
`LATE` no row can come any more: then it was put in by hand.
"""

import hashlib
import json
from datetime import datetime, timedelta
from typing import Any, Final

from django.db import connection
from psycopg import sql
from psycopg.types.multirange import Multirange
from psycopg.types.range import Range

from .models import Seal

BATCH: Final = 10_000  # rows of one table in one seal
LATE: Final = timedelta(days=1)  # no transaction takes as long

# Tables that the one function guards, as a whole and for every row, and that number their rows.
TABLES = """
    SELECT c.relname::text, array_agg(a.attname::text ORDER BY a.attnum)
      FROM pg_trigger t
      JOIN pg_class c ON c.oid = t.tgrelid
      JOIN pg_proc p ON p.oid = t.tgfoid
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
     WHERE t.tgname = c.relname || '_rows_stay' AND p.proname = 'refuse_change'
       AND c.relnamespace = current_schema()::regnamespace
     GROUP BY 1
    HAVING bool_or(a.attname = 'id' AND a.atttypid = 'bigint'::regtype)
     ORDER BY 1
"""
ROWS = """
    SELECT range_agg(int8range(id, id, '[]')), count(*),
           encode(sha256(convert_to(coalesce(string_agg(line, chr(10) ORDER BY id), ''), 'UTF8')),
                  'hex')
      FROM (SELECT id, jsonb_build_array({columns})::text AS line FROM {table}
             WHERE {condition} ORDER BY id LIMIT {batch}) AS batch
"""
UNSEALED: Final = sql.SQL("id > {} AND NOT id <@ {}::int8multirange")
Part = dict[str, Any]  # columns, runs, count, hash


def hash_of(seal: Seal) -> str:
    """SHA-256 over its facts as JSON with sorted keys, without spaces and escapes."""
    text = json.dumps(seal.facts(), sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def newest() -> Seal | None:
    """The head of the chain: who knows its hash, knows that nothing before it changed."""
    return Seal.objects.order_by("-number").first()


def sealed_tables() -> dict[str, list[str]]:
    """Every table whose rows stay, with its columns."""
    with connection.cursor() as cursor:
        cursor.execute(TABLES)
        return dict(cursor.fetchall())


def fresh_parts(at: datetime, batch: int) -> dict[str, Part]:
    """By table the rows that no seal holds yet, as far as they fit in one."""
    recent = Seal.objects.filter(at__gte=at - LATE).order_by("number")
    old = Seal.objects.filter(at__lt=at - LATE).order_by("-number").first()
    before = {} if old is None else old.reached
    held: dict[str, list[list[int]]] = {}
    for parts in recent.values_list("parts", flat=True):
        for table, part in parts.items():
            held.setdefault(table, []).extend(part["runs"])
    fresh = {}
    for table, columns in sealed_tables().items():
        condition = UNSEALED.format(
            sql.Literal(before.get(table, 0)), sql.Literal(as_multirange(held.get(table, [])))
        )
        runs, count, digest = read_rows(table, columns, condition, batch)
        if count:
            fresh[table] = {"columns": columns, "runs": runs, "count": count, "hash": digest}
    return fresh


def rows_of(table: str, part: Part) -> tuple[int, str]:
    """How many of the rows of a part are there now, and their hash now."""
    runs = part["runs"]
    inside = sql.SQL("id BETWEEN {} AND {} AND id <@ {}::int8multirange")
    ends = sql.Literal(runs[0][0]), sql.Literal(runs[-1][1])
    condition = inside.format(*ends, sql.Literal(as_multirange(runs)))
    _runs, count, digest = read_rows(table, part["columns"], condition, part["count"] + 1)
    return count, digest


def read_rows(
    table: str, columns: list[str], condition: sql.Composed, most: int
) -> tuple[list[list[int]], int, str]:
    """The ids of these rows as runs, how many there are, and the hash of all they say."""
    query = sql.SQL(ROWS).format(
        columns=sql.SQL(", ").join(map(sql.Identifier, columns)),
        table=sql.Identifier(table),
        condition=condition,
        batch=sql.Literal(most),
    )
    with connection.cursor() as cursor:
        cursor.execute(query)
        runs, count, digest = cursor.fetchone()
    return [[run.lower, run.upper - 1] for run in runs or ()], count, digest


def as_multirange(runs: list[list[int]]) -> Multirange[int]:
    """Runs of ids, in any order, as PostgreSQL compares them."""
    return Multirange(Range(first, last + 1) for first, last in runs)
