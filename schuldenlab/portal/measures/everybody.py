"""All partners of a day, counted in the database: ten thousand cost as much as ten."""

from typing import Any

from django.db.models import BooleanField, Count, ExpressionWrapper, Q

from partners.models import Organisation, Partnership

from .reading import Asked


def partners_of(asked: Asked) -> Any:
    """The organisations that are partners on the day that is judged, as known at the moment."""
    known = Partnership.objects.known(asked.day, asked.moment)
    return Organisation.objects.filter(pk__in=known.values("organisation"))


def how_many(asked: Asked) -> int:
    """How many partners there are; ask it by `asked.once`."""
    count: int = partners_of(asked).count()
    return count


def counted(rows: Any, **which: Q) -> dict[str, int]:
    """How many of these rows there are (`need`), and how many of them each condition holds for."""
    counts = {name: Count("pk", filter=condition) for name, condition in which.items()}
    found: dict[str, int] = rows.aggregate(need=Count("pk"), **counts)
    return found


def yes(condition: Q) -> ExpressionWrapper:
    """Whether a condition holds, as a column."""
    return ExpressionWrapper(condition, output_field=BooleanField())
