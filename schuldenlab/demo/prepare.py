"""Bring the demo's database up to date and tell its story, in one process."""

import sys

import django
from django.core.management import call_command


def prepare(*, reset: bool) -> None:
    """Migrate, then tell the story, unless it has been told."""
    django.setup()
    call_command("migrate", interactive=False)
    call_command("seed_demo", *(["--reset"] if reset else []))


if __name__ == "__main__":
    prepare(reset="--reset" in sys.argv[1:])
