"""Whoever has the database itself: changes sealed rows with every trigger off, and covers it up.

Each attack is one change, made inside a transaction that the trial rolls back after looking.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from django.db import IntegrityError, connection, transaction
from psycopg import sql

if TYPE_CHECKING:
    from random import Random

    from programme.models import Ballot
    from schuldenlab.audit.models import Seal

TRAIL, VOTES, SEALS = "audit_entry", "programme_vote", "audit_seal"
OTHER_TEXT = (
    "overlay({0} || 'x' placing CASE left({0}, 1) WHEN 'x' THEN 'y' ELSE 'x' END from 1 for 1)"
)
# By type: an expression that always differs from what was there.
DIFFERENT = {
    "character varying": f"left({OTHER_TEXT}, greatest(length({{0}}), 1))",
    "text": OTHER_TEXT,
    "bigint": "coalesce({0}, 0) + 1",
    "integer": "coalesce({0}, 0) + 1",
    "smallint": "coalesce({0}, 0) + 1",
    "numeric": "coalesce({0}, 0) + 1",
    "boolean": "NOT coalesce({0}, false)",
    "date": "coalesce({0}, current_date) + 1",
    "timestamp with time zone": "coalesce({0}, now()) + interval '1 microsecond'",
    "jsonb": "jsonb_build_array({0})",
    "character varying[]": "array_append({0}, 'x')",
}
TYPES = """
    SELECT attname::text, format_type(atttypid, NULL) FROM pg_attribute
     WHERE attrelid = %s::regclass AND attnum > 0 AND NOT attisdropped AND attname <> 'id'
     ORDER BY attnum
"""


@contextmanager
def triggers_off(*tables: str, which: str = "ALL") -> Iterator[None]:
    """As a superuser does it: no guard, no key and no check of keys; they are awake again after.

    The tables' owner can only switch the guards off: `USER`.
    """
    names = sorted({*tables, SEALS, "programme_ballot"})
    run("SET CONSTRAINTS ALL IMMEDIATE")
    for name in names:
        run(f"ALTER TABLE {name} DISABLE TRIGGER {which}")
    yield
    for name in names:
        run(f"ALTER TABLE {name} ENABLE TRIGGER {which}")
        if name != "programme_ballot":
            run(f"ALTER TABLE {name} ENABLE ALWAYS TRIGGER {name}_rows_stay")
            run(f"ALTER TABLE {name} ENABLE ALWAYS TRIGGER {name}_table_stays")


def run(statement: str, *values: Any) -> list[tuple[Any, ...]]:
    """Run it past the product; returns the rows, if there are any."""
    with connection.cursor() as cursor:
        cursor.execute(sql.SQL(statement), list(values) or None)
        return cursor.fetchall() if cursor.description else []


class Intruder:
    """Makes one random change to what the seals up to a mailed one hold."""

    def __init__(self, chance: Random, head: int) -> None:
        from schuldenlab.audit.models import Seal

        self.chance = chance
        self.seals = list(Seal.objects.filter(number__lte=head).order_by("number"))
        self.rows: dict[str, list[int]] = {}
        for seal in self.seals:
            for table, part in seal.parts.items():
                ids = (each for first, last in part["runs"] for each in range(first, last + 1))
                self.rows.setdefault(table, []).extend(ids)
        self.columns = {table: run(TYPES, table) for table in self.rows}

    def attacks(self) -> dict[str, Callable[[str], None]]:
        """By name; each takes the table."""
        return {
            "edit": self.edit,
            "delete": self.delete,
            "swap": self.swap,
            "cut the tail": self.cut_the_tail,
            "re-chain": self.rechain,
        }

    # -- one row or two ---------------------------------------------------------------------------

    def edit(self, table: str) -> None:
        """One column of one row says something else."""
        self._edit(table, self.chance.choice(self.rows[table]))

    def _edit(self, table: str, row: int) -> None:
        while True:  # until it is a column whose constraints let the new value through
            column, kind = self.chance.choice(self.columns[table])
            value = DIFFERENT[kind].format(f'"{column}"')
            if (table, column) == (VOTES, "choice"):
                value = "CASE choice WHEN 'for' THEN 'against' ELSE 'for' END"
            different = f'UPDATE {table} SET "{column}" = {value} WHERE id = %s RETURNING '
            before = f'"{column}" IS DISTINCT FROM (SELECT "{column}" FROM {table} WHERE id = %s)'
            try:
                with transaction.atomic():
                    if run(different + before, row, row) == [(True,)]:
                        return
            except IntegrityError:
                continue

    def delete(self, table: str) -> None:
        """One row is gone."""
        run(f"DELETE FROM {table} WHERE id = %s", self.chance.choice(self.rows[table]))

    def swap(self, table: str) -> None:
        """Two rows take each other's place."""
        one, other = self.chance.sample(self.rows[table], 2)
        move = f"UPDATE {table} SET id = %s WHERE id = %s"
        for new, old in ((-1, one), (one, other), (other, -1)):
            run(move, new, old)

    # -- with a cover-up, after which the database by itself is right -----------------------------

    def cut_the_tail(self, table: str) -> None:
        """The last seals are gone with all rows that they hold, and the ballots agree."""
        with_it = [seal for seal in self.seals if table in seal.parts]
        first = self.chance.choice(with_it).number
        for seal in _newest_first(first):
            for each, part in seal.parts.items():
                for low, high in part["runs"]:
                    run(f"DELETE FROM {each} WHERE id BETWEEN %s AND %s", low, high)
        run(f"DELETE FROM {SEALS} WHERE number >= %s", first)
        _settle_ballots()

    def rechain(self, table: str) -> None:
        """A row is edited, its ballot and all seals from there on are computed again."""
        row = self.chance.choice(self.rows[table])
        self._edit_quietly(table, row)
        _settle_ballots()
        _reseal()

    def _edit_quietly(self, table: str, row: int) -> None:
        """Of a vote only what a voter says: the rest would break the ballot by itself."""
        if table == VOTES:
            run("UPDATE programme_vote SET reason = reason || 'x' WHERE id = %s", row)
        else:
            self._edit(table, row)

    def tables(self) -> list[str]:
        """Tables with at least two sealed rows."""
        return sorted(table for table, rows in self.rows.items() if len(rows) > 1)


