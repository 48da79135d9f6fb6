"""The database role of the application: it reads and writes, but not what must stay as it is.

The owner of the tables migrates. Web, worker and beat log in under this role, which owns nothing:
it cannot change or empty an append-only table, and cannot take a trigger away.
"""

import re
from collections.abc import Iterator

from django.db import connection, transaction
from psycopg import sql

ROLE_NAME = re.compile(r"[a-z_][a-z0-9_]{0,62}")
APPEND_ONLY = """
    SELECT c.relname, pg_get_userbyid(c.relowner) FROM pg_trigger t
      JOIN pg_class c ON c.oid = t.tgrelid
     WHERE right(t.tgname, 10) = '_rows_stay' AND c.relnamespace = current_schema()::regnamespace
     ORDER BY 1
"""
MEMBER = "SELECT pg_has_role(rolname, %s, 'MEMBER') FROM pg_roles WHERE rolname = %s"
Statement = sql.SQL | sql.Composed


class RoleError(ValueError):
    """This role cannot be the application's; the message is one sentence for a person."""


def append_only_tables() -> dict[str, str]:
    """The tables whose rows stay, as their triggers say, with the owner of each."""
    with connection.cursor() as cursor:
        cursor.execute(APPEND_ONLY)
        return dict(cursor.fetchall())


def grant(role: str, password: str = "", *, only_print: bool = False) -> list[str]:
    """Make the role when it is missing and give it exactly its rights; returns the SQL.

    Twice is the same as once. The password, when there is one, is never part of what is returned.
    """
    tables = append_only_tables()
    is_new = _check(role, tables)
    statements = [*([_create(role)] if is_new else []), *_rights(role, list(tables))]
    with transaction.atomic(), connection.cursor() as cursor:
        if not only_print:
            for statement in statements:
                cursor.execute(statement)
            if password:
                cursor.execute(_password(role, password))
        return [statement.as_string(cursor.connection) for statement in statements]


def _check(role: str, tables: dict[str, str]) -> bool:
    """Whether the role has to be made. Raises `RoleError` when it could undo its own limits."""
    if not ROLE_NAME.fullmatch(role):
        raise RoleError(f"{role!r} is no name of a role: small letters, digits and _.")
    if not tables:
        raise RoleError("There is no append-only table here: run `migrate` first.")
    with connection.cursor() as cursor:
        for owner in set(tables.values()):
            cursor.execute(MEMBER, [owner, role])
            found = cursor.fetchone()
            if found == (True,):
                raise RoleError(f"{role} has the rights of {owner}, who owns the tables.")
    return found is None


def _create(role: str) -> Statement:
    return sql.SQL("CREATE ROLE {} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE").format(
        sql.Identifier(role)
    )


def _password(role: str, password: str) -> Statement:
    """Only the hash leaves this process, so the server's log never holds the password."""
    server = connection.connection.pgconn
    hashed = server.encrypt_password(password.encode(), role.encode(), b"scram-sha-256").decode()
    return sql.SQL("ALTER ROLE {} PASSWORD {}").format(sql.Identifier(role), sql.Literal(hashed))


def _rights(role: str, tables: list[str]) -> Iterator[Statement]:
    name = sql.Identifier(role)
    yield sql.SQL("REVOKE CREATE ON SCHEMA public FROM PUBLIC")
    yield sql.SQL("GRANT USAGE ON SCHEMA public TO {}").format(name)
    yield sql.SQL(
        "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {}"
    ).format(name)
    yield sql.SQL("GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {}").format(name)
    yield sql.SQL("REVOKE INSERT, UPDATE, DELETE ON django_migrations FROM {}").format(name)
    for table in tables:
        yield sql.SQL(
            "REVOKE UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER ON {} FROM {}, PUBLIC"
        ).format(sql.Identifier(table), name)
    yield from _rights_on_queue(name)


def _rights_on_queue(name: sql.Identifier) -> Iterator[Statement]:
    """Where the queue lives in PostgreSQL, the role makes and empties queues itself."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_regnamespace('pgmq') IS NOT NULL")
        if cursor.fetchone() != (True,):
            return
    yield sql.SQL("GRANT USAGE, CREATE ON SCHEMA pgmq TO {}").format(name)
    for kind in ("TABLES", "SEQUENCES", "FUNCTIONS"):
        yield sql.SQL(f"GRANT ALL ON ALL {kind} IN SCHEMA pgmq TO {{}}").format(name)
