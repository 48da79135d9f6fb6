"""The rules of a ballot in words, with the numbers of now."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from programme.models import Ballot
from programme.tally import Base
from programme.wording import majority_in_words


@dataclass(frozen=True)
class SeatFact:
    """One seat around the table as the page shows it."""

    initials: str
    name: str
    state: str
    voted_at: Any = None


def rules_in_words(ballot: Ballot, entitled: int, voted: int | None) -> list[dict[str, str]]:
    """Quorum, majority, abstaining, tie and absence; `voted` is None when it is all over."""
    from .explain_selection import selection_in_words  # noqa: PLC0415 - it uses these words

    facts = {"needed": ballot.quorum.needed(entitled), "whole": entitled, "voted": voted}
    quorum = (
        _("At least %(needed)s of the %(whole)s seats vote.")
        if voted is None
        else _("At least %(needed)s of the %(whole)s seats vote. Now: %(voted)s.")
    ) % facts
    first = {"term": _("Quorum"), "words": quorum}
    if ballot.is_selection:
        return selection_in_words(ballot, entitled, first)
    return [first, *_motion_in_words(ballot, entitled)]


def _motion_in_words(ballot: Ballot, entitled: int) -> list[dict[str, str]]:
    abstain = {
        Base.FOR_AGAINST: _("You count for the quorum, not for the majority."),
        Base.CAST: _("You count for the quorum, and in the number of votes."),
        Base.ENTITLED: _("You count for the quorum; it works like a vote against."),
    }[ballot.rules.base]
    tie = (
        _("As many for as against: the raad votes once more. A second tie is rejected.")
        if ballot.tie_rule == Ballot.TieRule.SECOND_ROUND
        else _("As many for as against: not adopted.")
    )
    repeat = (
        _("Then there is no decision, and the programmaraad decides in a meeting.")
        if ballot.is_repeat
        else _("Then there is no decision, and the ballot is repeated once.")
    )
    return [
        {"term": _("Majority"), "words": majority_in_words(ballot, entitled)},
        {"term": _("Abstaining"), "words": abstain},
        {"term": _("Tie"), "words": tie},
        {"term": _("Too few votes"), "words": repeat},
    ]
