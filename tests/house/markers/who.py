"""Who may read a text: said for each field of each model."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any


class Level(StrEnum):
    """From everybody in the network to nobody at all."""

    PARTNERS = "everybody who works for a partner"
    INVITED = "who is invited to it, or sits in it; and the kernteam"
    KERNTEAM = "the kernteam"
    NOBODY = "nobody: a secret"
    CODE = "made by the product itself: a code, a hash or a name of its own"


@dataclass(frozen=True)
class Who:
    """Who reads the texts of a field.

    Rows for which `when` does not hold are for the kernteam. `own` leads to the organisation that
    reads it as well, `person` to the person; rows with one of the marks in
    `shown` are for everybody.
    """

    level: Level
    when: dict[str, Any] = field(default_factory=dict)
    own: str = ""
    person: str = ""
    shown: tuple[str, ...] = ()

    @property
    def is_planted(self) -> bool:
        """Whether a marker can stand in it: what the product makes itself holds no text."""
        return self.level is not Level.CODE


Fields = dict[str, Who]
CODE, NOBODY = Who(Level.CODE), Who(Level.NOBODY)
INVITED = Who(Level.INVITED)
KERNTEAM, PARTNERS = Who(Level.KERNTEAM), Who(Level.PARTNERS)


def also(who: Who, person: str) -> Who:
    """And for this person besides, whoever it works for."""
    return replace(who, person=person)


def partners(*shown: str, **when: Any) -> Who:
    """For partners, when this holds; for everybody when one of the marks at `shown` is there."""
    return Who(Level.PARTNERS, when=when, shown=shown)


def own(path: str) -> Who:
    """For one organisation, and the kernteam."""
    return Who(Level.KERNTEAM, own=path)


def ours(path: str) -> Who:
    """For all partners; and what one of them says of itself its own programs read."""
    return Who(Level.PARTNERS, own=path)


def personal(path: str) -> Who:
    """For one person, and the kernteam."""
    return Who(Level.KERNTEAM, person=path)


def all_of(who: Who, *names: str) -> Fields:
    """The same for several fields."""
    return dict.fromkeys(names, who)
