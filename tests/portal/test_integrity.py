"""Break each thing that must be so, and see that it is found."""

from __future__ import annotations

import json
from datetime import timedelta
from io import StringIO
from typing import TYPE_CHECKING, Any

import pytest
from django.conf import settings as configured
from django.core.management import call_command
from django.db import connection, transaction
from django.utils import timezone

from programme.models import Vote
from schuldenlab.portal.integrity import check_all
from schuldenlab.portal.integrity.guards import function_faults, trigger_faults
from schuldenlab.portal.integrity.migrated import Guards, expected_guards
from schuldenlab.web.actions import note_tick
from schuldenlab.web.models import Tick
from tests.house.world import open_motion, vote

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytest_django.fixtures import Settings

    from tests.cast import Cast

pytestmark = pytest.mark.django_db
GUARDS = expected_guards()


def run(*statements: str) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def ask(question: str, values: list[Any]) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(question, values)
        return [row[0] for row in cursor.fetchall()]


def found(report: dict[str, Any]) -> set[tuple[str, str]]:
    return {(error["part"], error["where"]) for error in report["errors"]}


def broken(*statements: str) -> set[tuple[str, str]]:
    """What is found after this, which is then undone."""
    with transaction.atomic():
        run("SET CONSTRAINTS ALL IMMEDIATE", *statements)
        report = check_all(timezone.now())
        transaction.set_rollback(True)
    return found(report)


def test_a_fresh_database_is_whole() -> None:
    report = check_all(timezone.now())
    assert report["errors"] == []
    assert report["ok"] is True
    assert report["clock"] is None
    assert report["triggers"] >= 11
    assert report["functions"] >= 8
    assert report["constraints"] > 100


# -- guards --------------------------------------------------------------------------------------


def test_every_trigger_of_ours_is_expected() -> None:
    there = ask(
        "SELECT tgrelid::regclass || ' ' || tgname FROM pg_trigger WHERE NOT tgisinternal", []
    )
    assert sorted(" ".join(key) for key in GUARDS.triggers) == sorted(there)


@pytest.mark.parametrize(("table", "name"), sorted(GUARDS.triggers))
@pytest.mark.parametrize("attack", ["DISABLE TRIGGER", "ENABLE REPLICA TRIGGER", "DROP TRIGGER"])
def test_a_trigger_that_sleeps_or_is_gone(table: str, name: str, attack: str) -> None:
    statement = f"ALTER TABLE {table} {attack} {name}"
    if attack == "DROP TRIGGER":
        statement = f"DROP TRIGGER {name} ON {table}"
    with transaction.atomic():
        run(statement)
        faults = [fault.where for fault in trigger_faults(GUARDS.triggers)]
        transaction.set_rollback(True)
    assert faults == [f"{table} {name}"]


@pytest.mark.parametrize("table", ["audit_entry", "programme_vote"])
def test_a_trigger_that_no_longer_holds_for_replicas(table: str) -> None:
    statement = f"ALTER TABLE {table} ENABLE TRIGGER {table}_rows_stay"
    assert broken(statement) == {("trigger", f"{table} {table}_rows_stay")}


@pytest.mark.parametrize(
    "instead",
    [
        "BEFORE UPDATE ON {0} FOR EACH ROW EXECUTE FUNCTION refuse_change()",
        "AFTER UPDATE OR DELETE ON {0} FOR EACH ROW EXECUTE FUNCTION refuse_change()",
        "BEFORE UPDATE OR DELETE ON {0} FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()",
        "BEFORE UPDATE OR DELETE ON {0} FOR EACH ROW WHEN (false) EXECUTE FUNCTION refuse_change()",
        "BEFORE UPDATE OF id OR DELETE ON {0} FOR EACH ROW EXECUTE FUNCTION refuse_change()",
        "BEFORE UPDATE OR DELETE ON {0} FOR EACH ROW EXECUTE FUNCTION guard_vote()",
    ],
)
def test_a_trigger_of_the_same_name_that_does_less(instead: str) -> None:
    table, name = "programme_vote", "programme_vote_rows_stay"
    assert broken(
        f"DROP TRIGGER {name} ON {table}",
        f"CREATE TRIGGER {name} {instead.format(table)}",
        f"ALTER TABLE {table} ENABLE ALWAYS TRIGGER {name}",
    ) == {("trigger", f"{table} {name}")}


def test_a_function_that_lets_everything_through() -> None:
    body = "AS $$ BEGIN RETURN NEW; END $$"
    statement = (
        f"CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql {body}"
    )
    assert broken(statement) == {("function", "refuse_change")}


