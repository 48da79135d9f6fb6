"""Which rows everybody may read by name. All others come together in one row, so it still adds up.

A partner, project, theme or decision is named when it stands on the public pages, a meeting when
its dates are public.
"""

from collections.abc import Iterable
from decimal import Decimal

from .figure import NOTHING, OTHERS, Row

Named = tuple[Row, bool]


def grouped(rows: Iterable[Named], *, note: bool = False) -> tuple[Row, ...]:
    """Rows that may be named in their order; the others as one, or as one for each `note`."""
    named: list[Row] = []
    rest: dict[str, tuple[int, Decimal]] = {}
    for row, may_be_named in rows:
        if may_be_named:
            named.append(row)
            continue
        of = row.note if note else ""
        count, amount = rest.get(of, (0, NOTHING))
        rest[of] = (count + row.count, amount + row.amount)
    groups = (
        Row(f"{OTHERS}:{of}" if of else OTHERS, "", amount, note=of, count=count)
        for of, (count, amount) in sorted(rest.items())
    )
    return (*named, *groups)
