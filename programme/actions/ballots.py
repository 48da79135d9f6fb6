"""Opening a ballot and casting votes."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Max
from django.utils import translation
from django.utils.translation import gettext as _

from partners.models import Organisation, Person
from partners.querysets import local_day
from programme import chain, notifications
from programme.models import Ballot, Entitlement, Programmaraad, Programme, Vote
from schuldenlab.audit.actions import record
from schuldenlab.lifecycle import Refused, lock, move


@transaction.atomic
def put_programme_to_ballot(
    programme: Programme,
    *,
    closes_at: datetime,
    rules: dict[str, Any],
    actor: Person | None,
    at: datetime,
) -> Ballot:
    """Let the raad of the programme's year vote on its text, from now until `closes_at`."""
    raad = Programmaraad.objects.filter(year=programme.year).first()
    if raad is None:
        raise Refused(_("There is no programmaraad of this year yet."))
    lock(raad)
    lock(programme)
    if programme.status != Programme.Status.SUBMITTED:
        raise Refused(_("Submit the programme to the programmaraad first."))
    if programme.ballot is not None and programme.ballot.status != Ballot.Status.CLOSED:
        raise Refused(_("There is a ballot on this programme already."))
    with translation.override(settings.LANGUAGE_CODE):  # what is stored, is stored in one language
        title = _("Programme %(year)s") % {"year": programme.year}
        question = _("Do you adopt the programme of %(year)s?") % {"year": programme.year}
    ballot = Ballot.objects.create(
        raad=raad,
        title=title,
        question=question,
        text=f"{programme.title}\n\n{programme.ambition}\n\n{programme.text}",
        closes_at=closes_at,
        recorded_at=at,
        **rules,
    )
    programme.ballot = ballot
    programme.save(update_fields=["ballot"])
    record("prepare_ballot", ballot, actor=actor, at=at, facts={"programme": programme.pk})
    return open_ballot(ballot, closes_at=closes_at, actor=actor, at=at)


@transaction.atomic
def open_ballot(
    ballot: Ballot, *, closes_at: datetime, actor: Person | None, at: datetime
) -> Ballot:
    """Open the ballot: electorate, text and rules are fixed and sealed from this moment."""
    lock(ballot.raad)
    lock(ballot)
    if ballot.status != Ballot.Status.DRAFT:
        raise Refused(_("This ballot was opened already."))
    if ballot.raad.status != Programmaraad.Status.INSTALLED:
        raise Refused(_("This programmaraad is not installed."))
    if closes_at <= at:
        raise Refused(_("The deadline lies in the past."))
    seats = list(ballot.raad.seats.active(local_day(at)))
    if not seats:
        raise Refused(_("No seat can vote now."))
    ballot.closes_at = closes_at
    Entitlement.objects.bulk_create(
        Entitlement(ballot=ballot, seat=seat, organisation_id=seat.organisation_id)
        for seat in seats
    )
    also = {"closes_at": closes_at, "seal": chain.seal(ballot.sealed_facts())}
    move(ballot, "open", actor=actor, at=at, also=also, facts={"entitled": len(seats)})
    notifications.ballot_opened(ballot, at=at)
    return ballot


@transaction.atomic
def cast_vote(
    ballot: Ballot,
    *,
    organisation: Organisation,
    choice: str,
    reason: str,
    actor: Person,
    at: datetime,
) -> Vote:
    """Cast the vote of an organisation; a later one before the deadline takes its place.

    Every vote stays on record and seals the one before it. `at` decides whether it is in time.
    """
    lock(ballot)
    if not ballot.accepts_votes(at):
        raise Refused(_("This ballot is closed. Your vote was not counted."))
    entitlement = (
        ballot.entitlements.counting(local_day(at)).filter(organisation=organisation).first()
    )
    if entitlement is None:
        raise Refused(_("Your organisation has no vote in this ballot."))
    vote = Vote(
        ballot=ballot,
        entitlement=entitlement,
        ordinal=(entitlement.votes.aggregate(top=Max("ordinal"))["top"] or 0) + 1,
        choice=choice,
        reason=" ".join(reason.split()),
        person=actor,
        receipt_code=chain.new_receipt_code(),
        at=at,
        recorded_at=at,
    )
    _seal_vote(vote)
    vote.save()
    facts = {"organisation": organisation.pk, "ordinal": vote.ordinal}
    record("cast_vote", ballot, actor=actor, at=at, facts=facts)
    notifications.vote_received(vote, at=at)
    return vote


def _seal_vote(vote: Vote) -> None:
    last = vote.ballot.votes.order_by("-sequence").first()
    vote.sequence = 1 if last is None else last.sequence + 1
    vote.hash = chain.next_hash(vote.ballot.seal if last is None else last.hash, vote.link())
