"""The ballot on a programme, opening a ballot, and casting votes."""

from collections.abc import Collection
from datetime import datetime
from typing import Any, cast

from django.conf import settings
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from partners.models import Organisation, Person, Way
from partners.querysets import local_day
from programme import chain, notifications
from programme.models import Ballot, Entitlement, Programmaraad, Programme, Vote
from programme.querysets.rights import ASIDE, ENTITLED, LAST
from schuldenlab.audit.actions import record
from schuldenlab.lifecycle import Refused, lock, move
from schuldenlab.prepared import insert

from .interests import derive_interests
from .preparing import prepare_motion
from .recusals import recuse_paid_seats


@transaction.atomic
def prepare_programme_ballot(
    programme: Programme,
    *,
    closes_at: datetime,
    rules: dict[str, Any],
    actor: Person | None,
    at: datetime,
) -> Ballot:
    """Write down the question whether the raad adopts a submitted programme.

    It is a draft like that of other motions: interests are disclosed and shown before it opens.
    """
    raad = Programmaraad.objects.filter(year=programme.year).first()
    if raad is None:
        raise Refused(_("There is no programmaraad of this year yet."))
    lock(raad)
    lock(programme)
    if programme.status != Programme.Status.SUBMITTED:
        raise Refused(_("Submit the programme to the programmaraad first."))
    if programme.ballot is not None and programme.ballot.status != Ballot.Status.CLOSED:
        raise Refused(_("There is a ballot on this programme already."))
    if closes_at <= at:
        raise Refused(_("The deadline lies in the past."))
    with translation.override(settings.LANGUAGE_CODE):  # what is stored, is stored in one language
        title = _("Programme %(year)s") % {"year": programme.year}
        question = _("Do you adopt the programme of %(year)s?") % {"year": programme.year}
    ballot = prepare_motion(
        raad,
        title=title,
        question=question,
        text=programme.submissions.texts()[0].wording,
        closes_at=closes_at,
        rules=rules,
        actor=actor,
        at=at,
    )
    programme.ballot = ballot
    programme.save(update_fields=["ballot"])
    return ballot


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
    if ballot.previous_id is None:
        derive_interests(ballot, at=at)
    _refuse_unseen_interests(ballot)
    recuse_paid_seats(ballot, at=at)
    ballot.closes_at = closes_at
    Entitlement.objects.bulk_create(
        Entitlement(ballot=ballot, seat=seat, organisation_id=seat.organisation_id)
        for seat in seats
    )
    also = {"closes_at": closes_at, "seal": chain.seal(ballot.sealed_facts())}
    move(ballot, "open", actor=actor, at=at, also=also, facts={"entitled": len(seats)})
    notifications.ballot_opened(ballot, at=at)
    return ballot


def _refuse_unseen_interests(ballot: Ballot) -> None:
    """Interests are shown before a ballot opens, so that a seat can say that they are not right."""
    if ballot.announced_at is None and ballot.round == 1 and ballot.interests.holding().exists():
        raise Refused(_("Show this ballot to the programmaraad first: it discloses interests."))


@transaction.atomic
def cast_vote(
    ballot: Ballot,
    *,
    organisation: Organisation,
    choice: str,
    reason: str,
    actor: Person,
    at: datetime,
    approves: Collection[int] = (),
) -> Vote:
    """Cast the vote of an organisation; a later one before the deadline takes its place.

    In a selection `approves` are the keys of options; none of them is an abstention. Every vote
    stays on record and seals the one before it. `at` decides whether it is in time.
    """
    raad = ballot.raad
    lock(ballot).raad = raad  # a ballot stays with its raad, so its receipt asks no second time
    if ballot.meeting_id is not None:
        raise Refused(_("The raad votes on this in a meeting. The kernteam enters your vote."))
    return put_vote(
        ballot,
        organisation=organisation,
        choice=choice,
        approves=approves,
        reason=reason,
        person=actor,
        entered_by=None,
        at=at,
    )


def put_vote(
    ballot: Ballot,
    *,
    organisation: Organisation,
    choice: str,
    approves: Collection[int],
    reason: str,
    person: Person,
    entered_by: Person | None,
    at: datetime,
) -> Vote:
    """Seal one vote on top of the last one, and send its receipt. The ballot is locked.

    `entered_by` is who of the kernteam entered it in a meeting; then the trail names that person.
    """
    vote = _next_vote(
        _entitled(ballot, organisation, at),
        choice=choice,
        approves=_checked_approvals(ballot, organisation, choice, approves),
        reason=" ".join(reason.split()),
        person=person,
        way=Way.ONLINE if entered_by is None else Way.MEETING,
        entered_by=entered_by,
        at=at,
    )
    facts = {"organisation": organisation.pk, "ordinal": vote.ordinal}
    record("cast_vote", ballot, actor=entered_by or person, at=at, facts=facts)
    notifications.vote_received(vote, at=at)
    return vote


def _entitled(ballot: Ballot, organisation: Organisation, at: datetime) -> Entitlement:
    """The right of this organisation to vote now."""
    if not ballot.accepts_votes(at):
        raise Refused(_("This ballot is closed. Your vote was not counted."))
    for entitlement in ENTITLED.found(ballot.pk, organisation.pk, local_day(at)):
        entitlement.ballot, entitlement.organisation = ballot, organisation
        return cast("Entitlement", entitlement)
    raise Refused(_("Your organisation has no vote in this ballot."))


def _checked_approvals(
    ballot: Ballot, organisation: Organisation, choice: str, approves: Collection[int]
) -> list[int] | None:
    """The options that a vote may approve, in one order; None for a motion and an abstention."""
    aside = {option for (option,) in ASIDE.rows(ballot.pk, organisation.pk)}
    if not ballot.is_selection:
        if None in aside:
            raise Refused(_("Your organisation stepped aside and has no vote in this ballot."))
        return None
    options = set(ballot.options.values_list("pk", flat=True))
    if options <= aside:
        raise Refused(_("Your organisation stepped aside and has no vote in this ballot."))
    if choice == Vote.Choice.ABSTAIN:
        return None
    said = sorted(set(approves))
    if not said:
        raise Refused(_("Choose at least one option, or abstain."))
    if not set(said) <= options - aside:
        raise Refused(_("Your organisation cannot choose one of these options."))
    most = ballot.choose_max or 1
    if len(said) > most:
        raise Refused(_("Choose at most %(most)s options.") % {"most": most})
    return said


def _next_vote(entitlement: Entitlement, *, at: datetime, **said: Any) -> Vote:
    """The next vote of a seat, sealed on top of the last one of the ballot."""
    ballot = entitlement.ballot
    before = LAST.rows(ballot.pk, entitlement.pk)
    sequence, last, own = before[0] if before else (0, ballot.seal, None)
    vote = Vote(
        ballot=ballot,
        entitlement=entitlement,
        ordinal=(own or 0) + 1,
        sequence=sequence + 1,
        receipt_code=chain.new_receipt_code(),
        at=at,
        recorded_at=at,
        **said,
    )
    vote.hash = chain.next_hash(last, vote.link())
    insert(vote)
    return vote