def _newest_first(number: int) -> list[Seal]:
    from schuldenlab.audit.models import Seal

    return list(Seal.objects.filter(number__gte=number).order_by("-number"))


def _settle_ballots() -> None:
    """Every vote sealed again on the one before it, every result counted again."""
    from programme.models import Ballot

    for ballot in Ballot.objects.exclude(status="draft"):
        _settle(ballot)


def _settle(ballot: Ballot) -> None:
    from programme import chain
    from programme.models import Ballot, Vote
    from programme.verification import count_of

    head = ballot.seal
    for vote in ballot.votes.order_by("sequence"):
        new = chain.next_hash(head, vote.link())
        if new != vote.hash:
            Vote.objects.filter(pk=vote.pk).update(hash=new)
        head = new
    if ballot.status == Ballot.Status.CLOSED:
        counts = count_of(ballot)
        facts = {"chain_head": head, "counts": counts, "outcome": counts["outcome"]}
        Ballot.objects.filter(pk=ballot.pk).update(**facts)


def _reseal() -> None:
    """The whole chain over the rows as they are now, each seal with the rows that it had."""
    from schuldenlab.audit.models import Seal
    from schuldenlab.audit.sealing import hash_of, rows_of

    previous = ""
    for seal in Seal.objects.order_by("number"):
        for table, part in seal.parts.items():
            part["count"], part["hash"] = rows_of(table, part)
        seal.previous = previous
        new = hash_of(seal)
        if new != seal.hash:
            facts = {"parts": seal.parts, "previous": previous, "hash": new}
            Seal.objects.filter(pk=seal.pk).update(**facts)
        previous = new
