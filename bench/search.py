"""What the search costs in a large network: many partners and five years of meetings and projects.

    .venv/bin/python -m bench.search [PARTNERS]

Prints the median and the slowest of some runs per question, for the kernteam, for the contact of a
partner and for the public; by stage. A private PostgreSQL of its own, emptied before.
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from typing import Any

from bench.network import AT, settle
from schuldenlab import postgres

RUNS = 7
GOAL = 1.0  # seconds, for the slowest median
QUESTIONS = (
    "bank",
    "huurschulden",
    "schulden jongeren",
    "energie huur samen",
    "zorgverzekraar",
    "noodbufer",
    "P2024-3",
    "xqzwvk",
)


def main(partners: int) -> int:
    """Measure, print one table, and say whether the goal is reached."""
    from django.contrib.auth.models import AnonymousUser

    from partners.models import Person

    _empty()
    settle(partners)
    readers: dict[str, Any] = {
        "kernteam": Person.objects.get(email="kernteam@people.example"),
        "contact": Person.objects.get(email="contact@people.example"),
        "public": AnonymousUser(),
    }
    slowest = 0.0
    print(f"{'who':10}{'what':22}{'median':>9}{'worst':>9}{'found':>8}")
    for who, person in readers.items():
        for typed in QUESTIONS:
            times, count = _times(typed, person)
            slowest = max(slowest, statistics.median(times))
            shown = f"{statistics.median(times):9.3f}{max(times):9.3f}{count:8}"
            print(f"{who:10}{typed:22}{shown}")
    print(f"slowest median {slowest:.3f} s     goal at most {GOAL}")
    return int(slowest > GOAL)


def _times(typed: str, person: Any) -> tuple[list[float], int]:
    from schuldenlab.portal.search import look

    person.moment = AT
    times = []
    for _run in range(RUNS):
        begin = time.perf_counter()
        answer = look(typed, person=person, at=AT)
        times.append(time.perf_counter() - begin)
    return times, answer.count if answer else 0


def _empty() -> None:
    """The folder of the benchmark stays between runs; its tables do not."""
    from django.core.management import call_command
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("DROP SCHEMA public CASCADE")
        cursor.execute("CREATE SCHEMA public")
    call_command("migrate", verbosity=0, interactive=False)


if __name__ == "__main__":
    with postgres.ensure(postgres.private_folder("bench"), durable=False) as url:
        os.environ["DATABASE_URL"] = url
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "schuldenlab.settings.development")
        import django

        django.setup()
        sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000))
