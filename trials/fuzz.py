"""Nonsense in every form, every address and the API: each case gets an answer, and soon.

    make fuzz                       # 20,000 cases
    make fuzz ARGS="2000 --seed 7"  # fewer, and others

Wrong is an answer in the five hundreds, one that takes more than two seconds (asked twice, because
a machine may be busy), a trace of what went wrong inside, a redirect to elsewhere, and a form that
is accepted without the token of this browser.
"""

from __future__ import annotations

import argparse
import logging
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from trials import stand
from trials.table import Table

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tests.house.world import World

CASES, SECONDS, MOST, ROUND = 20_000, 2.0, 30, 1_000
LEAKS = (b"Traceback", b"psycopg", b"DoesNotExist", b"IntegrityError", b"site-packages")
# Which part of the cases each source gets.
PARTS = {
    "forms": 0.5,
    "bodies that are no form": 0.14,
    "tokens of another browser": 0.06,
    "addresses": 0.1,
    "questions behind an address": 0.1,
    "API as described and otherwise": 0.06,
    "API with any words": 0.04,
}


@dataclass
class Tally:
    """What came back from one source."""

    cases: int = 0
    codes: Counter[int] = field(default_factory=Counter)
    slowest: float = 0.0
    faults: Counter[str] = field(default_factory=Counter)

    def ask(self, what: str, send: Callable[[], Any]) -> Any:
        """Send one case and judge its answer."""
        self.cases += 1
        begin = time.perf_counter()
        answer = send()
        took = time.perf_counter() - begin
        if took > SECONDS:  # the machine, or the case?
            begin = time.perf_counter()
            send()
            took = min(took, time.perf_counter() - begin)
        self.slowest = max(self.slowest, took)
        self.codes[answer.status_code // 100] += 1
        if fault := fault_of(answer, took):
            self.faults[f"{what}: {fault}"] += 1
        return answer


def fault_of(answer: Any, took: float) -> str:
    """What is wrong with an answer; empty when nothing is."""
    from urllib.parse import urlsplit

    if answer.status_code >= 500:
        return f"answer {answer.status_code}"
    if took > SECONDS:
        return f"took {took:.1f} s"
    said = b"".join(answer.streaming_content) if answer.streaming else answer.content
    shown = [leak.decode() for leak in LEAKS if leak in said]
    if shown:
        return f"tells {shown[0]}"
    there = urlsplit(answer.headers.get("Location", ""))
    return "" if (there.scheme, there.netloc) == ("", "") else f"leads to {there.netloc}"


def main(argv: Sequence[str]) -> int:
    """Throw it all, print one table, and say whether nothing broke."""
    asked = argparse.ArgumentParser(prog="fuzz", description=__doc__)
    asked.add_argument("cases", nargs="?", type=int, default=CASES)
    asked.add_argument("--seed", type=int, default=12)
    asked.add_argument("--minutes", type=float, default=600, help="stop after so long")
    given = asked.parse_args(argv)
    logging.disable(logging.CRITICAL)  # twenty thousand refusals are twenty thousand lines
    with stand.built("fuzz") as place:
        from django.test.utils import override_settings, setup_test_environment

        from tests.house.addresses import shelves

        setup_test_environment()
        with override_settings(API_LIMITS=dict.fromkeys(("token", "address"), 10**6)):
            return throw(shelves(place.settled()), given.cases, given.seed, given.minutes)


def throw(world: World, cases: int, seed: int, minutes: float) -> int:
    """Round by round every source gets its part, until there were enough or time is up."""
    from trials.throwing import SOURCES

    tallies, until = {name: Tally() for name in PARTS}, time.monotonic() + minutes * 60
    rounds = range(0, cases, ROUND)
    for number, begin in enumerate(rounds):
        for name, part in PARTS.items():
            asked = max(1, round(min(ROUND, cases - begin) * part))
            if time.monotonic() < until:
                SOURCES[name](world, tallies[name], asked, seed + 1_000 * number)
        done = sum(tally.cases for tally in tallies.values())
        print(f"{done:7,} cases", file=sys.stderr, flush=True)
    return _show(tallies, cases, seed)


def _show(tallies: dict[str, Tally], cases: int, seed: int) -> int:
    whole = Tally()
    for tally in tallies.values():
        whole.cases += tally.cases
        whole.codes += tally.codes
        whole.faults += tally.faults
        whole.slowest = max(whole.slowest, tally.slowest)
    shown = Table(f"Nonsense: {whole.cases:,} of {cases:,} cases, seed {seed}", COLUMNS)
    for name, tally in tallies.items():
        _add(shown, name, tally)
    _add(shown, "all together", whole, enough=whole.cases >= cases)
    for fault, times in whole.faults.most_common(MOST):
        print(f"{times:5} × {fault}", file=sys.stderr)
    return shown.show()


COLUMNS = ("source", "cases", "2xx", "3xx", "4xx", "5xx", "slowest, s", "faults")


def _add(shown: Table, name: str, tally: Tally, *, enough: bool = True) -> None:
    wrong = sum(tally.faults.values())
    codes = [tally.codes[hundred] for hundred in (2, 3, 4, 5)]
    shown.add(name, tally.cases, *codes, tally.slowest, wrong, reached=enough and not wrong)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
