"""The representative lets the substitute vote in one ballot, and takes it back."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from partners.models import Person
from partners.querysets import local_day
from programme import notifications
from programme.models import Ballot, Delegate, Entitlement, HandOver
from schuldenlab.audit.actions import record
from schuldenlab.lifecycle import Refused, lock


@transaction.atomic
def hand_over_ballot(ballot: Ballot, *, actor: Person, at: datetime) -> HandOver:
    """Ask the substitute to vote. Both may still vote; the last vote before closing counts."""
    lock(ballot)
    entitlement = _represented(ballot, actor, at)
    speaking = Delegate.objects.speaking(local_day(at)).filter(
        seat=entitlement.seat_id, role=Delegate.Role.SUBSTITUTE
    )
    substitute = speaking.select_related("person").first()
    if substitute is None:
        raise Refused(_("Your seat has no substitute now."))
    if entitlement.hand_overs.filter(withdrawn_at__isnull=True).exists():
        raise Refused(_("This ballot is with your substitute already."))
    hand_over = HandOver.objects.create(
        entitlement=entitlement,
        from_person=actor,
        to_person=substitute.person,
        at=at,
        recorded_at=at,
    )
    facts = {"organisation": entitlement.organisation_id, "to": substitute.person_id}
    record("hand_over_ballot", ballot, actor=actor, at=at, facts=facts)
    notifications.ballot_handed_over(hand_over, at=at)
    return hand_over


@transaction.atomic
def take_back_ballot(ballot: Ballot, *, actor: Person, at: datetime) -> HandOver:
    """Vote oneself after all; the substitute is told. A vote that it cast stays on record."""
    lock(ballot)
    entitlement = _represented(ballot, actor, at)
    hand_over = entitlement.hand_overs.filter(withdrawn_at__isnull=True).first()
    if hand_over is None:
        raise Refused(_("This ballot is with you."))
    hand_over.withdrawn_at = at
    hand_over.save(update_fields=["withdrawn_at"])
    facts = {"organisation": entitlement.organisation_id}
    record("take_back_ballot", ballot, actor=actor, at=at, facts=facts)
    notifications.ballot_taken_back(hand_over, at=at)
    return hand_over


def _represented(ballot: Ballot, actor: Person, at: datetime) -> Entitlement:
    """The seat for which this person is the representative in an open online ballot."""
    if ballot.meeting_id is not None:
        raise Refused(_("The raad votes on this in a meeting."))
    if not ballot.accepts_votes(at):
        raise Refused(_("This ballot is closed."))
    day = local_day(at)
    seats = Delegate.objects.speaking(day).filter(person=actor, role=Delegate.Role.REPRESENTATIVE)
    found: Entitlement | None = (
        ballot.entitlements.counting(day).filter(seat__in=seats.values("seat_id")).first()
    )
    if found is None:
        raise Refused(_("Only the representative of a seat can do this."))
    if found.organisation_id in ballot.organisations_aside():
        raise Refused(_("Your organisation stepped aside and has no vote in this ballot."))
    return found
