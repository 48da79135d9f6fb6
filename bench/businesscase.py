"""What counting a large business case costs, and what its spreadsheets cost.

    .venv/bin/python -m bench.businesscase [LINES [YEARS]]

Prints the time of one count, of everything that the page of a case shows about it, and of writing
and reading its sheets. No database. Exit 1 when one count takes more than 50 ms.
"""

from __future__ import annotations

import sys
import time
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from projects.businesscase import Case, Effect, Kind, Level, Line, Spread, evaluate_case
from projects.businesscase.sensitivity import sensitivity
from projects.businesscase.workbook import ENGLISH, as_ods, as_xlsx, book_of, read_workbook

if TYPE_CHECKING:
    from collections.abc import Callable

GOAL = 50.0  # milliseconds
PARTIES = 12
ROUNDS = 20


def large_case(lines: int, years: int) -> Case:
    """Lines with numbers of every length, of all kinds."""
    names = tuple(f"Partij {number}" for number in range(PARTIES))
    return Case(
        lines=tuple(_line(number, names, years) for number in range(lines)),
        parties=names,
        percent=Decimal("2.25"),
        base_year=2026,
        price_year=2026,
        horizon=years,
    )


def _line(number: int, names: tuple[str, ...], years: int) -> Line:
    kind = list(Kind)[number % 3]
    is_effect = kind == Kind.BENEFIT
    party, receiver = names[number % PARTIES], names[(number + 5) % PARTIES]
    quantities = tuple(Decimal(100 + number + t) + Decimal(t) / 8 for t in range(years))
    effect = Effect(
        quantities,
        Decimal(1) + Decimal(number) / 1000 if is_effect else Decimal(1),
        Decimal("1234.56") + number if is_effect else Decimal(1),
        Decimal("0.125") if is_effect else Decimal(0),
        Spread(Decimal("0.8"), Decimal("1.25")),
    )
    receiver = receiver if kind == Kind.TRANSFER else ""
    return Line(party, kind, effect, f"Regel {number}", receiver=receiver, is_effect=is_effect)


def best(count: Callable[[], Any], rounds: int = ROUNDS) -> float:
    """The fastest of some rounds, in milliseconds."""
    times = []
    for _ in range(rounds):
        begin = time.perf_counter()
        count()
        times.append(time.perf_counter() - begin)
    return min(times) * 1000


def main(lines: int, years: int) -> int:
    """Measure, print, and say whether the goal is reached."""
    case = large_case(lines, years)
    once = best(lambda: evaluate_case(case))
    print(f"{lines} lines, {years} years   goal for one count at most {GOAL:.0f} ms")
    print(f"{'one count':28}{once:9.1f} ms")
    thrice = best(lambda: [evaluate_case(case, level) for level in Level])
    print(f"{'low, middle and high':28}{thrice:9.1f} ms")
    print(f"{'sensitivity':28}{best(lambda: sensitivity(case), 5):9.1f} ms")
    for name, write in (("XLSX", as_xlsx), ("ODS", as_ods)):
        content = write(book_of(case, ENGLISH))
        print(f"{name + ' written':28}{best(lambda: write(book_of(case, ENGLISH)), 1):9.1f} ms")  # noqa: B023
        print(f"{name + ' read':28}{best(lambda: read_workbook(content), 1):9.1f} ms")  # noqa: B023
    return int(once > GOAL)


if __name__ == "__main__":
    sys.exit(main(*(int(each) for each in [*sys.argv[1:], "400", "5"][:2])))