@pytest.mark.parametrize("name", sorted(GUARDS.functions))
def test_a_function_that_is_gone(name: str) -> None:
    (signature,) = ask("SELECT oid::regprocedure::text FROM pg_proc WHERE proname = %s", [name])
    with transaction.atomic():
        run(f"DROP FUNCTION {signature} CASCADE")
        faults = [fault.where for fault in function_faults(GUARDS.functions)]
        transaction.set_rollback(True)
    assert faults == [name]


def test_what_a_later_migration_drops_is_not_expected() -> None:
    guards = Guards()
    guards.learn(
        "CREATE FUNCTION f() RETURNS trigger AS $$old$$; CREATE TRIGGER t BEFORE INSERT OR UPDATE "
        "ON x FOR EACH ROW EXECUTE FUNCTION f(); ALTER TABLE x ENABLE ALWAYS TRIGGER t;"
    )
    assert guards.triggers["x", "t"].kind == 1 + 2 + 4 + 16
    assert guards.triggers["x", "t"].is_always
    guards.learn("DROP TRIGGER t ON x; CREATE OR REPLACE FUNCTION f() RETURNS trigger AS $$new$$")
    assert (guards.triggers, guards.functions) == ({}, {"f": "new"})
    guards.learn("DROP FUNCTION f() CASCADE")
    assert guards.functions == {}


# -- ballots -------------------------------------------------------------------------------------


def test_a_vote_that_was_changed_behind_the_guards(cast: Cast) -> None:
    ballot = open_motion(cast, cast.at, closes_at=cast.at + timedelta(days=7))
    vote(cast, ballot, "BN", "for", cast.at + timedelta(hours=1))
    assert check_all(cast.at)["ok"]
    assert (check_all(cast.at)["ballots"], check_all(cast.at)["votes"]) == (1, 1)
    name = "programme_vote_rows_stay"
    assert broken(
        f"ALTER TABLE programme_vote DISABLE TRIGGER {name}",
        "UPDATE programme_vote SET choice = 'against'",
        f"ALTER TABLE programme_vote ENABLE ALWAYS TRIGGER {name}",
    ) == {("ballot", f"{ballot.pk} {ballot.title}")}
    assert Vote.objects.get().choice == "for"


# -- the clock -----------------------------------------------------------------------------------


@pytest.fixture
def _running(settings: Settings) -> Iterator[None]:
    """A clock is promised, and every task of it ran a moment ago."""
    settings.CLOCK_LATE_AFTER = 300
    for entry in configured.CELERY_BEAT_SCHEDULE.values():
        note_tick(entry["task"], at=timezone.now())
    return


@pytest.mark.usefixtures("_running")
def test_a_clock_that_runs() -> None:
    report = check_all(timezone.now())
    assert report["ok"]
    assert 0 <= report["clock"] < 30


@pytest.mark.usefixtures("_running")
def test_a_clock_that_stands_still() -> None:
    note_tick(configured.CLOCK, at=timezone.now() - timedelta(days=3))
    report = check_all(timezone.now())
    assert found(report) == {("clock", configured.CLOCK)}
    assert report["clock"] == 3 * 24 * 3600


@pytest.mark.usefixtures("_running")
def test_a_task_that_always_fails() -> None:
    task = "programme.tasks.remind_voters"
    note_tick(task, at=timezone.now() - timedelta(seconds=800))
    assert check_all(timezone.now())["ok"]  # its turn comes every ten minutes
    note_tick(task, at=timezone.now() - timedelta(seconds=1000))
    assert found(check_all(timezone.now())) == {("clock", task)}
    Tick.objects.filter(pk=task).delete()
    assert found(check_all(timezone.now())) == {("clock", task)}


# -- the command ---------------------------------------------------------------------------------


def command(*arguments: str) -> tuple[int, str]:
    out, code = StringIO(), 0
    try:
        call_command("check_integrity", *arguments, stdout=out)
    except SystemExit as stop:
        code = int(stop.code or 0)
    return code, out.getvalue()


def test_the_command_says_that_all_is_well() -> None:
    code, said = command("--json")
    assert (code, json.loads(said)["ok"], json.loads(said)["errors"]) == (0, True, [])
    assert command()[0] == 0


def test_the_command_names_what_is_wrong() -> None:
    run("DROP TRIGGER audit_entry_table_stays ON audit_entry")
    code, said = command("--json")
    report = json.loads(said)
    assert (code, report["ok"], len(report["errors"])) == (1, False, 1)
    assert report["errors"][0]["where"] == "audit_entry audit_entry_table_stays"
    code, said = command()
    assert code == 1
    assert "trigger audit_entry audit_entry_table_stays: " in said
