"""What planning costs besides writing its rows: the years of many labs, against a bulk insert.

    .venv/bin/python -m bench.cadence [LABS]

Prints the median of five pairs, in turns. A private PostgreSQL of its own, emptied before.
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from collections.abc import Callable
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from schuldenlab import postgres

AT = datetime(2026, 6, 15, 12, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))
SERIES = (("inspiration", 1), ("network", 2), ("leaders", 4))
PAIRS = 5
GOAL = 3.0
ONE_YEAR = 50  # milliseconds


def main(labs: int) -> int:
    """Measure, print one table, and say whether the goal is reached."""
    from events.actions import plan_cadence
    from events.models import Meeting

    _empty()
    _settle(1)
    year = 1000 * min(_timed(lambda: plan_cadence(at=AT)) for _run in range(PAIRS))
    print(f"one lab      fastest {year:7.1f} ms     goal at most {ONE_YEAR} ms")
    _settle(labs - 1)
    rows: list[Meeting] = []

    def plan_and_look() -> None:
        plan_cadence(at=AT)
        rows.extend(Meeting.objects.all())

    _timed(plan_and_look)
    pairs = []
    for _pair in range(PAIRS):
        planned = _timed(lambda: plan_cadence(at=AT))
        inserted = _timed(lambda: Meeting.objects.bulk_create(rows, batch_size=5_000))
        pairs.append((planned, inserted))
    ratio = statistics.median(planned / inserted for planned, inserted in pairs)
    plan_cadence(at=AT)
    again = time.perf_counter()
    result = plan_cadence(at=AT)
    print(f"labs {labs}   rows {len(rows)}   planning again: {result}")
    print(f"planning     median {statistics.median(p for p, _ in pairs):8.3f} s")
    print(f"bulk insert  median {statistics.median(i for _, i in pairs):8.3f} s")
    print(f"ratio        median {ratio:8.2f}     goal at most {GOAL}")
    print(f"second run   {time.perf_counter() - again:15.3f} s")
    return int(ratio > GOAL or year > ONE_YEAR)


def _timed(act: Callable[[], Any]) -> float:
    """Seconds; what was written is taken back, for deleting many rows takes longer than that."""
    from django.db import transaction

    with transaction.atomic():
        begin = time.perf_counter()
        act()
        took = time.perf_counter() - begin
        transaction.set_rollback(True)
    return took


def _settle(labs: int) -> None:
    """So many labs, each with a host, a framework in force and its three series."""
    from events.models import MeetingSeries
    from partners.models import Framework, Organisation

    hosts = Organisation.objects.bulk_create(
        Organisation(name=f"Gemeente {labs} {number}", sector="gemeente") for number in range(labs)
    )
    frameworks = Framework.objects.bulk_create(
        Framework(
            title=f"Kader {host.pk}",
            starts_on=date(2025, 1, 1),
            ends_on=date(2028, 12, 31),
            host=host,
            status="in_force",
            in_force_at=AT.replace(year=2025),
        )
        for host in hosts
    )
    MeetingSeries.objects.bulk_create(
        MeetingSeries(
            framework=framework, duty=duty, title=duty, audience="network", per_year=number
        )
        for framework in frameworks
        for duty, number in SERIES
    )


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
