"""What a ballot can still become, before anybody votes: for every number of votes cast.

Values in, values out. The counts themselves are `count_motion` and `count_selection`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .motion import Choice, MotionRules, count_motion
from .selection import SelectionRules
from .shares import Outcome


@dataclass(frozen=True)
class MotionForecast:
    """What can happen to a motion when `cast` of the seats vote.

    `surely` is the smallest number of votes for with which it is adopted however the others vote;
    `perhaps` the smallest with which it can be adopted, the others abstaining where that helps.
    None: with so few votes it cannot be adopted. `tie` is for and against when as few as possible
    abstain and both are equal.
    """

    cast: int
    outcomes: frozenset[Outcome]
    surely: int | None
    perhaps: int | None
    tie: int


@dataclass(frozen=True)
class SelectionForecast:
    """What can happen in a selection when `voting` of the seats vote and do not abstain.

    `needed` approvals choose an option for which nobody stepped aside. `can_be_few`: fewer options
    than must be can get their majority; `can_tie`: equal shares on the last place. Both are exact
    when no seat steps aside for an option; else they never deny what can happen.
    """

    voting: int
    needed: int
    can_be_few: bool
    can_tie: bool


def foresee_motion(rules: MotionRules, entitled: int) -> list[MotionForecast]:
    """One line for each number of votes from none to all seats."""
    return [_motion_line(rules, entitled, cast) for cast in range(entitled + 1)]


def _motion_line(rules: MotionRules, entitled: int, cast: int) -> MotionForecast:
    """By counting every way in which `cast` seats can vote."""
    outcomes: dict[int, set[Outcome]] = {}
    for pro in range(cast + 1):
        outcomes[pro] = {
            count_motion(rules, entitled, _profile(pro, contra, cast - pro - contra)).outcome
            for contra in range(cast - pro + 1)
        }
    return MotionForecast(
        cast=cast,
        outcomes=frozenset[Outcome]().union(*outcomes.values()),
        surely=_first(pro for pro in outcomes if outcomes[pro] == {Outcome.ADOPTED}),
        perhaps=_first(pro for pro in outcomes if Outcome.ADOPTED in outcomes[pro]),
        tie=cast // 2,
    )


def _profile(pro: int, contra: int, rest: int) -> list[Choice]:
    return [Choice.FOR] * pro + [Choice.AGAINST] * contra + [Choice.ABSTAIN] * rest


def _first(numbers: Iterable[int]) -> int | None:
    return next(iter(numbers), None)


def foresee_selection(
    rules: SelectionRules, entitled: int, options: int, recused: Sequence[int] = ()
) -> list[SelectionForecast]:
    """One line for each number of votes that choose something, from one to all seats.

    `recused` says for each option for which seats stepped aside how many they are.
    """
    return [
        SelectionForecast(
            voting=voting,
            needed=rules.majority.needed(voting),
            can_be_few=_can_be_few(rules, voting, options),
            can_tie=_can_tie(rules, voting, options, recused),
        )
        for voting in range(1, entitled + 1)
    ]


def _can_be_few(rules: SelectionRules, voting: int, options: int) -> bool:
    """All can choose the same single option; or, when one is enough, spread their votes."""
    if rules.min != 1:
        return rules.min > 1
    most_without = min(rules.majority.needed(voting) - 1, voting)
    return options * most_without >= voting


def _can_tie(rules: SelectionRules, voting: int, options: int, recused: Sequence[int]) -> bool:
    """Whether one option more than there are places can pass, with equal shares on the last place.

    Seats have `max` approvals each. Without recusals the tied options get as many as there can be
    for each; with them only whether so many options can pass at all is looked at.
    """
    rivals = rules.max + 1
    if options < rivals:
        return False
    if recused:
        bases = [max(1, voting - out) for out in recused] + [voting] * (options - len(recused))
        cheapest = sorted(rules.majority.needed(base) for base in bases)[:rivals]
        return sum(cheapest) <= rules.max * voting
    each = rules.max * voting // rivals
    fills = rules.max > 1 or options * each >= voting
    return each >= max(rules.majority.needed(voting), 1) and fills


def quorum_line(rules: MotionRules | SelectionRules, entitled: int) -> int:
    """Fewer votes than this are no decision; without any vote there never is one."""
    return max(rules.quorum.needed(entitled), 1)
