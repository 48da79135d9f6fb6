"""The drill: a backup proves itself, and an upgrade disturbs nobody.

    .venv/bin/python -m trials.drill [--from REVISION] [--without-upgrade | --only-upgrade]

First a year with something of everything is backed up, restored into an empty server, compared
line by line, checked against the mailed seals, and somebody logs in on it and votes. Then the
revision before is set to work, and this one takes its place while people read and vote.
"""

from __future__ import annotations

import argparse
import sys

from trials import stand
from trials.table import Table


def main(argv: list[str]) -> int:
    """Go through both halves; print one table."""
    reader = argparse.ArgumentParser(prog="trials.drill", description=__doc__)
    reader.add_argument("--from", dest="revision", default="", help="the last tag when not said")
    reader.add_argument("--without-upgrade", action="store_true", help="only backup and restore")
    reader.add_argument("--only-upgrade", action="store_true", help="only the second half")
    asked = reader.parse_args(argv)
    table = Table("Drill: backup, restore, upgrade", ("step", "took", "what came of it"))
    from trials import restoring, upgrading

    if not asked.only_upgrade:
        with stand.built("drill") as place:
            restoring.fill(place)
            restoring.restored(place, table)
    if not asked.without_upgrade:
        upgrading.upgraded(table, asked.revision or upgrading.revision_before())
    return table.show()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
