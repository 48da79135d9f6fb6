"""Closing a ballot: count once, decide once, tell everybody once."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import connection, transaction
from django.db.models import Max
from django.utils import translation
from django.utils.translation import gettext as _

from partners.querysets import local_day
from programme import notifications, tally
from programme.models import Ballot, Decision, Programme, Vote
from schuldenlab.audit.actions import record
from schuldenlab.lifecycle import Refused, lock, move

from .programmes import adopt_programme, return_programme

DECISION_LOCK = 70_070_001


@transaction.atomic
def close_ballot(ballot: Ballot, *, at: datetime) -> Ballot:
    """Close a ballot whose deadline has passed; never earlier, and never twice."""
    lock(ballot.raad)
    programme = Programme.objects.select_for_update().filter(ballot=ballot).first()
    lock(ballot)
    if at < ballot.closes_at:
        raise Refused(_("This ballot closes at its deadline, not earlier."))
    counts = count(ballot)
    last = ballot.votes.order_by("-sequence").first()
    also = {
        "outcome": counts["outcome"],
        "counts": counts,
        "chain_head": ballot.seal if last is None else last.hash,
    }
    move(ballot, "close", actor=None, at=at, also=also, facts={"outcome": counts["outcome"]})
    _draw_conclusion(ballot, programme, at)
    notifications.ballot_closed(ballot, at=at)
    return ballot


def count(ballot: Ballot) -> dict[str, Any]:
    """Count the last vote of each organisation that is still a partner at the deadline."""
    entitled = list(ballot.electorate().values_list("pk", flat=True))
    votes = Vote.objects.filter(ballot=ballot, entitlement__in=entitled).last_of_each()
    result = tally.count_motion(
        ballot.rules, len(entitled), [tally.Choice(vote.choice) for vote in votes]
    )
    return {**result.__dict__, "outcome": str(result.outcome)}


def _draw_conclusion(ballot: Ballot, programme: Programme | None, at: datetime) -> None:
    if ballot.outcome in {Ballot.Outcome.ADOPTED, Ballot.Outcome.REJECTED}:
        decision = _enter_decision(ballot, at)
        if programme is not None and ballot.outcome == Ballot.Outcome.ADOPTED:
            adopt_programme(programme, decision, at=at)
        elif programme is not None:
            return_programme(programme, at=at)
    elif ballot.outcome == Ballot.Outcome.SECOND_ROUND:
        _prepare_next(ballot, programme, at, tie_rule=Ballot.TieRule.REJECTED)
    elif not ballot.is_repeat:
        _prepare_next(ballot, programme, at, tie_rule=ballot.tie_rule)


def _enter_decision(ballot: Ballot, at: datetime) -> Decision:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [DECISION_LOCK])
    year = local_day(at).year
    top = Decision.objects.filter(year=year).aggregate(top=Max("sequence"))["top"] or 0
    is_adopted = ballot.outcome == Ballot.Outcome.ADOPTED
    with translation.override(settings.LANGUAGE_CODE):
        title = _("%(title)s adopted") if is_adopted else _("%(title)s not adopted")
    decision = Decision.objects.create(
        raad=ballot.raad,
        year=year,
        sequence=top + 1,
        title=title % {"title": ballot.title},
        text=ballot.text,
        ballot=ballot,
        status=Decision.Status.OPEN if is_adopted else Decision.Status.DONE,
        taken_at=at,
        recorded_at=at,
    )
    record("enter_decision", decision, actor=None, at=at, facts={"number": decision.number})
    return decision


def _prepare_next(
    ballot: Ballot, programme: Programme | None, at: datetime, *, tie_rule: str
) -> None:
    """A second round after a tie, in which a tie is rejected, or a repeat with the same rules."""
    repeat = Ballot.objects.create(
        raad=ballot.raad,
        previous=ballot,
        round=ballot.round + 1,
        tie_rule=tie_rule,
        closes_at=ballot.closes_at,
        recorded_at=at,
        **{
            field: getattr(ballot, field)
            for field in (
                "method",
                "title",
                "question",
                "text",
                "base",
                "quorum_numerator",
                "quorum_denominator",
                "quorum_is_over",
                "majority_numerator",
                "majority_denominator",
                "majority_is_over",
            )
        },
    )
    record("prepare_ballot", repeat, actor=None, at=at, facts={"round": repeat.round})
    if programme is not None:
        programme.ballot = repeat
        programme.save(update_fields=["ballot"])
