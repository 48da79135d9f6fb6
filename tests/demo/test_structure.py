"""The file that stands in for the migrations holds what they make, to the byte."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

import psycopg
import pytest
from psycopg import sql

from schuldenlab.postgres import structure
from tests.plugins.template import address, truly_migrated_once

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

EMPTIED = f"emptied_{os.getpid()}"
STALE = "run `make structure`, and commit what it wrote"


@contextmanager
def database(name: str = EMPTIED) -> Iterator[str]:
    """The address of a database that holds nothing, with its owner, who is no superuser."""
    named = sql.Identifier(name)
    with psycopg.connect(address("postgres"), autocommit=True) as server:
        server.execute(sql.SQL("DROP DATABASE IF EXISTS {}").format(named))
        server.execute(sql.SQL("CREATE DATABASE {}").format(named))
        yield address(name)
        server.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(named))


@pytest.fixture
def empty_database() -> Iterator[str]:
    with database() as url:
        yield url


def made_and_written(text: str) -> str:
    """What this machine's `pg_dump` writes of a database that such a text made.

    PostgreSQL reads a condition in the words of Django and writes it in its own; from then on the
    words stay the same. So both sides are read and written once, whatever version is at work here.
    """
    with database() as url:
        with psycopg.connect(url) as connection:
            structure.fill(connection.execute, text)  # type: ignore[arg-type]
        return structure.written(url)


def test_it_was_made_from_these_migrations() -> None:
    assert structure.is_current(), STALE


def test_it_makes_what_the_migrations_make() -> None:
    migrated = structure.written(address(truly_migrated_once()))
    assert made_and_written(structure.FILE.read_text()) == made_and_written(migrated), STALE
    assert migrated.count("CREATE TABLE") > 100
    assert migrated.count("CREATE TRIGGER") > 50


def test_what_holds_something_is_left_alone(empty_database: str) -> None:
    with psycopg.connect(empty_database) as connection:
        connection.execute("CREATE TABLE kept (answer integer)")
    assert not structure.fill_when_empty(empty_database)
    with psycopg.connect(empty_database) as connection:
        tables = connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        assert tables.fetchall() == [("kept",)]


def test_what_was_thrown_away_can_be_made_again(empty_database: str) -> None:
    assert structure.fill_when_empty(empty_database)
    assert not structure.fits(empty_database)
    structure.empty(empty_database)
    assert structure.fill_when_empty(empty_database)


def test_a_file_of_before_is_not_used(
    empty_database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = tmp_path / "structure.sql"
    old.write_text(f"{structure.MADE_FROM}{'0' * 20}\n\nCREATE TABLE old (answer integer);\n")
    monkeypatch.setattr(structure, "FILE", old)
    assert not structure.is_current()
    assert not structure.fill_when_empty(empty_database)


def test_moments_are_those_of_the_filling(empty_database: str) -> None:
    structure.fill_when_empty(empty_database)
    with psycopg.connect(empty_database) as connection:
        young = "SELECT count(*), bool_and(now() - applied < '1 hour') FROM django_migrations"
        count, are_young = connection.execute(young).fetchone() or (0, False)
    assert count > 80
    assert are_young
