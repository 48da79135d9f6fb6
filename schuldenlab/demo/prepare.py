"""Bring the demo's database up to date and tell its story, in one process."""

import sys

import django
from django.core.management import call_command
from django.db.migrations.exceptions import InconsistentMigrationHistory

TOO_OLD = (
    "The data of this demo come from an older version. "
    "`make demo-reset` throws them away and begins again."
)


def prepare(*, reset: bool) -> None:
    """Migrate, then tell the story, unless it has been told; a reset begins with nothing at all."""
    django.setup()
    if reset:
        call_command("seed_demo", "--reset")
        return
    try:
        call_command("migrate", interactive=False)
    except InconsistentMigrationHistory:
        sys.exit(TOO_OLD)
    call_command("seed_demo")


if __name__ == "__main__":
    prepare(reset="--reset" in sys.argv[1:])
