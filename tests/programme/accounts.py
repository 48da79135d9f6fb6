"""An annual account to play with: a draft with one text, and a small frozen content."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from programme import actions
from programme.models import AnnualAccount

if TYPE_CHECKING:
    from tests.cast import Cast

TEXT = "Wij zijn met {partners} partners."


def draft(cast: Cast, year: int | None = None, text: str = TEXT) -> AnnualAccount:
    """Begun by staff, with a foreword."""
    account = actions.start_account(year or cast.at.year, actor=cast.staff, at=cast.at)
    actions.write_block(account, "foreword", text=text, actor=cast.staff, at=cast.at)
    return account


def content(value: str = "1") -> dict[str, Any]:
    """One figure with one row, as the portal would count it."""
    row = {"key": "organisation:1", "title": "Bank Noordzee", "amount": value, "on": None}
    row |= {"note": "", "text": "", "count": 1}
    figure = {"code": "partners", "unit": "partner", "value": value, "whole": None, "ratio": False}
    return {"moment": "2026-09-23T10:00:00.000000+02:00", "figures": [{**figure, "rows": [row]}]}


def publish(cast: Cast, account: AnnualAccount, **facts: Any) -> AnnualAccount:
    """Frozen by the manager."""
    known = {"content": content(), "actor": cast.manager, "at": cast.at, **facts}
    return actions.publish_account(account, **known)
