"""Votes and audit rows stay as they were written: attacked by raw SQL as the table's owner."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from programme.models import Vote
from schuldenlab.audit.actions import record
from schuldenlab.audit.models import Entry
from tests.house.world import open_motion, vote

if TYPE_CHECKING:
    from tests.cast import Cast

TABLES = ["audit_entry", "programme_vote"]
CHANGES = {
    "audit_entry": "UPDATE audit_entry SET verb = 'nothing'",
    "programme_vote": "UPDATE programme_vote SET choice = 'against'",
}


def run(*statements: str) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def rows(table: str) -> list[tuple[object, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {table} ORDER BY id")
        return cursor.fetchall()


@pytest.fixture
def filled(cast: Cast) -> Cast:
    """One vote, and the audit rows that came with it."""
    at = cast.at
    ballot = open_motion(cast, at, closes_at=at + timedelta(days=7))
    vote(cast, ballot, "BN", "for", at + timedelta(hours=1))
    return cast


@pytest.mark.parametrize("table", TABLES)
def test_the_test_runs_as_the_owner_of_the_table(filled: Cast, table: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tableowner = current_user FROM pg_tables WHERE tablename = %s", [table]
        )
        assert cursor.fetchone() == (True,)


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("attack", ["update", "delete", "truncate", "upsert"])
def test_rows_stay(filled: Cast, table: str, attack: str) -> None:
    before = rows(table)
    statement = {
        "update": CHANGES[table],
        "delete": f"DELETE FROM {table}",
        "truncate": f"TRUNCATE {table} CASCADE",
        "upsert": f"INSERT INTO {table} SELECT * FROM {table} WHERE id > 0 "
        f"ON CONFLICT (id) DO UPDATE SET at = excluded.at",
    }[attack]
    with pytest.raises(DatabaseError, match="append-only"):
        run("SET CONSTRAINTS ALL IMMEDIATE", statement)
    assert before
    assert rows(table) == before


@pytest.mark.parametrize("table", TABLES)
def test_the_guards_hold_in_a_replica_session_as_well(db: None, table: str) -> None:
    """`SET session_replication_role = replica` switches off every trigger that is not ALWAYS."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tgname, tgenabled FROM pg_trigger WHERE tgrelid = %s::regclass "
            "AND NOT tgisinternal AND tgfoid = 'refuse_change'::regproc ORDER BY tgname",
            [table],
        )
        assert cursor.fetchall() == [(f"{table}_rows_stay", "A"), (f"{table}_table_stays", "A")]


@pytest.mark.parametrize(
    "attack",
    [
        lambda: Vote.objects.update(choice="against"),
        lambda: Vote.objects.all().delete(),
        lambda: Vote.objects.get().delete(),
        lambda: Vote.objects.get().save(),
        lambda: Entry.objects.update(result="refused"),
        lambda: Entry.objects.all().delete(),
        lambda: Entry.objects.bulk_update(
            [Entry(pk=entry.pk, verb="x") for entry in Entry.objects.all()], ["verb"]
        ),
    ],
)
def test_the_orm_is_refused_as_well(filled: Cast, attack: object) -> None:
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        attack()


def test_rows_go_when_nobody_is_refused(filled: Cast) -> None:
    """The tests above fail for the right reason: without the triggers the same SQL works."""
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("ALTER TABLE audit_entry DISABLE TRIGGER audit_entry_rows_stay")
            cursor.execute("DELETE FROM audit_entry")
        assert not Entry.objects.exists()
        transaction.set_rollback(True)
    assert Entry.objects.exists()


def test_a_row_says_who_what_when_and_from_where(cast: Cast) -> None:
    entry = record("look", cast.raad, actor=cast.staff, at=cast.at, facts={"seats": 6})
    entry.refresh_from_db()
    assert (entry.verb, entry.subject_type, entry.subject_id) == (
        "look",
        "programme.programmaraad",
        str(cast.raad.pk),
    )
    assert (entry.actor_id, entry.at, entry.origin) == (cast.staff.pk, cast.at, "command")
    assert (entry.result, entry.facts) == ("done", {"seats": 6})
    assert entry.recorded_at is not None


def test_the_clock_is_nobody(cast: Cast) -> None:
    assert record("look", cast.raad, actor=None, at=cast.at).actor_id is None


def test_an_audited_person_cannot_be_deleted(cast: Cast) -> None:
    record("look", cast.raad, actor=cast.outsider, at=cast.at)
    with pytest.raises(IntegrityError):
        run(
            "SET CONSTRAINTS ALL IMMEDIATE",
            f"DELETE FROM partners_person WHERE id = {cast.outsider.pk}",
        )
