"""What an import costs from the file to the register, and what it costs to write it out again.

    .venv/bin/python -m bench.imports [LINES]

Prints one table: reading, checking and saving a file of so many partners, each with a person, in
CSV, XLSX and ODS, the same file a second time, and the export. A private PostgreSQL of its own.
"""

from __future__ import annotations

import os
import sys
import time
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from schuldenlab import postgres

AT = datetime(2026, 6, 15, 12, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))
GOAL = 60.0  # seconds, from choosing the file to the end
COLUMNS = (
    *("organisatie", "sector", "website", "lid_sinds", "kvk"),
    *("contact_naam", "contact_email", "rol", "mag_tekenen"),
)


def main(lines: int) -> int:
    """Measure, print one table, and say whether the goal is reached."""
    from partners.resources.tables import KINDS, Table

    table = Table("Partners", COLUMNS, [line(number) for number in range(lines)])
    print(f"lines {lines}   goal for check and save together at most {GOAL:.0f} s")
    print(f"{'format':8}{'look':>9}{'check':>9}{'save':>9}{'again':>9}{'both':>9}")
    slowest = 0.0
    for kind, (write, _content_type) in KINDS.items():
        _empty()
        times = _through(write(table), kind)
        both = times["check"] + times["save"]
        slowest = max(slowest, both)
        print(f"{kind:8}" + "".join(f"{each:9.2f}" for each in (*times.values(), both)))
    for kind, seconds in _written_out().items():
        print(f"export {kind:5}{seconds:9.2f}")
    return int(slowest > GOAL)


def line(number: int) -> tuple[Any, ...]:
    """One partner with one person."""
    return (
        f"Organisatie {number}",
        "bank",
        f"https://www.organisatie{number}.example",
        AT.date().replace(year=2020),
        f"{10_000_000 + number}",
        f"Piet van den Berg {number}",
        f"piet{number}@organisatie{number}.example",
        "contact",
        "nee",
    )


def _through(content: bytes, kind: str) -> dict[str, float]:
    """The seconds of each step, as the door and the worker take them."""
    from partners import actions
    from partners.resources import look_into, read_partners

    known: dict[str, Any] = {"actor": None, "at": AT}
    times = {}
    begin = time.perf_counter()
    count = look_into(content)
    times["look"] = time.perf_counter() - begin
    for name in ("", "again"):
        run = actions.begin_import(content, file_name=f"p.{kind}", lines=count, **known)
        begin = time.perf_counter()
        actions.check_import(run, read=read_partners, **known)
        checked = time.perf_counter()
        actions.confirm_import(run, default_joined_on=None, skip_invalid=False, **known)
        actions.save_import(run, read=read_partners, **known)
        saved = time.perf_counter()
        times |= (
            {name: saved - begin} if name else {"check": checked - begin, "save": saved - checked}
        )
        assert run.status == "saved", run.error
    return times


def _written_out() -> dict[str, float]:
    from partners.models import Organisation
    from partners.resources.exports import partner_table
    from partners.resources.tables import KINDS

    times = {}
    for kind, (write, _content_type) in KINDS.items():
        begin = time.perf_counter()
        write(partner_table(Organisation.objects.all(), with_past=True, at=AT))
        times[kind] = time.perf_counter() - begin
    return times


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
