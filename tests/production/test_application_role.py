"""The application logs in under a role that cannot touch what must stay."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import psycopg
import pytest
from psycopg import errors

from tests.production.conftest import APPLICATION, PASSWORD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.production.conftest import Installation

pytestmark = pytest.mark.xdist_group("production")
TABLES = ["audit_entry", "programme_vote"]
SIGNED = ["partners_signature", "partners_signaturewithdrawal", "documents_document"]
SEALS = ["audit_seal"]
GRANT = ["python", "manage.py", "grant_application_role"]


@pytest.fixture
def connection(installation: Installation) -> Iterator[psycopg.Connection[Any]]:
    with installation.connect() as connection:
        yield connection
        connection.rollback()


def ask(connection: psycopg.Connection[Any], question: str, *values: Any) -> Any:
    row = connection.execute(question, values).fetchone()
    return row and row[0]


def manage(installation: Installation, *command: str, **environment: str) -> str:
    variables = installation.environment("migrate") | environment
    return installation.crew.run("manage", [*GRANT, *command], **variables)


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize(
    "attack",
    [
        "UPDATE {} SET at = at",
        "DELETE FROM {}",
        "TRUNCATE {}",
        "TRUNCATE {} CASCADE",
        "INSERT INTO {0} SELECT * FROM {0} ON CONFLICT (id) DO UPDATE SET at = excluded.at",
        "SELECT FROM {} FOR UPDATE",
        "CREATE TRIGGER mine BEFORE INSERT ON {} FOR EACH ROW EXECUTE FUNCTION refuse_change()",
    ],
)
def test_what_stays_is_out_of_reach(
    connection: psycopg.Connection[Any], table: str, attack: str
) -> None:
    with pytest.raises(errors.InsufficientPrivilege, match="permission denied"):
        connection.execute(attack.format(table))


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize(
    "attack",
    [
        "ALTER TABLE {0} DISABLE TRIGGER {0}_rows_stay",
        "ALTER TABLE {0} DISABLE TRIGGER ALL",
        "DROP TRIGGER {0}_rows_stay ON {0}",
        "DROP TABLE {} CASCADE",
        "ALTER TABLE {} OWNER TO schuldenlab_app",
        "CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE sql AS 'SELECT 1'",
        "SET session_replication_role = replica",
        "SET ROLE schuldenlab",
        "CREATE TABLE of_mine (id int)",
        "INSERT INTO django_migrations (app, name, applied) VALUES ('a', 'b', now())",
    ],
)
def test_guards_and_tables_are_not_its_own(
    connection: psycopg.Connection[Any], table: str, attack: str
) -> None:
    with pytest.raises(errors.InsufficientPrivilege):
        connection.execute(attack.format(table))


@pytest.mark.parametrize(
    "attack",
    [
        "TRUNCATE partners_framework CASCADE",
        "TRUNCATE partners_clause CASCADE",
        "ALTER TABLE partners_framework DISABLE TRIGGER framework_text_stays",
        "ALTER TABLE partners_clause DISABLE TRIGGER clause_of_draft",
        "DROP TRIGGER signature_of_open_framework ON partners_signature",
        "DROP TRIGGER struck_mandate_stays ON partners_mandate",
        "CREATE OR REPLACE FUNCTION clause_of_draft() RETURNS trigger LANGUAGE sql AS 'SELECT 1'",
        "UPDATE partners_signature SET signatory = 'Een Ander'",
        "DELETE FROM partners_signaturewithdrawal",
        "UPDATE documents_document SET sha256 = sha256",
    ],
)
def test_what_was_signed_is_out_of_reach(connection: psycopg.Connection[Any], attack: str) -> None:
    with pytest.raises(errors.InsufficientPrivilege):
        connection.execute(attack)


def test_it_is_an_ordinary_role(connection: psycopg.Connection[Any]) -> None:
    row = connection.execute(
        "SELECT rolsuper, rolcreaterole, rolcreatedb, rolbypassrls, rolreplication "
        "FROM pg_roles WHERE rolname = current_user"
    ).fetchone()
    assert row == (False,) * 5
    owned = "SELECT count(*) FROM pg_class WHERE relowner = current_user::regrole"
    assert ask(connection, owned) == 0
    assert ask(connection, "SELECT current_user") == APPLICATION


def test_every_append_only_table_is_covered(connection: psycopg.Connection[Any]) -> None:
    """The list comes from the triggers, so a table that becomes append-only joins by itself."""
    found = [
        table
        for (table,) in connection.execute(
            "SELECT tgrelid::regclass::text FROM pg_trigger WHERE right(tgname, 10) = '_rows_stay'"
        )
    ]
    assert set(found) >= {*TABLES, *SIGNED, *SEALS}
    for table in found:
        for right in ("SELECT", "INSERT"):
            assert ask(connection, "SELECT has_table_privilege(%s, %s)", table, right)
        for right in ("UPDATE", "DELETE", "TRUNCATE", "TRIGGER", "REFERENCES"):
            assert not ask(connection, "SELECT has_table_privilege(%s, %s)", table, right)
        assert not ask(connection, "SELECT has_any_column_privilege(%s, 'UPDATE')", table)


def test_it_reads_and_writes_everything_else(connection: psycopg.Connection[Any]) -> None:
    tables = connection.execute(
        "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"
    ).fetchall()
    ordinary = {name for (name,) in tables} - {"django_migrations", *TABLES}
    for table in ordinary:
        if ask(connection, "SELECT to_regclass(%s || '_rows_stay') IS NOT NULL", table):
            continue
        assert ask(connection, "SELECT has_table_privilege(%s, 'SELECT, INSERT')", table), table


def test_twice_is_once(installation: Installation) -> None:
    before = rights(installation)
    assert manage(installation, APPLICATION) == ""
    assert rights(installation) == before
    with installation.connect() as connection:
        assert ask(connection, "SELECT 1") == 1


def rights(installation: Installation) -> list[tuple[Any, ...]]:
    with psycopg.connect(installation.owner_url) as connection:
        return connection.execute(
            "SELECT relname, relacl::text FROM pg_class WHERE relacl IS NOT NULL ORDER BY 1"
        ).fetchall()


def test_printing_changes_nothing_and_tells_no_password(installation: Installation) -> None:
    said = manage(installation, "somebody_else", "--print", APPLICATION_PASSWORD=PASSWORD)
    assert said.splitlines()[0].startswith('CREATE ROLE "somebody_else" LOGIN NOSUPERUSER')
    assert 'ON "programme_vote" FROM "somebody_else"' in said
    assert PASSWORD not in said
    assert "SCRAM" not in said
    with psycopg.connect(installation.owner_url) as connection:
        assert not ask(connection, "SELECT 1 FROM pg_roles WHERE rolname = 'somebody_else'")


@pytest.mark.parametrize(
    ("role", "sentence"),
    [("schuldenlab", "has the rights of schuldenlab"), ("Robert'); --", "no name of a role")],
)
def test_a_role_that_could_undo_it_is_refused(
    installation: Installation, role: str, sentence: str
) -> None:
    crew = installation.crew
    crew.start("refused", [*GRANT, role], **installation.environment("migrate"))
    assert crew.members.pop("refused").wait() == 1
    assert sentence in crew.log("refused")
    assert "Traceback" not in crew.log("refused")
