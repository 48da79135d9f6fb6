"""Where the records of money name somebody, for who asks how long a name must stay."""

from collections.abc import Collection
from typing import Final

from funding.models import Delivery, Pledge
from partners.ports import NamedIn
from partners.querysets.archived import Naming, named_by

_MONEY: Final = "money"
NAMINGS: Final[tuple[Naming, ...]] = (
    (Pledge, "offered_by", ("offered_at",), _MONEY),
    (Pledge, "made_firm_by", ("firm_at",), _MONEY),
    (Delivery, "person", ("arrived_on",), _MONEY),
)


def named_here(people: Collection[int]) -> list[NamedIn]:
    """Who offered, made firm, and recorded what arrived."""
    return named_by(NAMINGS, people)
