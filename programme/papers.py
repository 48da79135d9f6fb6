"""What lies under a meeting of the programmaraad: its points, and the papers of each."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from events.models import AgendaItem, Meeting
from events.ports import OutcomeFact
from partners.querysets import local_day
from programme.models import AgendaBallot, Ballot, Decision, Programmaraad, Programme, Seat
from programme.ports import Paper, papers_of
from programme.wording import majority_in_words, share_in_words

FOLLOWING = [Ballot.Status.DRAFT, Ballot.Status.OPEN]


@dataclass
class Point:
    """A point of the agenda with its number, its papers and what was handed in for it."""

    number: int
    item: AgendaItem
    papers: list[Paper] = field(default_factory=list)
    documents: list[Any] = field(default_factory=list)


def raad_of(meeting: Meeting) -> Programmaraad | None:
    """The raad that meets: that of the year of the meeting."""
    found: Programmaraad | None = Programmaraad.objects.filter(year=meeting.year).first()
    return found


def pack_of(meeting: Meeting, at: datetime) -> tuple[list[Point], list[Paper]]:
    """The agenda with the papers of each point, and the papers that go with the whole."""
    items = meeting.points.standing().prefetch_related("documents__document")
    points = {
        item.pk: Point(number, item, documents=list(item.documents.all()))
        for number, item in enumerate(items, start=1)
    }
    rest: list[Paper] = []
    for paper in papers_of(meeting, at):
        home = points.get(paper.item_id or 0)
        (rest if home is None else home.papers).append(paper)
    return list(points.values()), rest


def own_outcomes(meeting: Meeting) -> list[OutcomeFact]:
    """Decisions that were taken in a meeting, with or without a ballot, by their numbers."""
    taken = Decision.objects.filter(Q(meeting=meeting) | Q(ballot__meeting=meeting))
    ballots = AgendaBallot.objects.filter(item__meeting=meeting)
    points = dict(ballots.order_by("pk").values_list("ballot_id", "item_id"))
    return [
        OutcomeFact(
            number=decision.number,
            text=decision.title,
            url=decision.get_absolute_url(),
            item_id=points.get(decision.ballot_id) if decision.ballot_id else None,
        )
        for decision in taken.order_by("year", "sequence")
    ]


def own_papers(meeting: Meeting, at: datetime) -> list[Paper]:
    """The submitted programme, and ballots that are on the agenda or held in this meeting."""
    return [*_programmes(meeting), *_ballots(meeting, at)]


def _programmes(meeting: Meeting) -> list[Paper]:
    submitted = Programme.objects.filter(year=meeting.year, status=Programme.Status.SUBMITTED)
    put = set(
        AgendaBallot.objects.filter(item__meeting=meeting, item__taken_off_at__isnull=True)
        .values_list("ballot_id", flat=True)
        .distinct()
    )
    return [
        Paper(
            title=programme.title,
            kind=_("Programme"),
            text=f"{programme.ambition}\n\n{programme.text}",
            url=programme.get_absolute_url(),
        )
        for programme in submitted
        if programme.ballot_id not in put  # then the ballot has the text
    ]


def _ballots(meeting: Meeting, at: datetime) -> list[Paper]:
    points = dict(
        AgendaBallot.objects.filter(item__meeting=meeting, item__taken_off_at__isnull=True)
        .order_by("pk")
        .values_list("ballot_id", "item_id")
    )
    here = Q(pk__in=points) | Q(meeting=meeting)
    ballots = Ballot.objects.filter(here).prefetch_related("options").order_by("pk")
    seats = Seat.objects.active(local_day(at)).filter(raad__year=meeting.year).count()
    return [
        Paper(
            title=ballot.question,
            kind=_("Ballot"),
            text=_text(ballot),
            rules=_rules(ballot, seats),
            url=ballot.get_absolute_url(),
            item_id=points.get(ballot.pk),
        )
        for ballot in ballots
    ]


def _text(ballot: Ballot) -> str:
    options = sorted(ballot.options.all(), key=lambda option: option.position)
    return "\n\n".join(
        [ballot.text, *(f"{each.position}. {each.title}\n{each.text}" for each in options)]
    )


def _rules(ballot: Ballot, seats: int) -> tuple[tuple[str, str], ...]:
    """The rules with the numbers of now; the page of the ballot has them in full."""
    quorum = _("At least %(needed)s of the %(whole)s seats vote.")
    first = (_("Quorum"), quorum % {"needed": ballot.quorum.needed(seats), "whole": seats})
    if ballot.is_selection:
        return (first, *_selection_rules(ballot, share_in_words(ballot.majority)))
    tie = (
        _("A tie: the raad votes once more.")
        if ballot.tie_rule == Ballot.TieRule.SECOND_ROUND
        else _("A tie: not adopted.")
    )
    return (
        first,
        (_("Majority"), majority_in_words(ballot, seats)),
        (_("Tie"), tie),
    )


def _selection_rules(ballot: Ballot, majority: str) -> tuple[tuple[str, str], ...]:
    """Of which seats a share is, how many are chosen, and what equal shares mean."""
    equal = (
        _("Equal shares on the last place: the raad votes once more on those.")
        if ballot.tie_rule == Ballot.TieRule.SECOND_ROUND
        else _("Equal shares on the last place: none of those is chosen.")
    )
    most = _("At most %(most)s options are chosen.") % {"most": ballot.choose_max}
    share = _("%(majority)s (of the seats that chose something)") % {"majority": majority}
    return ((_("Majority"), share), (_("Places"), most), (_("Tie"), equal))
