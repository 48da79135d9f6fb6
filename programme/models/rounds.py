"""A ballot among its rounds: what came before it, and whether voting has come to its end."""

from collections.abc import Iterator
from typing import Any

from programme import tally


class InRounds:
    """The part of a ballot that knows the rounds before it."""

    outcome: Any
    status: Any
    counts: Any
    choose_min: Any
    method: Any
    previous: Any

    def earlier_rounds(self) -> Iterator[Any]:
        """The rounds before this one, the last first."""
        earlier = self.previous
        while earlier is not None:
            yield earlier
            earlier = earlier.previous

    @property
    def is_selection(self) -> bool:
        """Whether the raad chooses from options; else it is for or against."""
        return bool(self.method == "selection")

    @property
    def is_repeat(self) -> bool:
        """Whether an earlier round had no quorum: there is one repeat, and then a meeting."""
        return any(each.outcome == tally.Outcome.NO_QUORUM for each in self.earlier_rounds())

    @property
    def is_second_round(self) -> bool:
        """Whether an earlier round left something undecided; there is one second round."""
        return any(each.outcome == tally.Outcome.SECOND_ROUND for each in self.earlier_rounds())

    @property
    def goes_to_meeting(self) -> bool:
        """Whether voting came to nothing twice, so that the raad decides in a meeting.

        Twice no quorum; or a second round of a selection that ends in a tie, or that leaves fewer
        options chosen than the first round asked for.
        """
        if self.outcome == tally.Outcome.NO_QUORUM:
            return self.is_repeat
        if not (self.is_selection and self.is_second_round and self.status == "closed"):
            return False
        rounds = [self, *self.earlier_rounds()]
        chosen = sum(len(each.counts.get("chosen", ())) for each in rounds)
        return bool(self.counts["tied"]) or chosen < (rounds[-1].choose_min or 0)
