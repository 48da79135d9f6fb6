"""Figures as rows of a table; a column of which this reader sees nothing is left out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext_lazy as _

Column = tuple[str, Any]  # the name of a figure, and the words above it
CASH: Column = ("cash", _("In cash"))
IN_KIND: Column = ("in_kind", _("In kind"))
AVAILABLE: Column = ("available", _("Certain"))
ARRIVED: Column = ("delivered", _("Of which arrived"))
CARRIED: Column = ("carried", _("Carried over"))
GAP: Column = ("gap", _("Missing"))
UNSURE: Column = ("unsure", _("Not certain"))


@dataclass(frozen=True)
class Row:
    """What a row is about, and its figures with their words; None when they are not shown."""

    about: Any
    cells: list[tuple[Any, Decimal]] | None


@dataclass(frozen=True)
class Figures:
    """The words above the columns, and the rows."""

    columns: list[Any]
    rows: list[Row]

    @property
    def width(self) -> int:
        """Over how many columns a word stands in place of figures."""
        return max(1, len(self.columns))


def figures_of(columns: Sequence[Column], rows: Iterable[tuple[Any, Any]]) -> Figures:
    """Each row is what it is about and what holds its figures, or None."""
    found = list(rows)
    held = [source for _about, source in found if source is not None]
    kept = [each for each in columns if any(getattr(source, each[0]) for source in held)]
    return Figures(
        [label for _name, label in kept],
        [
            Row(
                about,
                None
                if source is None
                else [(label, getattr(source, name)) for name, label in kept],
            )
            for about, source in found
        ],
    )
