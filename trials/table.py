"""The one table that a trial prints, and whether all that was asked was reached.

It is Markdown that also reads well in a terminal, so that what a long run printed can stand in
`docs/trials/` as it is.
"""

from __future__ import annotations

import os
import platform
from dataclasses import dataclass, field
from datetime import UTC, datetime

SHORT = "FELL SHORT"


@dataclass
class Table:
    """Rows of cells below a title; a row knows whether its goal was reached."""

    title: str
    columns: tuple[str, ...]
    rows: list[tuple[str, ...]] = field(default_factory=list)
    short: int = 0

    def add(self, *cells: object, reached: bool = True) -> None:
        """Add a row; the last column says whether its goal was reached."""
        self.rows.append((*map(_text, cells), "yes" if reached else SHORT))
        self.short += not reached

    def lines(self) -> list[str]:
        """The table as Markdown, its columns under each other; figures stand to the right."""
        table = [(*self.columns, "reached"), *self.rows]
        widths = [max(map(len, column)) for column in zip(*table, strict=True)]
        right = [
            bool(self.rows) and all(row[place][:1].isdigit() for row in self.rows)
            for place in range(len(widths))
        ]
        rule = [
            f"{'-' * (width - 1)}{':' if to_right else '-'}"
            for width, to_right in zip(widths, right, strict=True)
        ]
        return [
            f"| {' | '.join(_put(*each) for each in zip(cells, widths, right, strict=True))} |"
            for cells in (table[0], tuple(rule), *table[1:])
        ]

    def show(self) -> int:
        """Print it; returns the exit code: 0 when every goal was reached, else 1."""
        print(f"{self.title}\n\n" + "\n".join(self.lines()))
        print(f"\n{len(self.rows) - self.short} of {len(self.rows)} reached. {where()}", flush=True)
        return int(self.short > 0 or not self.rows)


def _text(cell: object) -> str:
    """A whole number with commas, another figure with three digits, a text on one line."""
    if isinstance(cell, int) and not isinstance(cell, bool):
        return f"{cell:,}"
    text = f"{cell:.3g}" if isinstance(cell, float) else " ".join(str(cell).split())
    return text.replace("|", "\\|")


def _put(cell: str, width: int, to_right: bool) -> str:
    return cell.rjust(width) if to_right else cell.ljust(width)


def where() -> str:
    """The moment and the machine of a run, for whoever compares it with another."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    moment = datetime.now(UTC).strftime("%d %B %Y, %H.%M UTC").lstrip("0")
    return f"{moment}; {os.cpu_count()} cores, {memory:.0f} GB, Python {platform.python_version()}."
