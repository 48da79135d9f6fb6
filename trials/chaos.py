"""What happens when it breaks: votes under fire, copies of a request, the clock under fire.

make chaos                                    all parts, in a few minutes
make chaos ARGS="votes --votes 10000"         one part, with a count of its own
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable

from trials import clock, stand, votes
from trials.table import Table

Part = Callable[[stand.Stand, Table, argparse.Namespace], None]
PARTS: dict[str, Part] = {"votes": votes.run, "clock": clock.run}


def main(argv: list[str] | None = None) -> int:
    """Run the parts that are asked for, print one table, and say whether all was reached."""
    asked = _asked(argv)
    table = Table("Under fire", ("what", "came of it", "goal"))
    for part in asked.parts or PARTS:
        with stand.built(f"chaos-{part}", durable=part == "clock") as place:
            PARTS[part](place, table, asked)
    return table.show()


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
    count("--seed", type=int, default=7, help="of what happens at random")
    return parser.parse_args(argv)


if __name__ == "__main__":
    sys.exit(main())
