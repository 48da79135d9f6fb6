"""What a seat sees of a ballot besides its text: is it held in a meeting, is it handed over."""

from typing import Any

from partners.querysets import local_day
from programme.models import Ballot, Dispute, Entitlement, HandOver, Vote


def held_facts(ballot: Ballot, person: Any) -> dict[str, Any]:
    """What somebody can do with a ballot that is held in a meeting; nothing for another one."""
    if ballot.meeting_id is None or ballot.dispute_by is None:
        return {}
    at = person.moment
    begins = ballot.meeting.starts_at if ballot.meeting else None
    has_begun = begins is not None and begins <= at
    mine = Entitlement.objects.of(person).filter(ballot=ballot).values("pk")
    is_open = ballot.accepts_votes(at) and has_begun
    disputes = Dispute.objects.visible_to(person).filter(entitlement__ballot=ballot)
    return {
        "may_enter": is_open
        and person.standing.is_kernteam
        and local_day(at) == local_day(begins or at),
        "may_answer": is_open and person.standing.is_kernteam,
        "my_vote": Vote.objects.filter(entitlement__in=mine).order_by("-ordinal").first(),
        "may_dispute": is_open
        and at < ballot.dispute_by
        and person.has_perm("programme.dispute_vote", ballot),
        "disputes": list(disputes.select_related("entitlement__organisation")),
    }


def handing_facts(ballot: Ballot, person: Any) -> dict[str, Any]:
    """Whether the ballot of this person's seat is with its substitute, and what can be done."""
    if ballot.meeting_id is not None or not ballot.accepts_votes(person.moment):
        return {}
    seats = Entitlement.objects.of(person).filter(ballot=ballot)
    mine = dict(seats.values_list("pk", "organisation_id"))
    if mine and set(mine.values()) <= ballot.organisations_aside():
        return {}
    handed = (
        HandOver.objects.filter(entitlement__in=list(mine), withdrawn_at__isnull=True)
        .select_related("from_person", "to_person")
        .first()
    )
    return {
        "handed": handed,
        "may_hand_over": person.has_perm("programme.hand_over_ballot", ballot),
    }
