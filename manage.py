#!/usr/bin/env python
"""Django's commands, on the demo's settings and database unless the environment says otherwise."""

from __future__ import annotations

import os
import sys

from django.core.management import execute_from_command_line

WITHOUT_DATABASE = {
    "help",
    "version",
    "makemessages",
    "compilemessages",
    "collectstatic",
    "count_ballot",
}
WANTS_IT_EMPTY = {"restore"}
ASKING_FOR_HELP = {"-h", "--help", "--version"}


def needs_database(arguments: list[str]) -> bool:
    """Say whether the command would miss a database; an unknown one gets it."""
    if not arguments or ASKING_FOR_HELP & set(arguments):
        return False
    return arguments[0] not in WITHOUT_DATABASE


def main() -> None:
    """Run one command; when the demo does not run, with a private PostgreSQL for the while."""
    settings = os.environ.setdefault("DJANGO_SETTINGS_MODULE", "schuldenlab.settings.development")
    if settings == "schuldenlab.settings.development":
        os.environ.setdefault("SCHULDENLAB_DEMO", "1")
    if os.environ.get("DATABASE_URL") or settings == "schuldenlab.settings.production":
        execute_from_command_line(sys.argv)
    elif not needs_database(sys.argv[1:]):
        os.environ["DATABASE_URL"] = "postgres:///schuldenlab"
        execute_from_command_line(sys.argv)
    else:
        run_with_private_database()


def run_with_private_database() -> None:
    """Attach to the demo's database, or start it and stop it again."""
    from schuldenlab import postgres  # noqa: PLC0415 - not needed when there is a DATABASE_URL

    try:
        with postgres.ensure() as database_url:
            os.environ["DATABASE_URL"] = database_url
            if sys.argv[1] not in WANTS_IT_EMPTY:
                fill_when_empty(database_url)
            execute_from_command_line(sys.argv)
    except postgres.PostgresError as error:
        sys.exit(str(error))


def fill_when_empty(database_url: str) -> None:
    """Make the tables in a database that was made a moment ago, without a word."""
    import django  # noqa: PLC0415 - only here
    import psycopg  # noqa: PLC0415
    from django.core.management import call_command  # noqa: PLC0415

    with psycopg.connect(database_url) as connection:
        there = connection.execute("SELECT to_regclass('django_migrations') IS NOT NULL").fetchone()
    if there == (False,):
        django.setup()
        call_command("migrate", verbosity=0, interactive=False)


if __name__ == "__main__":
    main()
