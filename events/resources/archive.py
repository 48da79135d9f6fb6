"""Where the records of meetings name somebody, for who asks how long a name must stay."""

from collections.abc import Collection
from typing import Final

from events.models import ActionItem
from partners.ports import NamedIn
from partners.querysets.archived import Naming, named_by

NAMINGS: Final[tuple[Naming, ...]] = (
    (ActionItem, "owner", ("meeting__held_on", "meeting__starts_at"), "minutes"),
)


def named_here(people: Collection[int]) -> list[NamedIn]:
    """Who took an action on in a meeting."""
    return named_by(NAMINGS, people)
