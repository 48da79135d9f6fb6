"""What the annual account of a large network costs on paper.

    .venv/bin/python -m bench.account [PAGES]

The account of the tests, with its rows repeated until the paper has so many pages.
"""

from __future__ import annotations

import io
import sys
import time
from dataclasses import replace
from typing import TYPE_CHECKING

from .stand import emptied

if TYPE_CHECKING:
    from schuldenlab.portal.account.edition import Edition

GOAL = 3.0  # seconds
RUNS = 3


def main(argv: list[str]) -> int:
    """Measure, print, and say whether the goal is reached."""
    wanted = int(argv[0]) if argv else 60
    with emptied():
        from pypdf import PdfReader

        from programme.models import AnnualAccount
        from schuldenlab.portal.account.edition import edition_of
        from schuldenlab.portal.pdf.account import account_pdf

        account = AnnualAccount.objects.filter(published_at__isnull=False).latest("pk")
        edition, times, pages = edition_of(account, account.published_at), 1, 0
        while pages < wanted:
            times *= 2
            large = enlarged(edition, times)
            pages = len(PdfReader(io.BytesIO(account_pdf(large))).pages)
        seconds = []
        for _run in range(RUNS):
            begin, worked = time.perf_counter(), time.process_time()
            account_pdf(large)
            seconds.append((time.perf_counter() - begin, time.process_time() - worked))
    shortest, work = min(seconds)
    print(f"account of {pages} pages   {shortest:.2f} s, {work:.2f} s of it on a processor", end="")
    print(f"   goal for {wanted} pages less than {GOAL:.0f} s")
    return int(shortest * min(1.0, wanted / pages) >= GOAL)


def enlarged(edition: Edition, times: int) -> Edition:
    """The same with so many times its rows."""
    figures = {
        code: replace(each, rows=type(each.rows)([*each.rows] * times))
        for code, each in edition.figures.items()
    }
    return replace(edition, figures=figures)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
