"""Checking the seals again: the chain, the rows below it, and the heads that somebody kept."""

import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from django.db import connection
from django.utils.translation import gettext as _
from psycopg import sql

from .models import Seal
from .sealing import LATE, as_multirange, hash_of, rows_of

COLUMNS = """
    SELECT c.relname::text, array_agg(a.attname::text)
      FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0
     WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace
     GROUP BY 1
"""
LATECOMERS = """
    SELECT id FROM {table} WHERE id <= {reached} AND NOT id <@ {held}::int8multirange
     ORDER BY id LIMIT 10
"""
HEAD = re.compile(r"(\d{1,18}):([0-9a-f]{64})")
Fault = tuple[str, str]  # where, and what is wrong in one sentence


def mailed_seal(text: str) -> tuple[int, str]:
    """`NUMBER:HASH` as a letter has it; raises `ValueError` when it is something else."""
    found = HEAD.fullmatch(text.strip())
    if found is None:
        raise ValueError(text)
    return int(found[1]), found[2]


def verify_seals(at: datetime, heads: Mapping[int, str] | None = None) -> dict[str, Any]:
    """What was looked at, and what is wrong.

    `heads` are hashes of seals by their number, from mails that went out before: without one, who
    cuts off the end or writes the whole chain anew is not found.
    """
    seals = list(Seal.objects.order_by("number"))
    faults = [
        *_faults_of_chain(seals),
        *_faults_of_heads({seal.number: seal.hash for seal in seals}, heads or {}),
        *_faults_of_rows(seals),
        *_latecomers(seals, at),
    ]
    rows = sum(part["count"] for seal in seals for part in seal.parts.values())
    return {"seals": len(seals), "rows": rows, "errors": faults}


def _faults_of_chain(seals: list[Seal]) -> Iterator[Fault]:
    number, previous = 0, ""
    for seal in seals:
        for missing in range(number + 1, seal.number):
            yield str(missing), _("This seal is missing.")
        if hash_of(seal) != seal.hash:
            yield str(seal.number), _("This seal does not say any more what its hash is of.")
        elif seal.previous != previous:
            yield str(seal.number), _("This seal does not follow the one before it.")
        number, previous = seal.number, seal.hash


def _faults_of_heads(hashes: Mapping[int, str], heads: Mapping[int, str]) -> Iterator[Fault]:
    for number, told in sorted(heads.items()):
        if number not in hashes:
            yield str(number), _("This seal was mailed, and is not there any more.")
        elif hashes[number] != told:
            yield str(number), _("This is not the seal that was mailed.")


def _faults_of_rows(seals: list[Seal]) -> Iterator[Fault]:
    columns = _columns()
    for seal in seals:
        for table, part in sorted(seal.parts.items()):
            first, last = part["runs"][0][0], part["runs"][-1][1]
            where = f"{seal.number} {table} {first}-{last}"
            if not set(part["columns"]) <= columns.get(table, set()):
                yield where, _("This table is not the one that was sealed.")
                continue
            count, digest = rows_of(table, part)
            if count != part["count"]:
                message = _("%(count)s rows of this seal are gone.")
                yield where, message % {"count": part["count"] - count}
            elif digest != part["hash"]:
                yield where, _("Rows of this seal do not say any more what was sealed.")


def _latecomers(seals: list[Seal], at: datetime) -> Iterator[Fault]:
    """Rows that no seal holds though later ones are sealed, longer ago than any act takes."""
    old = [seal for seal in seals if seal.at < at - LATE]
    held: dict[str, list[list[int]]] = {}
    for seal in seals:
        for table, part in seal.parts.items():
            held.setdefault(table, []).extend(part["runs"])
    columns = _columns()
    for table, reached in sorted(old[-1].reached.items()) if old else ():
        if "id" not in columns.get(table, set()):
            continue
        query = sql.SQL(LATECOMERS).format(
            table=sql.Identifier(table),
            reached=sql.Literal(reached),
            held=sql.Literal(as_multirange(held.get(table, []))),
        )
        with connection.cursor() as cursor:
            cursor.execute(query)
            for (row,) in cursor.fetchall():
                yield f"{table} {row}", _("This row was put in among rows that are sealed.")


def _columns() -> dict[str, set[str]]:
    with connection.cursor() as cursor:
        cursor.execute(COLUMNS)
        return {table: set(names) for table, names in cursor.fetchall()}
