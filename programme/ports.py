"""Questions of the year that only the storeys above can answer."""

from dataclasses import dataclass

from schuldenlab.web.ports import Gather


@dataclass(frozen=True)
class InterestFact:
    """What a partner has in the subject of a ballot, as the records above know it.

    `kind` is one of `BallotInterest.Kind`; `option_id` names the option that it is about, None for
    the whole.
    """

    organisation_id: int
    kind: str
    text: str = ""
    option_id: int | None = None


# Pledges to, stuurgroep seats in, and benefits from what a ballot (its argument) is about.
interests_in: Gather[InterestFact] = Gather("interests_in")


@dataclass(frozen=True)
class PledgeLeft:
    """A firm pledge of a partner that leaves, to a phase that runs: of which project."""

    project_id: int
    title: str


# Firm pledges to running phases of an organisation (its first argument) on the day on which it
# leaves (the second).
pledges_left: Gather[PledgeLeft] = Gather("pledges_left")


@dataclass(frozen=True)
class Paper:
    """One paper of a meeting of the programmaraad, as page and PDF show it.

    `rules` are pairs of a word and its explanation; `url` is the page in this product. `item_id`
    names the point of the agenda that it belongs to, None when it goes with the whole.
    """

    title: str
    kind: str
    text: str
    rules: tuple[tuple[str, str], ...] = ()
    url: str = ""
    item_id: int | None = None


# Papers for a meeting (its first argument) at a moment (its second): programme text, ballots, …
papers_of: Gather[Paper] = Gather("papers_of")
