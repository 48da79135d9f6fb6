"""Interests in a ballot and seats that step aside, as its pages show them at every stage."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from django.urls import reverse

from partners.models import Organisation
from partners.querysets import local_day
from programme import tally
from programme.models import Ballot, BallotInterest, InterestQuestion, Recusal, Seat

Out = defaultdict[int | None, set[int]]


@dataclass
class Aside:
    """What is disclosed, who stepped aside, who will at opening, and what the reader can do.

    `seats` are the organisations that hold a seat now, or are in the electorate; `out` says for
    each option (None: the whole motion) which of them do not count, those of the opening included.
    """

    ballot: Ballot
    interests: list[BallotInterest]
    recusals: list[Recusal]
    seats: dict[int, Organisation]
    mine: set[int]
    out: Out = field(default_factory=lambda: defaultdict(set))
    foreseen: list[dict[str, Any]] = field(default_factory=list)
    questions: list[InterestQuestion] = field(default_factory=list)
    may_answer: bool = False
    acts: dict[str, str] = field(default_factory=dict)

    @property
    def entitled(self) -> int:
        """Seats that vote: all but those that stepped aside for everything."""
        keys = [each.pk for each in self.options] if self.ballot.is_selection else [None]
        nowhere = [self.out[key] for key in keys]
        return sum(any(seat not in out for out in nowhere) for seat in self.seats)

    @property
    def options(self) -> list[Any]:
        """The options in their order; read once."""
        if not hasattr(self, "_options"):
            self._options = list(self.ballot.options.order_by("position"))
        return self._options

    @property
    def lists(self) -> list[tuple[bool, list[BallotInterest]]]:
        """Interests of seats, and those of who has no seat here: only the first vote."""
        of_seats = [each for each in self.interests if each.organisation_id in self.seats]
        others = [each for each in self.interests if each.organisation_id not in self.seats]
        return [(is_seat, rows) for is_seat, rows in ((True, of_seats), (False, others)) if rows]

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to say and nothing to do."""
        said = self.interests or self.recusals or self.foreseen or self.questions
        return not (said or self.acts)


def aside_facts(ballot: Ballot, person: Any) -> Aside:
    """All of it, in a number of queries that does not grow."""
    day = local_day(person.moment)
    is_draft = ballot.status == Ballot.Status.DRAFT
    seats: Any = ballot.raad.seats.active(day) if is_draft else ballot.entitlements
    mine = Seat.objects.of(person).filter(raad=ballot.raad_id)
    aside = Aside(
        ballot=ballot,
        interests=list(ballot.interests.holding().select_related("organisation", "option")),
        recusals=list(ballot.recusals.select_related("organisation", "option")),
        seats={each.organisation_id: each.organisation for each in _with_names(seats)},
        mine=set(mine.values_list("organisation_id", flat=True)),
        questions=list(_objections(ballot, person)),
        may_answer=person.standing.is_kernteam,
    )
    for each in aside.recusals:
        if not each.is_replaced:
            aside.out[each.option_id].add(each.organisation_id)
    if is_draft:
        _foresee(aside)
    _say_acts(aside, person)
    return aside


def _objections(ballot: Ballot, person: Any) -> Any:
    """What this reader may know of what was said about the interests."""
    rows = InterestQuestion.objects.visible_to(person).filter(ballot=ballot)
    return rows.select_related("organisation").order_by("at", "pk")


def _with_names(rows: Any) -> Any:
    return rows.select_related("organisation").order_by("pk")


def _foresee(aside: Aside) -> None:
    """Who is paid steps aside when the ballot opens, or discloses it where too few would remain."""
    titles = {each.pk: each.title for each in aside.options}
    every: list[int | None] = list(titles) if aside.ballot.is_selection else [None]
    paid: Out = defaultdict(set)
    for each in aside.interests:
        if each.kind == BallotInterest.Kind.PAID:
            for option in [each.option_id] if each.option_id in every else every:
                paid[option].add(each.organisation_id)
    for option, organisations in paid.items():
        out, told = tally.step_aside(set(aside.seats), aside.out[option], organisations)
        aside.out[option] |= out
        aside.foreseen += [
            {
                "name": aside.seats[key].name,
                "option": titles.get(option) if option else None,
                "is_out": key in out,
            }
            for key in sorted(out | told)
        ]


def _say_acts(aside: Aside, person: Any) -> None:
    """The doors that are open to this reader now."""
    ballot = aside.ballot
    is_draft = ballot.status == Ballot.Status.DRAFT
    if is_draft and person.standing.is_kernteam:
        aside.acts["disclose"] = reverse("programme:interest-disclose", args=[ballot.pk])
    if not aside.mine & set(aside.seats) or not (is_draft or ballot.accepts_votes(person.moment)):
        return
    aside.acts["question"] = reverse("programme:interest-question", args=[ballot.pk])
    ours = [each for each in aside.recusals if each.organisation_id in aside.mine]
    if len(ours) < (len(aside.options) if ballot.is_selection else 1):
        aside.acts["recuse"] = reverse("programme:seat-recuse", args=[ballot.pk])
