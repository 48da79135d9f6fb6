"""Which amounts and which sums one reader may see, so that nobody can subtract. Pure functions.

A sum is shown when the reader may see every amount in it, or when it hides the amounts of at least
two organisations and at least three besides the reader's give to it (chapter 8 of the domain).
Otherwise there is only a word: arranged, or not yet. Two sums that differ by one hidden amount are
never both shown: cash and in kind stand apart only when each may be shown by itself.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from decimal import Decimal

from funding.cover import Cover, Pledged, Terms, cover

FEWEST_BESIDES = 3
FEWEST_HIDDEN = 2


@dataclass(frozen=True)
class Amount:
    """A pledge with its own name for it, and whether this reader may see how much it is."""

    key: int
    pledged: Pledged
    is_seen: bool


@dataclass(frozen=True)
class View:
    """What one reader sees of the money of a phase; None is a sum that is not shown.

    `amounts` are the seen ones by key. `firm` is cash and in kind together.
    """

    terms: Terms
    is_arranged: bool
    organisations: int
    amounts: dict[int, Decimal | None]
    firm: Decimal | None
    cash: Decimal | None
    in_kind: Decimal | None
    conditional: Decimal | None
    offered: Decimal | None

    @property
    def missing(self) -> Decimal | None:
        """What is still needed in all."""
        return None if self.firm is None else max(Decimal(0), self.terms.total - self.firm)

    @property
    def beyond(self) -> Decimal | None:
        """What was pledged above the need."""
        return None if self.firm is None else max(Decimal(0), self.firm - self.terms.total)


def view(terms: Terms, rows: Iterable[Amount], own: Collection[int]) -> View:
    """What a reader sees who works for the organisations `own`."""
    amounts = list(rows)
    counted = cover(terms, [each.pledged for each in amounts])
    certain = [each for each in amounts if each.pledged.counts and each.pledged.value]
    cash = [each for each in certain if each.pledged.is_cash]
    in_kind = [each for each in certain if not each.pledged.is_cash]
    apart = may_be_shown(cash, own) and may_be_shown(in_kind, own)
    waiting = [each for each in amounts if each.pledged.status == "firm" and each.pledged.waits]
    offers = [each for each in amounts if each.pledged.status == "offered"]
    return View(
        terms=terms,
        is_arranged=counted.is_arranged,
        organisations=counted.organisations,
        amounts={each.key: each.pledged.amount for each in amounts if each.is_seen},
        firm=counted.firm if apart or may_be_shown(certain, own) else None,
        cash=counted.cash if apart else None,
        in_kind=counted.in_kind if apart else None,
        conditional=counted.conditional if may_be_shown(waiting, own) else None,
        offered=counted.offered if may_be_shown(offers, own) else None,
    )


def may_be_shown(rows: Iterable[Amount], own: Collection[int]) -> bool:
    """Whether the sum of these amounts tells this reader nothing about one organisation."""
    valued = [each for each in rows if each.pledged.value]
    hidden = {each.pledged.organisation_id for each in valued if not each.is_seen}
    if not hidden:
        return True
    besides = {each.pledged.organisation_id for each in valued} - set(own)
    return len(hidden) >= FEWEST_HIDDEN and len(besides) >= FEWEST_BESIDES


def said_to_all(terms: Terms, rows: Iterable[Amount]) -> Decimal | None:
    """The firm sum, if it may be said where every partner reads it; else None.

    `is_seen` says what everybody may see. Each funder is a reader too, who knows its own amount.
    """
    amounts = list(rows)
    counted: Cover = cover(terms, [each.pledged for each in amounts])
    readers: list[set[int]] = [set(), *({each.pledged.organisation_id} for each in amounts)]
    for own in readers:
        known = [
            Amount(each.key, each.pledged, each.is_seen or each.pledged.organisation_id in own)
            for each in amounts
        ]
        if view(terms, known, own).firm is None:
            return None
    return counted.firm
