"""Who has a place in a meeting with room for so many people. Pure arithmetic.

Every place that somebody asks for is a claim, and claims are served in the order in which they
were made; that is all. Two rules make the claims:

1. Each place is asked for at the moment of the answer that asked for it. Who first asks for one
   place and later for three has one old claim and two new ones. Who asks for fewer gives the newest
   ones back; who says no gives all back, and stands at the end when the answer is yes again.
2. Each organisation that is invited claims one place from the moment of its invitation, so before
   anybody answered. Its first request takes up that claim. The caller leaves the claim out once it
   is given up: everybody of the organisation said no, or nobody answered until the last day.

A claim without room waits. It moves up when an earlier claim goes, and never because of somebody
who came later; so nobody who has a place loses it by what others ask for.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

# A moment, and a number that decides between two at the same moment.
Position = tuple[datetime, int]


@dataclass(frozen=True)
class Request:
    """One place that is asked for: by whose answer, for which organisation, since when."""

    key: int
    organisation: int | None
    since: Position


def requests_since(answers: Iterable[tuple[Position, int]]) -> list[Position]:
    """Since when each place that somebody wants now was asked for, the oldest first.

    `answers` are that person's answers in their order, each with the number of people.
    """
    wanted: list[Position] = []
    for position, people in answers:
        wanted = wanted[:people] + [position] * (people - len(wanted))
    return wanted


def share_places(
    requests: Iterable[Request], *, kept: Mapping[int, Position], capacity: int | None
) -> Counter[int]:
    """How many of its requests get a place, by key; without a capacity all of them.

    `kept` says of an organisation since when it claims its one place.
    """
    ordered = sorted(requests, key=lambda request: (request.since, request.key))
    if capacity is None:
        return Counter(request.key for request in ordered)
    firsts: dict[int, Request] = {}
    others: list[Request] = []
    for request in ordered:
        organisation = request.organisation
        if organisation is not None and organisation in kept and organisation not in firsts:
            firsts[organisation] = request
        else:
            others.append(request)
    claims: list[tuple[Position, Request | None]] = [(each.since, each) for each in others]
    for organisation, since in kept.items():
        first = firsts.get(organisation)
        claims.append((min(since, first.since) if first else since, first))
    claims.sort(key=lambda claim: claim[0])
    return Counter(request.key for _since, request in claims[:capacity] if request is not None)


@dataclass(frozen=True)
class Quorum:
    """Whether enough seats come to decide: more than half of those that are invited."""

    seats: int
    coming: int
    silent: int

    @property
    def needed(self) -> int:
        """More than half: 4 of 6, 3 of 5, 3 of 4."""
        return self.seats // 2 + 1

    @property
    def is_met(self) -> bool:
        """As many as needed said that they come."""
        return self.coming >= self.needed

    @property
    def is_lost(self) -> bool:
        """Too few come, even when everybody comes who has not answered."""
        return self.coming + self.silent < self.needed
