"""What happens when it breaks: votes under fire, copies of a request, the clock under fire.

make chaos                                    all parts, in a few minutes
make chaos ARGS="votes --votes 10000"         one part, with a count of its own
"""

from __future__ import annotations

import argparse
import sys
from concurrent.futures import ProcessPoolExecutor
from importlib import import_module
from multiprocessing import get_context

from trials import stand
from trials.table import Table

# Each a module of this name with `run(place, table, asked)`; it needs Django, so it comes later.
PARTS = ("votes", "copies", "clock", "away", "faults", "login")
COLUMNS = ("what", "came of it", "goal")
DURABLE = {"clock"}  # where PostgreSQL itself is killed


def main(argv: list[str] | None = None) -> int:
    """Run the parts that are asked for, print one table, and say whether all was reached."""
    asked = _asked(argv)
    table = Table("Under fire", COLUMNS)
    for part in asked.parts or PARTS:
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as own:
            rows, short = own.submit(_part, part, asked).result()
        table.rows += rows
        table.short += short
    return table.show()


def _part(part: str, asked: argparse.Namespace) -> tuple[list[tuple[str, ...]], int]:
    """One part in a process of its own, because Django knows one database for all its life."""
    table = Table(part, COLUMNS)
    with stand.built(f"chaos-{part}", durable=part in DURABLE) as place:
        import_module(f"trials.{part}").run(place, table, asked)
    return table.rows, table.short


def _asked(argv: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make chaos", description=__doc__)
    parser.add_argument("parts", nargs="*", choices=[[], *PARTS], help="default: all of them")
    count = parser.add_argument
    count("--votes", type=int, default=1_000, help="identical votes")
    count("--sockets", type=int, default=400, help="that send them")
    count("--rounds", type=int, default=20, help="of votes against a closing")
    count("--race", type=int, default=200, help="votes in a round")
    count("--control", type=int, default=200, help="votes in a round of the control")
    count("--kills", type=int, default=20, help="processes killed at random")
    count("--away", type=float, default=20, help="seconds without Redis")
    count("--actions", type=int, default=50, help="votes in those seconds")
    count("--hands", type=int, default=8, help="copies of one request")
    count("--fillings", type=int, default=40, help="tries to fill in a form until it is taken")
    count("--only", default="", help="of the copies only acts with this in their name")
    count("--every", type=int, default=1, help="only every so many-th form")
    count("--tries", type=int, default=600, help="to log in")
    count("--seed", type=int, default=7, help="of what happens at random")
    return parser.parse_args(argv)


if __name__ == "__main__":
    sys.exit(main())
