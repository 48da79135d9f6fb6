"""What a page of the product costs, beside the smallest Django project on the same machine.

    .venv/bin/python -m bench.pages [PARTNERS...] [--requests N] [--pairs N] [--only PATTERN]

A ratio of 1.0 is as cheap as the smallest project; 0.5 costs twice as much. `anew` is a page for
which something was written since it was last asked; `again` is one for which nothing was.
"""

from __future__ import annotations

import argparse
import re
import statistics
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .meter import Ask, cost
from .pageset import cases
from .stand import stand

if TYPE_CHECKING:
    from .pageset import Case
    from .stand import Stand

SIZES = (100, 1_000, 10_000)
MOST_GROWTH = 1.2


@dataclass
class Measured:
    """Milliseconds of the product and of the smallest project, and what the one is of the other."""

    product: float
    limit: float
    ratio: float


def measured(here: Stand, case: Case, requests: int, pairs: int) -> Measured:
    """The median of some pairs, in turns; first both are asked a few times without counting."""
    ours, theirs = case.product, case.limit
    for _each in range(3):
        here.product.send(ours)
        here.limit.send(theirs)
    found = []
    for _pair in range(pairs):
        limit = cost(here.limit, here.database, [theirs] * requests)
        if case.anew:
            product = statistics.mean(_anew(here, ours) for _each in range(max(2, requests // 4)))
        else:
            product = cost(here.product, here.database, [ours] * requests)
        found.append((product, limit))
    ratio = statistics.median(limit / product for product, limit in found)
    product, limit = (statistics.median(each) for each in zip(*found, strict=True))
    return Measured(product, limit, ratio)


def _anew(here: Stand, ask: Ask) -> float:
    """One request right after something was written, by somebody else."""
    here.write()
    return cost(here.product, here.database, [ask])


def main(argv: list[str]) -> int:
    """Measure, print one table, and say whether all goals are reached."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("partners", nargs="*", type=int, default=SIZES)
    parser.add_argument("--requests", type=int, default=40)
    parser.add_argument("--pairs", type=int, default=5)
    parser.add_argument("--only", default="")
    options = parser.parse_args(argv)
    first: dict[str, float] = {}  # the ratios with the fewest partners
    short = []
    with stand() as here:
        columns = {"partners": 9, "ms": 9, "limit ms": 9, "ratio": 7, "goal": 6, "growth": 8}
        titles = "".join(f"{name:>{width}}" for name, width in columns.items())
        print(f"{'page':34}{titles}")
        for partners in options.partners:
            here.grow(partners)
            for case in cases(here, is_last=partners == options.partners[-1]):
                if not re.search(options.only, case.name):
                    continue
                row = measured(here, case, options.requests, options.pairs)
                growth = first.setdefault(case.name, row.ratio) / row.ratio
                fails = row.ratio < case.goal or growth > MOST_GROWTH
                short += [case.name] if fails else []
                print(
                    f"{case.name:34}{partners:9}{row.product:9.2f}{row.limit:9.2f}{row.ratio:7.2f}"
                    f"{case.goal or '':>6}{growth:8.2f}{'  short' if fails else ''}",
                    flush=True,
                )
    return int(bool(short))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
