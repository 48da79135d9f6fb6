"""Which old and new values of an edit the trail keeps: figures, days, choices, and yes or no.

The trail is never changed, so it holds nothing that may have to be wiped out: of a text that was
edited it keeps the name of the field, not the words.
"""

from collections.abc import Iterable
from datetime import date, time
from decimal import Decimal
from typing import Any, Final

from django.db import models

KINDS: Final = (
    *(models.BooleanField, models.IntegerField, models.DecimalField),
    *(models.DateField, models.TimeField),
)


def plain_values(noun: models.Model, names: Iterable[str]) -> dict[str, Any]:
    """The values of these fields as JSON takes them, without those that are texts or keys."""
    columns = {each.name: each for each in noun._meta.concrete_fields}  # noqa: SLF001
    return {
        name: _as_json(getattr(noun, name))
        for name in names
        if name in columns and _is_plain(columns[name])
    }


def was_and_now(noun: models.Model, was: dict[str, Any]) -> dict[str, Any]:
    """Facts of an edit: what `plain_values` gave before it, beside what they are now."""
    return {"was": was, "now": plain_values(noun, was)} if was else {}


def _is_plain(column: Any) -> bool:
    if column.is_relation:
        return False
    if isinstance(column, models.CharField):
        return bool(column.choices)
    return isinstance(column, KINDS)


def _as_json(value: Any) -> Any:
    if isinstance(value, date | time):
        return value.isoformat()
    return str(value) if isinstance(value, Decimal) else value
