"""What is asked about meetings of a programmaraad, votes in them, and handed-over ballots."""

from datetime import datetime, time, timedelta
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from events.models import Meeting
from partners.querysets import local_day
from programme.deadlines import CITY_ZONE
from programme.models import Ballot, Dispute, HandOver, InterestQuestion, Seat

from .ask import Ask, days_left

SOON = timedelta(days=14)
MOST_OBJECTIONS = 5


def raad_asks(person: Any) -> list[Ask]:
    """Papers to read for a seat; agendas to fill, votes to enter and answers to give: kernteam."""
    if person.standing.is_kernteam:
        return [
            *_disputes(person),
            *_objections(),
            *_votes_to_enter(person),
            *_empty_agendas(person),
        ]
    return _papers(person)


def handed(person: Any) -> dict[int, HandOver]:
    """Hand-overs that hold of the seats for which this person votes, by entitlement."""
    mine = HandOver.objects.filter(
        withdrawn_at__isnull=True,
        at__lte=person.moment,
        entitlement__seat__in=Seat.objects.of(person).values("pk"),
        entitlement__ballot__status=Ballot.Status.OPEN,
    )
    return {row.entitlement_id: row for row in mine.select_related("from_person")}


def _papers(person: Any) -> list[Ask]:
    if not person.standing.organisation_ids:
        return []
    years = Seat.objects.of(person).values("raad__year")
    coming = Meeting.objects.of_raad().upcoming(person.moment).filter(year__in=years)
    return [
        Ask(
            title=_("Read the papers of the programmaraad"),
            text=_("The agenda and the papers are ready. The meeting begins at this moment."),
            icon="document",
            due=meeting.starts_at,
            days_left=days_left(person, meeting.starts_at),
            url=reverse("programme:raad-meeting", args=[meeting.pk]),
            action=_("Read the papers"),
            optional=True,
        )
        for meeting in coming.filter(packs__isnull=False).distinct()
    ]


def _disputes(person: Any) -> list[Ask]:
    waiting = Dispute.objects.waiting().filter(entitlement__ballot__status=Ballot.Status.OPEN)
    return [
        Ask(
            title=_("%(name)s says: our vote is not right")
            % {"name": row.entitlement.organisation.name},
            text=_("Correct it or say why not, before the ballot closes."),
            icon="pencil",
            due=row.entitlement.ballot.closes_at,
            days_left=days_left(person, row.entitlement.ballot.closes_at),
            url=reverse("programme:dispute-answer", args=[row.pk]),
            action=_("Answer this"),
        )
        for row in waiting.select_related("entitlement__ballot", "entitlement__organisation")
    ]


def _objections() -> list[Ask]:
    """Objections to the interests in a ballot; before it opens, the interests can still change."""
    waiting = InterestQuestion.objects.waiting().select_related("ballot", "organisation")
    return [
        Ask(
            title=_("%(name)s says: the interests are not right")
            % {"name": question.organisation.name},
            text=_("Answer it before the ballot opens: %(title)s.")
            % {"title": question.ballot.title}
            if question.ballot.status == Ballot.Status.DRAFT
            else _("It waits for your answer: %(title)s.") % {"title": question.ballot.title},
            icon="scales",
            due=None,
            days_left=None,
            url=reverse("programme:interest-answer", args=[question.pk]),
            action=_("Answer this"),
            waits=True,
        )
        for question in waiting[:MOST_OBJECTIONS]
    ]


def _votes_to_enter(person: Any) -> list[Ask]:
    day = local_day(person.moment)
    tonight = datetime.combine(day, time.max, tzinfo=CITY_ZONE)
    ballots = Ballot.objects.open_at(person.moment).filter(
        meeting__starts_at__date=day, meeting__starts_at__lte=person.moment, votes__isnull=True
    )
    return [
        Ask(
            title=_("Enter the votes: %(title)s") % {"title": ballot.title},
            text=_("The programmaraad votes on this today. It is possible until the end of today."),
            icon="ballot",
            due=tonight,
            days_left=0,
            url=reverse("programme:votes-enter", args=[ballot.pk]),
            action=_("Enter votes"),
            due_is_day=True,
        )
        for ballot in ballots
    ]


def _empty_agendas(person: Any) -> list[Ask]:
    until = person.moment + SOON
    coming = Meeting.objects.of_raad().upcoming(person.moment).filter(starts_at__lte=until)
    empty = coming.exclude(points__taken_off_at__isnull=True, points__isnull=False)
    return [
        Ask(
            title=_("Fill the agenda of the programmaraad"),
            text=_("The papers are sent seven days before the meeting, if there is a point."),
            icon="calendar",
            due=meeting.starts_at,
            days_left=days_left(person, meeting.starts_at),
            url=reverse("programme:raad-meeting", args=[meeting.pk]),
            action=_("To the agenda"),
        )
        for meeting in empty
    ]
