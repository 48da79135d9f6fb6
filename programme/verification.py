"""Checking ballots again: the chain, the seal and the count, from what stands in the database."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from programme import chain, tally
from programme.models import Ballot, Vote


def faults_of(ballot: Ballot) -> list[str]:
    """What is wrong with an opened ballot, in sentences; an empty list when nothing is."""
    faults = []
    if chain.seal(ballot.sealed_facts()) != ballot.seal:
        faults.append(_("The text, the rules or the electorate are not those of the opening."))
    votes = list(ballot.votes.order_by("sequence"))
    broken = chain.first_break(ballot.seal, ((vote.link(), vote.hash) for vote in votes))
    if broken is not None:
        faults.append(_("The chain of votes is broken at vote %(number)s.") % {"number": broken})
    if ballot.status == Ballot.Status.CLOSED:
        faults += _faults_after_closing(ballot, votes)
    return faults


def _faults_after_closing(ballot: Ballot, votes: list[Vote]) -> Iterator[str]:
    head = votes[-1].hash if votes else ballot.seal
    if head != ballot.chain_head:
        yield _("The last vote is not the one that the result names.")
    entitled = set(ballot.electorate().values_list("pk", flat=True))
    last = {vote.entitlement_id: vote.choice for vote in sorted(votes, key=lambda x: x.ordinal)}
    choices = [tally.Choice(choice) for seat, choice in last.items() if seat in entitled]
    result = tally.count_motion(ballot.rules, len(entitled), choices)
    recount = {**result.__dict__, "outcome": str(result.outcome)}
    if recount != ballot.counts or ballot.outcome != result.outcome:
        yield _("Counting again gives another result.")


def verify_all() -> dict[str, object]:
    """Every opened ballot checked again, as the command prints it."""
    ballots = Ballot.objects.exclude(status=Ballot.Status.DRAFT).order_by("pk")
    errors = [
        {"ballot": ballot.pk, "title": ballot.title, "message": fault}
        for ballot in ballots
        for fault in faults_of(ballot)
    ]
    return {
        "ok": not errors,
        "ballots": len(ballots),
        "votes": Vote.objects.count(),
        "errors": errors,
    }
