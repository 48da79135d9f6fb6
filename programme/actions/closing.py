"""Closing a ballot: count once, decide once, tell everybody once."""

from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from programme import notifications
from programme.models import Ballot, Decision, Programme, ThemeCall
from programme.signals import ballot_closed
from programme.verification import count_of
from schuldenlab.lifecycle import Refused, lock, move

from .agendas import put_on_meeting
from .course_decided import follow_ballot, lock_change_of
from .decisions import enter_decision
from .programmes import adopt_programme, return_programme
from .rounds import prepare_next
from .themes import conclude_call


@transaction.atomic
def close_ballot(ballot: Ballot, *, at: datetime) -> Ballot:
    """Close a ballot whose deadline has passed; never earlier, and never twice."""
    lock(ballot.raad)
    programme = Programme.objects.select_for_update().filter(ballot=ballot).first()
    call = ThemeCall.objects.select_for_update().filter(ballot=ballot).first()
    change = lock_change_of(ballot)
    lock(ballot)
    if at < ballot.closes_at:
        raise Refused(_("This ballot closes at its deadline, not earlier."))
    counts = count_of(ballot)
    last = ballot.votes.order_by("-sequence").first()
    also = {
        "outcome": counts["outcome"],
        "counts": counts,
        "chain_head": ballot.seal if last is None else last.hash,
    }
    move(ballot, "close", actor=None, at=at, also=also, facts={"outcome": counts["outcome"]})
    _draw_conclusion(ballot, programme, call, at)
    if change is not None:
        follow_ballot(change, ballot, at=at)
    notifications.ballot_closed(ballot, at=at)
    ballot_closed.send(sender=Ballot, ballot=ballot, at=at)
    return ballot


def _draw_conclusion(
    ballot: Ballot, programme: Programme | None, call: ThemeCall | None, at: datetime
) -> None:
    decision = following = None
    if _decides(ballot):
        decision = _decide(ballot, at)
        if programme is not None and ballot.outcome == Ballot.Outcome.ADOPTED:
            adopt_programme(programme, decision, at=at)
        elif programme is not None:
            return_programme(programme, at=at)
    is_undecided = ballot.outcome in {Ballot.Outcome.SECOND_ROUND, Ballot.Outcome.NO_QUORUM}
    if ballot.goes_to_meeting:
        put_on_meeting(ballot, at=at)
    elif is_undecided:
        following = prepare_next(ballot, at=at)
        if programme is not None:
            programme.ballot = following
            programme.save(update_fields=["ballot"])
    if call is not None:
        conclude_call(call, ballot, decision, following, at=at)


def _decides(ballot: Ballot) -> bool:
    """Whether a decision follows: an outcome, or the part of a selection that is safe already."""
    if ballot.is_selection and ballot.outcome != Ballot.Outcome.REJECTED:
        return bool(ballot.counts["chosen"]) or (
            ballot.outcome == Ballot.Outcome.CHOSEN and not ballot.goes_to_meeting
        )
    return ballot.outcome in {Ballot.Outcome.ADOPTED, Ballot.Outcome.REJECTED}


def _decide(ballot: Ballot, at: datetime) -> Decision:
    """The outcome enters the register; it was taken at the deadline, whenever that was counted."""
    with translation.override(settings.LANGUAGE_CODE):  # what is stored, is stored in one language
        title, text = _words(ballot)
    return enter_decision(
        ballot.raad,
        title=title,
        text=text,
        origin=Decision.Origin.BALLOT,
        ballot=ballot,
        taken_at=ballot.closes_at,
        actor=None,
        at=at,
    )


def _words(ballot: Ballot) -> tuple[str, str]:
    """Title and text of the decision, in the language of the records."""
    facts = {"title": ballot.title}
    if not ballot.is_selection:
        is_adopted = ballot.outcome == Ballot.Outcome.ADOPTED
        words = _("%(title)s adopted") if is_adopted else _("%(title)s not adopted")
        return words % facts, ballot.text
    titles = dict(ballot.options.values_list("pk", "title"))
    chosen = [titles[option] for option in ballot.counts["chosen"]]
    if not chosen:
        return _("%(title)s: nothing chosen") % facts, ballot.text
    listed = "\n".join(f"- {each}" for each in chosen)
    return (
        _("%(title)s: %(count)s chosen") % {**facts, "count": len(chosen)},
        _("Chosen:") + f"\n\n{listed}\n\n{ballot.text}",
    )
