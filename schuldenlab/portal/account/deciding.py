"""Figures about what was decided, and about meetings."""

from django.db.models import Count, Q

from events.models import Meeting, MeetingSeries
from partners.querysets import end_of_day, local_day
from programme.models import Ballot, Decision

from .figure import Figure, Question, Row, counted
from .naming import Named, grouped
from .registry import figure

DUTIES = (
    MeetingSeries.Duty.INSPIRATION,
    MeetingSeries.Duty.NETWORK,
    MeetingSeries.Duty.LEADERS,
    MeetingSeries.Duty.RAAD,
)


@figure("decisions")
def decisions(question: Question) -> Figure:
    """Decisions in the register under a number of the year."""
    rows = Decision.objects.filter(
        year=question.year, taken_at__lte=question.moment, recorded_at__lte=question.moment
    ).order_by("sequence")
    found = (
        (
            Row(
                f"decision:{each.year}-{each.sequence}",
                each.title,
                on=local_day(each.taken_at),
                note=f"origin_{each.origin}",
                text=each.number,
            ),
            each.is_public,
        )
        for each in rows
    )
    return counted("decisions", "decision", grouped(found))


@figure("ballots")
def ballots(question: Question) -> Figure:
    """Ballots that closed in the year, each round for itself."""
    closed = Ballot.objects.filter(
        status=Ballot.Status.CLOSED,
        closed_at__lte=min(question.moment, end_of_day(question.day)),
        closed_at__date__gte=question.first,
    )
    rows = closed.select_related("decision").order_by("closed_at", "pk")
    return counted("ballots", "ballot", grouped(_ballot(each) for each in rows))


def _ballot(ballot: Ballot) -> Named:
    assert ballot.closed_at is not None, "a closed ballot has its moment"
    decision = getattr(ballot, "decision", None)
    row = Row(
        f"ballot:{ballot.pk}",
        ballot.title,
        on=local_day(ballot.closed_at),
        note=f"outcome_{ballot.outcome}",
        text=decision.number if decision else "",
    )
    return row, bool(decision and decision.is_public)


def held_in_year(question: Question) -> list[Meeting]:
    """The meetings of the network that were held, with `present`; ask it by `once`."""
    held = Meeting.objects.filter(
        Meeting.objects.held_at(question.moment),
        held_on__range=(question.first, question.day),
        series__duty__in=DUTIES,
    )
    there = Count("attendances", filter=Q(attendances__recorded_at__lte=question.moment))
    return list(held.annotate(present=there).select_related("series").order_by("held_on", "pk"))


@figure("meetings")
def meetings(question: Question) -> Figure:
    """Meetings of the network, its leaders and its programmaraad that were held."""
    rows = (_meeting(each, "held") for each in question.once(held_in_year))
    return counted("meetings", "meeting", grouped(rows))


@figure("attendance")
def attendance(question: Question) -> Figure:
    """How often an organisation was at one of these meetings."""
    rows = (_meeting(each, "present") for each in question.once(held_in_year))
    return counted("attendance", "presence", grouped(rows))


def _meeting(meeting: Meeting, note: str) -> Named:
    amount = meeting.present if note == "present" else 1  # type: ignore[attr-defined]
    row = Row(
        f"meeting:{meeting.pk}",
        meeting.subject or meeting.series.title,
        amount=Row("").amount * amount,
        on=meeting.held_on,
        note=f"duty_{meeting.series.duty}",
    )
    return row, meeting.series.is_public
