"""Which amounts and which sums one reader may see, so that nobody can subtract. Pure functions.

A sum is shown when the reader may see every amount in it, or when it hides the amounts of at least
two organisations and at least three besides the reader's give to it (chapter 8 of the domain), and
when it gives nobody away beside all sums that this reader could see before. Otherwise there is only
a word: arranged, or not yet. So a sum that one new pledge changed is not shown until the pledge of
another organisation hides it.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from funding.cover import Cover, Pledged, Terms, cover
from funding.inference import Noted, Parts

FEWEST_BESIDES = 3
FEWEST_HIDDEN = 2
SUMS = ("firm", "cash", "in_kind", "conditional", "offered")


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


def view(
    terms: Terms,
    rows: Iterable[Amount],
    own: Collection[int],
    before: Iterable[Collection[Amount]] = (),
) -> View:
    """What a reader sees who works for the organisations `own`.

    `before` are all earlier states of the same pledges, the oldest first.
    """
    amounts, noted = list(rows), Noted()
    if not all(each.is_seen for each in amounts):
        for earlier in before:
            _shown(earlier, own, noted)
    shown = _shown(amounts, own, noted)
    counted = cover(terms, [each.pledged for each in amounts])
    sums = {name: getattr(counted, name) if name in shown else None for name in SUMS}
    return View(
        terms=terms,
        is_arranged=counted.is_arranged,
        organisations=counted.organisations,
        amounts={each.key: each.pledged.amount for each in amounts if each.is_seen},
        **sums,
    )


def _shown(rows: Collection[Amount], own: Collection[int], noted: Noted) -> set[str]:
    """The sums of one state that this reader sees; they are noted from then on."""
    certain = [each for each in rows if each.pledged.counts and each.pledged.value]
    cash = [each for each in certain if each.pledged.is_cash]
    in_kind = [each for each in certain if not each.pledged.is_cash]
    waiting = [each for each in rows if each.pledged.status == "firm" and each.pledged.waits]
    offers = [each for each in rows if each.pledged.status == "offered"]
    shown: set[str] = set()
    for names, groups in (
        (("firm",), (certain,)),
        (("cash", "in_kind"), (cash, in_kind)),
        (("conditional",), (waiting,)),
        (("offered",), (offers,)),
    ):
        if names[0] == "cash" and "firm" not in shown:
            continue
        if all(may_be_shown(each, own) for each in groups) and noted.takes(
            [_hidden(each) for each in groups]
        ):
            shown.update(names)
    return shown


def _hidden(rows: Iterable[Amount]) -> Parts:
    """The unknown parts of a sum. What arrived of a withdrawn pledge is another unknown."""
    return {
        (each.key, each.pledged.delivered) if each.pledged.status == "withdrawn" else each.key: (
            each.pledged.organisation_id
        )
        for each in rows
        if not each.is_seen and each.pledged.value
    }


def may_be_shown(rows: Iterable[Amount], own: Collection[int]) -> bool:
    """Whether the sum of these amounts tells this reader nothing about one organisation."""
    valued = [each for each in rows if each.pledged.value]
    hidden = {each.pledged.organisation_id for each in valued if not each.is_seen}
    if not hidden:
        return True
    besides = {each.pledged.organisation_id for each in valued} - set(own)
    return len(hidden) >= FEWEST_HIDDEN and len(besides) >= FEWEST_BESIDES


def said_to_all(
    terms: Terms, rows: Iterable[Amount], before: Iterable[Collection[Amount]] = ()
) -> Decimal | None:
    """The firm sum, if it may be said where every partner reads it; else None."""
    amounts = list(rows)
    if "firm" not in sums_said_to_all(terms, amounts, before):
        return None
    counted: Cover = cover(terms, [each.pledged for each in amounts])
    return counted.firm


def sums_said_to_all(
    terms: Terms, rows: Iterable[Amount], before: Iterable[Collection[Amount]] = ()
) -> set[str]:
    """The names of the sums that may be said where every partner reads them.

    `is_seen` says what everybody may see. Each funder is a reader too, who knows its own amount.
    """
    states = [*(list(each) for each in before), list(rows)]
    said = set(SUMS)
    for own in (set(), *({each.pledged.organisation_id} for each in states[-1])):
        known = [_known_to(own, state) for state in states]
        shown = view(terms, known[-1], own, known[:-1])
        said = {name for name in said if getattr(shown, name) is not None}
        if not said:
            break
    return said


def _known_to(own: Collection[int], rows: Iterable[Amount]) -> list[Amount]:
    return [
        replace(each, is_seen=each.is_seen or each.pledged.organisation_id in own) for each in rows
    ]
