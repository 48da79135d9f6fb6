"""“This is what we ask of you”: every question that is open for one person, most urgent first."""

from typing import Any

from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partners.querysets import local_day
from programme.models import (
    Ballot,
    Commitment,
    Entitlement,
    HandOver,
    Programmaraad,
    Programme,
    Vote,
)
from projects.models import Leadership
from projects.querysets import on_day

from .actions import action_asks
from .ask import Ask, days_left
from .cases import case_asks
from .course import change_asks
from .decisions import decision_asks
from .dues import due_asks
from .invitations import invitation_asks
from .order import most_urgent_first
from .pledges import pledge_asks
from .polls import poll_asks
from .programme import programme_asks
from .projects import project_asks
from .raad import handed, raad_asks
from .register import register_asks
from .renewal import renewal_asks
from .reports import report_asks
from .seats import seat_asks
from .signing import signing_asks
from .stepin import stepin_asks
from .themes import theme_asks

EMPTIED = gettext_lazy("Your vote counts as an abstention now. Do you want to vote again?")


def asks_of(person: Any) -> list[Ask]:
    """All asks of this person at its moment, the most urgent first (see `order`)."""
    asks = [
        *_votes(person),
        *_commitments(person),
        *programme_asks(person),
        *signing_asks(person),
        *raad_asks(person),
        *register_asks(person),
        *renewal_asks(person),
        *seat_asks(person),
        *change_asks(person),
        *_responses(person),
        *decision_asks(person),
        *action_asks(person),
        *theme_asks(person),
        *stepin_asks(person),
        *invitation_asks(person),
        *poll_asks(person),
        *(_leading(person) if _leads(person) else ()),
        *pledge_asks(person),
        *due_asks(person),
        *_staff(person),
    ]
    return most_urgent_first(asks)


def _leads(person: Any) -> bool:
    """Whether it leads a project today, or stands in; who does not is not asked about any."""
    mine = Leadership.objects.filter(person=person)
    return bool(on_day(mine, local_day(person.moment)).exists())


def _leading(person: Any) -> list[Ask]:
    return [*project_asks(person), *report_asks(person), *case_asks(person)]


def _votes(person: Any) -> list[Ask]:
    """Ballots in which a seat has not voted, or in which nothing is left of its vote."""
    if not person.standing.organisation_ids:  # a seat votes through people of its partner
        return []
    mine = (
        Entitlement.objects.of(person)
        .counting(local_day(person.moment))
        .filter(ballot__in=Ballot.objects.open_at(person.moment).online())
        .annotate(has_voted=Exists(Vote.objects.filter(entitlement=OuterRef("pk"))))
        .select_related("ballot__raad", "organisation")
    )
    handed_over = handed(person)
    chose = [each.pk for each in mine if each.has_voted and each.ballot.is_selection]
    votes = Vote.objects.filter(entitlement__in=chose).select_related("entitlement__ballot")
    emptied = votes.emptied() if chose else []
    asks = [
        *(
            (each, _vote_text(each, handed_over.get(each.pk)), _("Vote now"))
            for each in mine
            if not each.has_voted
        ),
        *((each.entitlement, EMPTIED, _("Vote again")) for each in emptied),
    ]
    return [
        Ask(
            title=entitlement.ballot.question,
            text=str(text),
            icon="ballot",
            due=entitlement.ballot.closes_at,
            days_left=days_left(person, entitlement.ballot.closes_at),
            url=reverse("programme:ballot-vote", args=[entitlement.ballot_id]),
            action=action,
        )
        for entitlement, text, action in asks
        if entitlement.pk not in handed_over
        or handed_over[entitlement.pk].from_person_id != person.pk
    ]


def _vote_text(entitlement: Entitlement, hand_over: HandOver | None) -> str:
    facts = {"name": entitlement.organisation.name, "year": entitlement.ballot.raad.year}
    if hand_over is not None:
        return _("%(from)s asks you to vote for %(name)s in the programmaraad of %(year)s.") % {
            **facts,
            "from": hand_over.from_person.name,
        }
    return (
        _("You vote for %(name)s in the programmaraad of %(year)s. It takes about five minutes.")
        % facts
    )


def _commitments(person: Any) -> list[Ask]:
    names = {
        fact.organisation_id: fact.organisation_name
        for fact in person.standing.mandates
        if fact.organisation_id in person.standing.commits_ids
    }
    if not names:
        return []
    programmes = Programme.objects.filter(
        status=Programme.Status.ADOPTED, year__gte=local_day(person.moment).year
    )
    answered = set(
        Commitment.objects.filter(organisation__in=names, programme__in=programmes).values_list(
            "programme_id", "organisation_id"
        )
    )
    return [
        Ask(
            title=_("Does %(name)s commit to the programme of %(year)s?")
            % {"name": name, "year": programme.year},
            text=_("The programmaraad has adopted it. Every partner says yes, or not now."),
            icon="pencil",
            due=programme.commit_by,
            days_left=days_left(person, programme.commit_by),
            url=reverse("programme:commitment-give", args=[programme.year, organisation]),
            action=_("Give your answer"),
        )
        for programme in programmes
        for organisation, name in names.items()
        if (programme.pk, organisation) not in answered
    ]


def _responses(person: Any) -> list[Ask]:
    ours = person.standing.organisation_ids
    if not ours or person.standing.is_kernteam:
        return []
    raden = Programmaraad.objects.filter(
        status=Programmaraad.Status.COMPOSING,
        proposed_at__lte=person.moment,
        respond_by__gt=person.moment,
    ).exclude(responses__organisation__in=ours)
    return [
        Ask(
            title=_("What do you think of the proposed programmaraad of %(year)s?")
            % {"year": raad.year},
            text=_("You may respond; you do not have to. There is no vote on it."),
            icon="people",
            due=raad.respond_by,
            days_left=days_left(person, raad.respond_by),
            url=raad.get_absolute_url(),
            action=_("See the proposal"),
            optional=True,
        )
        for raad in raden
    ]


def _staff(person: Any) -> list[Ask]:
    if not person.standing.is_kernteam:
        return []
    ready = Programmaraad.objects.filter(
        status=Programmaraad.Status.COMPOSING, respond_by__lte=person.moment
    )
    repeats = Ballot.objects.filter(status=Ballot.Status.DRAFT, previous__isnull=False)
    return [
        *(
            Ask(
                title=_("Install the programmaraad of %(year)s") % {"year": raad.year},
                text=_("The time to respond is over. Read the responses, then install it."),
                icon="people",
                due=None,
                days_left=None,
                url=raad.get_absolute_url(),
                action=_("To the programmaraad"),
                waits=True,
            )
            for raad in ready
        ),
        *(
            Ask(
                title=_("Open the next round: %(title)s") % {"title": ballot.title},
                text=_("The first ballot gave no decision. The rules stay the same."),
                icon="ballot",
                due=None,
                days_left=None,
                url=reverse("programme:ballot-open", args=[ballot.pk]),
                action=_("Open the next round"),
                waits=True,
            )
            for ballot in repeats
        ),
    ]
