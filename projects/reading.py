"""Questions: what a business case comes to, and which parts of it one reader may see.

The totals are for everybody who sees the project; the amounts of an organisation for itself and for
who reads the whole case. Groups (residents, the state) are shown to others only where at least
three other organisations have amounts, so that nobody can subtract.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Any, Final

from projects.businesscase import Case, Kind, Level, PartyResult, Result, evaluate_case
from projects.models import BusinessCase, CaseLine, CaseParty
from projects.ports import contributors

FEWEST_OTHERS: Final = 3


@dataclass(frozen=True)
class PartyRow:
    """A party and what it comes to. `is_flagged`: it gains and gives nothing; said to few."""

    party: CaseParty
    result: PartyResult
    is_own: bool
    is_flagged: bool


@dataclass(frozen=True)
class Reading:
    """A version as one person reads it. `hidden` is how many parties it does not see."""

    case: BusinessCase
    plain: Case
    result: Result
    rows: list[PartyRow]
    lines: list[CaseLine]
    hidden: int
    reads_all: bool

    @cached_property
    def low(self) -> Result:
        """The cautious outcome."""
        return evaluate_case(self.plain, Level.LOW)

    @cached_property
    def high(self) -> Result:
        """The hopeful outcome."""
        return evaluate_case(self.plain, Level.HIGH)

    @property
    def is_whole(self) -> bool:
        """Whether all of it is here."""
        return self.hidden == 0

    @property
    def is_indicative(self) -> bool:
        """Whether something rests on more than measurement."""
        return self.plain.is_indicative


def read_case(case: BusinessCase, person: Any) -> Reading:
    """What this person reads of a version of `CaseQuerySet.to_count`."""
    plain = case.as_case()
    result = evaluate_case(plain)
    own = person.standing.organisation_ids
    parties, lines = list(case.parties.all()), list(case.lines.all())
    seen = parties
    reads_all = person.has_perm("projects.read_whole_case", case)
    if not reads_all:
        seen = _seen(parties, lines, result, own)
    keys = {each.pk for each in seen}
    flagged = _flagged(case, seen, lines, result)
    tells = person.has_perm("projects.see_case_flags", case)
    rows = [
        PartyRow(
            party=each,
            result=result.parties[each.name],
            is_own=each.organisation_id in own,
            is_flagged=each.pk in flagged and (tells or each.organisation_id in own),
        )
        for each in seen
    ]
    ours = {each.pk for each in parties if each.organisation_id in own}
    shown = [each for each in lines if _shows(each, keys, ours)]
    return Reading(case, plain, result, rows, shown, len(parties) - len(seen), reads_all)


def _seen(
    parties: Iterable[CaseParty],
    lines: Iterable[CaseLine],
    result: Result,
    own: Collection[int],
) -> list[CaseParty]:
    """Its own rows; and groups, when enough others hide each other and no transfer tells on one."""
    rows = list(parties)
    others = {each.pk for each in rows if each.organisation_id and each.organisation_id not in own}
    valued = [each for each in rows if each.pk in others and _has_amounts(result, each)]
    told = set()
    for each in lines:
        if each.kind == CaseLine.LineKind.TRANSFER:
            ends = {each.party_id, each.receiver_id}
            told |= ends if ends & others else set()
    shows_groups = len(valued) >= FEWEST_OTHERS
    return [
        each
        for each in rows
        if each.organisation_id in own
        or (each.organisation_id is None and shows_groups and each.pk not in told)
    ]


def _has_amounts(result: Result, party: CaseParty) -> bool:
    found = result.parties[party.name]
    return bool(found.pv_costs or found.pv_benefits)


def _shows(line: CaseLine, keys: Collection[int], ours: Collection[int]) -> bool:
    """A line is shown with its parties; a transfer also to the one that gives or gets it."""
    ends = {line.party_id} if line.receiver_id is None else {line.party_id, line.receiver_id}
    return ends <= set(keys) or bool(ends & set(ours))


def _flagged(
    case: BusinessCase, seen: Iterable[CaseParty], lines: Iterable[CaseLine], result: Result
) -> set[int]:
    """Organisations that gain, with no line of costs and no firm pledge to the project."""
    idle = _idle(seen, lines, result)
    givers = set(contributors(case.project_id)) if idle else set()
    return {key for key, who in idle.items() if who not in givers}


def _idle(
    seen: Iterable[CaseParty], lines: Iterable[CaseLine], result: Result
) -> dict[int, int | None]:
    """The organisations of parties that gain and have no line of costs."""
    gaining = {
        each.pk: each.organisation_id
        for each in seen
        if each.organisation_id and result.parties[each.name].pv_benefits > 0
    }
    paying = {each.party_id for each in lines if each.kind == Kind.COST}
    return {key: who for key, who in gaining.items() if key not in paying}


def gains_of(case: BusinessCase) -> dict[int, PartyResult]:
    """What a version comes to for each organisation in it; for who reads it whole, or its own."""
    result = evaluate_case(case.as_case())
    return {
        each.organisation_id: result.parties[each.name]
        for each in case.parties.all()
        if each.organisation_id is not None
    }


def gains_without_costs(case: BusinessCase) -> dict[int, Fraction]:
    """Who gains by a version of `to_count` without a line of costs in it, and how much."""
    result = evaluate_case(case.as_case())
    parties = {each.pk: each for each in case.parties.all()}
    idle = _idle(parties.values(), case.lines.all(), result)
    return {
        who: result.parties[parties[key].name].pv_benefits
        for key, who in idle.items()
        if who is not None
    }
