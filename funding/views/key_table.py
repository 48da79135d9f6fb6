"""The keys side by side: what each partner would pay by each, and when it has that back."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django.utils.translation import gettext as _

from funding.models import StepInRound
from funding.proposing import Gains, Gap, keys_for, share_out, too_much
from funding.shares import Unshareable
from projects.views.case_figures import amount

Keys = StepInRound.Key
NOTHING = Decimal(0)
FEWEST_WISHES = 3  # with fewer, an equal share tells what was agreed with another


@dataclass(frozen=True)
class Column:
    """One key: its name, the sum of its shares, and what nobody pays. None when it cannot be.

    `to_share` is what all of them are to pay together.
    """

    key: str
    name: str
    shares: dict[int, Decimal] | None
    to_share: Decimal

    @property
    def shared(self) -> Decimal:
        """All shares together."""
        return sum((self.shares or {}).values(), NOTHING)

    @property
    def unshared(self) -> Decimal:
        """What nobody pays by this key."""
        return self.to_share - self.shared


def key_table(form: Any, gap: Gap, gains: Gains) -> dict[str, Any]:
    """Columns and rows for a page; with `problem` when what was agreed is too much."""
    wishes = form.wishes if form.is_bound else {}
    allowed = keys_for(form.partners, gains)
    problem, columns = "", []
    for key in _shown(with_free=bool(wishes)):
        shares = (
            share_out(gap.to_share, form.partners, gains, wishes, key) if key in allowed else None
        )
        if isinstance(shares, Unshareable):
            problem, shares = str(too_much(shares)), None
        columns.append(Column(key, _names()[key], shares, gap.to_share))
    rows = [
        {
            "partner": each,
            "gains": _whole(gains.benefits.get(each.pk, NOTHING)) if gains.case else "",
            "given": gap.given.get(each.pk),
            "fields": [form[f"minimum_{each.pk}"], form[f"fixed_{each.pk}"]],
            "cells": [_cell(column, each.pk, gains) for column in columns],
        }
        for each in form.partners
    ]
    by_gains = Keys.BENEFIT in allowed
    return {
        "columns": columns,
        "rows": rows,
        "problem": problem,
        "by_gains": by_gains,
        "tells": 0 < len(wishes) < FEWEST_WISHES,
    }


def _whole(value: Decimal) -> str:
    """An estimate, in whole euros."""
    return amount(Fraction(value))


def _shown(*, with_free: bool) -> list[str]:
    shown: list[str] = [Keys.EQUAL, Keys.BENEFIT, Keys.CAPPED]
    return [*shown, Keys.FREE] if with_free else shown


def _names() -> dict[str, str]:
    return {
        Keys.EQUAL: _("The same"),
        Keys.BENEFIT: _("By gains"),
        Keys.CAPPED: _("By gains, never more"),
        Keys.FREE: _("As agreed"),
    }


def _cell(column: Column, partner: int, gains: Gains) -> dict[str, Any]:
    if column.shares is None:
        return {"name": column.name, "share": None, "year": None}
    share = column.shares[partner]
    return {"name": column.name, "share": share, "year": gains.payback_year(partner, share)}
