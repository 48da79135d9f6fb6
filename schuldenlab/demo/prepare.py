"""Bring the demo's database up to date and tell its story, in one process.

With `--tell` only the story, because the tables were made a moment ago.
"""

import sys

import django
from django.core.management import call_command
from django.db.migrations.exceptions import InconsistentMigrationHistory

TOO_OLD = (
    "The data of this demo come from an older version. "
    "`make demo-reset` throws them away and begins again."
)


def prepare(*, migrate: bool = True) -> None:
    """Migrate, then tell the story, unless it has been told."""
    django.setup()
    if migrate:
        try:
            call_command("migrate", interactive=False)
        except InconsistentMigrationHistory:
            sys.exit(TOO_OLD)
    call_command("seed_demo")


if __name__ == "__main__":
    prepare(migrate="--tell" not in sys.argv[1:])
