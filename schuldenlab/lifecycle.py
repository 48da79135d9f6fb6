"""Life cycles: states are data on the model, and one function moves a record along them.

A model lists its moves in `MOVES`, for example
`MOVES = {"open": Move({Status.DRAFT}, Status.OPEN, stamp="opened_at")}`.
"""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any, TypeVar, cast

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import models
from django.utils.translation import gettext as _

from schuldenlab.audit.actions import record
from schuldenlab.prepared import SOMETHING, Prepared

M = TypeVar("M", bound=models.Model)


class Refused(Exception):  # noqa: N818 - it is an answer, not a fault
    """An act that the rules do not allow; its text is shown to the person as it stands."""


@dataclass(frozen=True)
class Move:
    """From which states to which, and the field that keeps the moment of it."""

    sources: AbstractSet[str]
    target: str
    stamp: str


def lock(noun: M) -> M:
    """Read `noun` anew and hold its row until the transaction ends.

    Locks are always taken from the raad to the programme to the ballot, never the other way.
    """
    noun.refresh_from_db(from_queryset=cast("models.QuerySet[M]", _Held(type(noun), noun.pk)))
    return noun


@cache
def _held(model: type[models.Model]) -> Prepared:
    rows = model._base_manager.filter(pk=SOMETHING).order_by().select_for_update()  # noqa: SLF001
    return Prepared(lambda: rows, SOMETHING)


class _Held:
    """The row of a record, read while it is held; what `refresh_from_db` takes for a query."""

    def __init__(self, model: type[models.Model], key: Any) -> None:
        self.model, self.key = model, key

    def filter(self, **_known: Any) -> "_Held":
        """It is about one record already."""
        return self

    def only(self, *_fields: str) -> "_Held":
        """The whole row costs as little."""
        return self

    def get(self) -> models.Model:
        """Wait for the row, hold it, and read it."""
        for row in _held(self.model).found(self.key):
            return cast("models.Model", row)
        raise self.model.DoesNotExist  # type: ignore[attr-defined]


def move(
    noun: M,
    name: str,
    *,
    actor: AbstractBaseUser | None,
    at: datetime,
    facts: dict[str, Any] | None = None,
    also: dict[str, Any] | None = None,
) -> M:
    """Lock `noun`, take the move `name` of its table, stamp it and audit it.

    `also` are fields that belong to the move itself (an outcome, a text frozen by it).
    Raises `Refused` when the record is no longer in a state from which this move starts.
    """
    step: Move = noun.MOVES[name]  # type: ignore[attr-defined]
    lock(noun)
    if noun.status not in step.sources:  # type: ignore[attr-defined]
        raise Refused(
            _("This is no longer possible: the status is “%(status)s” now.")
            % {"status": noun.get_status_display()},  # type: ignore[attr-defined]
        )
    changes = {"status": step.target, step.stamp: at, **(also or {})}
    for field, value in changes.items():
        setattr(noun, field, value)
    noun.save(update_fields=list(changes))
    record(f"{name}", noun, actor=actor, at=at, facts={"status": str(step.target), **(facts or {})})
    return noun


def status_at(noun: models.Model, moment: datetime) -> str | None:
    """Which status a record had at a past moment, read from its stamps (None: not yet there)."""
    stamps = [
        (getattr(noun, step.stamp), step.target)
        for step in noun.MOVES.values()  # type: ignore[attr-defined]
    ]
    passed = [pair for pair in stamps if pair[0] is not None and pair[0] <= moment]
    if passed:
        return str(max(passed, key=lambda pair: pair[0])[1])
    return noun.FIRST if noun.recorded_at <= moment else None  # type: ignore[attr-defined]
