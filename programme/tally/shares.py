"""What all methods share: exact shares, the tie rule, and how a ballot can end."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import ceil, floor


class TieRule(StrEnum):
    """What a tie means; for a selection also what too few chosen options mean."""

    REJECTED = "rejected"
    SECOND_ROUND = "second_round"


class Outcome(StrEnum):
    """How a ballot ends. A motion is adopted, a selection chosen; the rest goes for both."""

    ADOPTED = "adopted"
    REJECTED = "rejected"
    NO_QUORUM = "no_quorum"
    SECOND_ROUND = "second_round"
    CHOSEN = "chosen"


@dataclass(frozen=True)
class Threshold:
    """More than a share of something, or at least that share; the share is an exact fraction."""

    share: Fraction
    is_over: bool = True

    def __post_init__(self) -> None:
        """A share lies between 0 and 1, and more than all is never reached."""
        if not 0 <= self.share <= 1 or (self.is_over and self.share == 1):
            msg = f"impossible share {self.share}"
            raise ValueError(msg)

    def needed(self, whole: int) -> int:
        """The smallest count out of `whole` that is enough: over 1/2 of 4 is 3, 2/3 of 9 is 6."""
        exact = self.share * whole
        return floor(exact) + 1 if self.is_over else ceil(exact)

    def is_met(self, count: int, whole: int) -> bool:
        """Whether `count` out of `whole` is enough."""
        return count >= self.needed(whole)


HALF = Threshold(Fraction(1, 2))
