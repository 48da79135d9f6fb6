"""Who is told what about the year: recipients, template, unique key."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from partners.models import KernteamMember, Mandate, Organisation, Person, Way
from partners.notifications import recorded_in_name
from partners.querysets import local_day
from programme.models import Ballot, Commitment, Delegate, Programmaraad, Programme, Seat, Vote
from schuldenlab.outbox.actions import post
from schuldenlab.outbox.models import Recipient


def _partner_people(at: datetime) -> list[Recipient]:
    """Everybody with a current mandate of a partner."""
    day = local_day(at)
    partners = Organisation.objects.partners(day)
    people = (
        Person.objects.can_log_in()
        .filter(mandates__in=Mandate.objects.on(day), mandates__organisation__in=partners)
        .distinct()
    )
    return [person.as_recipient() for person in people]


def _kernteam(at: datetime) -> list[Recipient]:
    terms = KernteamMember.objects.on(local_day(at)).select_related("person")
    return [term.person.as_recipient() for term in terms if term.person.is_active]


def _delegates(seats: Iterable[Any], at: datetime) -> list[Recipient]:
    rows = (
        Delegate.objects.speaking(local_day(at))
        .filter(seat__in=seats, person__is_active=True)
        .select_related("person")
    )
    return [row.person.as_recipient() for row in rows]


def raad_proposed(raad: Programmaraad, *, at: datetime) -> None:
    """All partners can respond to the proposed seats."""
    names = list(raad.seats.values_list("organisation__name", flat=True))
    post(
        "programme/mail/raad_proposed.txt",
        _partner_people(at),
        f"raad-proposed:{raad.pk}:{at.isoformat()}",
        at,
        context={"raad": raad, "names": names},
    )


def delegates_named(seat: Seat, people: Iterable[Person | None], *, at: datetime) -> None:
    """You speak for your organisation in the programmaraad."""
    post(
        "programme/mail/delegate_named.txt",
        [person.as_recipient() for person in people if person is not None],
        f"delegate-named:{seat.pk}:{local_day(at)}",
        at,
        context={"raad": seat.raad, "organisation": seat.organisation},
    )


def raad_installed(raad: Programmaraad, *, at: datetime) -> None:
    """The new raad is announced to all partners."""
    names = list(raad.seats.active(local_day(at)).values_list("organisation__name", flat=True))
    post(
        "programme/mail/raad_installed.txt",
        _partner_people(at),
        f"raad-installed:{raad.pk}",
        at,
        context={"raad": raad, "names": names},
    )


def ballot_opened(ballot: Ballot, *, at: datetime) -> None:
    """Representatives and substitutes are asked to vote."""
    seats = ballot.entitlements.values("seat_id")
    post(
        "programme/mail/ballot_opened.txt",
        _delegates(seats, at),
        f"ballot-opened:{ballot.pk}",
        at,
        context={"ballot": ballot},
    )


def vote_received(vote: Vote, *, at: datetime) -> None:
    """The receipt: what was counted, with its code, to everybody who votes for this seat.

    Secret, because the kernteam reads the register of letters and no choice before closing.
    """
    post(
        "programme/mail/vote_received.txt",
        _delegates([vote.entitlement.seat_id], at),
        f"vote-received:{vote.ballot_id}:{vote.sequence}",
        at,
        context={
            "vote": vote,
            "ballot": vote.ballot,
            "organisation": vote.entitlement.organisation,
        },
        is_urgent=True,
        is_secret=True,
    )


def vote_reminder(ballot: Ballot, silent: QuerySet[Any], *, step: int, at: datetime) -> None:
    """Only seats that have not voted."""
    post(
        "programme/mail/vote_reminder.txt",
        _delegates(silent.values("seat_id"), at),
        f"vote-reminder:{ballot.pk}:{step}",
        at,
        context={"ballot": ballot},
    )


def ballot_closed(ballot: Ballot, *, at: datetime) -> None:
    """The result, to the raad and the kernteam."""
    seats = ballot.entitlements.values("seat_id")
    post(
        "programme/mail/ballot_closed.txt",
        {*_delegates(seats, at), *_kernteam(at)},
        f"ballot-closed:{ballot.pk}",
        at,
        context={"ballot": ballot, "counts": ballot.counts},
    )


def _may_commit(organisations: Any, at: datetime) -> list[Recipient]:
    people = Person.objects.speaking_for(organisations, local_day(at))
    return [person.as_recipient() for person in people]


def commitment_asked(programme: Programme, *, at: datetime) -> None:
    """Every partner is asked for its commitment."""
    post(
        "programme/mail/commitment_asked.txt",
        _may_commit(Organisation.objects.partners(local_day(at)), at),
        f"commitment-asked:{programme.pk}",
        at,
        context={"programme": programme},
    )


def commitment_reminder(programme: Programme, *, step: int, at: datetime) -> None:
    """Only partners that have not answered."""
    silent = Organisation.objects.partners(local_day(at)).exclude(commitments__programme=programme)
    post(
        "programme/mail/commitment_reminder.txt",
        _may_commit(silent, at),
        f"commitment-reminder:{programme.pk}:{step}",
        at,
        context={"programme": programme},
    )


def commitment_received(commitment: Commitment, *, at: datetime) -> None:
    """What was recorded: to everybody who may commit this organisation, if one of them gave it.

    What the kernteam heard goes to all its people, with the question whether it is right.
    """
    if commitment.way != Way.ONLINE:
        recorded_in_name(
            commitment.organisation,
            "commitment",
            key=f"commitment:{commitment.pk}",
            at=at,
            year=commitment.programme.year,
            commitment=commitment,
        )
        return
    post(
        "programme/mail/commitment_received.txt",
        _may_commit([commitment.organisation_id], at),
        f"commitment-received:{commitment.pk}",
        at,
        context={
            "commitment": commitment,
            "organisation": commitment.organisation,
            "programme": commitment.programme,
        },
    )
