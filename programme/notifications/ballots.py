"""Letters about a ballot."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.utils import translation

from partners.querysets import local_day
from programme.calendars import CALENDAR_TYPE, deadline_entry, entry_name
from programme.models import Ballot, InterestQuestion, Recusal, Vote
from schuldenlab.audit.sealing import newest
from schuldenlab.documents.actions import keep_document
from schuldenlab.documents.models import Document
from schuldenlab.outbox.actions import post

from .people import delegates, kernteam, still_there, voters


def ballot_announced(ballot: Ballot, *, at: datetime) -> None:
    """The raad sees what it will vote on, and the interests in it."""
    post(
        "programme/mail/ballot_announced.txt",
        delegates(ballot.raad.seats.active(local_day(at)), at),
        f"ballot-announced:{ballot.pk}",
        at,
        context={"ballot": ballot, "interests": ballot.interests.holding().count()},
    )


def interests_questioned(question: InterestQuestion, *, at: datetime) -> None:
    """A seat says that the interests are not right: the kernteam looks at it."""
    post(
        "programme/mail/interests_questioned.txt",
        kernteam(at),
        f"interests-questioned:{question.pk}",
        at,
        context={
            "question": question,
            "ballot": question.ballot,
            "organisation": question.organisation,
        },
    )


def interest_question_answered(question: InterestQuestion, *, at: datetime) -> None:
    """Who said that an interest is not right hears what the kernteam did with it."""
    post(
        "programme/mail/interests_answered.txt",
        still_there([question], at),
        f"interests-answered:{question.pk}",
        at,
        context={"question": question, "ballot": question.ballot},
    )


def seat_recused(recusal: Recusal, *, at: datetime) -> None:
    """Whoever votes for a seat reads that it stepped aside; so does the kernteam.

    Only the seat itself reads what that does to a vote that it cast: no choice is known before
    closing. So its letters are secret, whether there is such a vote or not.
    """
    ballot = recusal.ballot
    seats = ballot.raad.seats.active(local_day(at)).filter(organisation=recusal.organisation_id)
    name, key = "programme/mail/seat_recused.txt", f"seat-recused:{recusal.pk}"
    facts = {
        "recusal": recusal,
        "ballot": ballot,
        "organisation": recusal.organisation,
        "option": recusal.option,
    }
    votes = Vote.objects.filter(ballot=ballot, entitlement__organisation=recusal.organisation_id)
    own = {**facts, "is_emptied": bool(votes.emptied())}
    post(name, delegates(seats, at), key, at, context=own, is_secret=True)
    post(name, kernteam(at), key, at, context=facts)


def ballot_opened(ballot: Ballot, *, at: datetime) -> None:
    """Representatives and substitutes are asked to vote, or told of the meeting that does.

    The deadline comes along for their calendars.
    """
    seats = ballot.entitlements.values("seat_id")
    recusals = list(ballot.recusals.select_related("organisation", "option"))
    kind = "opened" if ballot.meeting_id is None else "in_meeting"
    post(
        f"programme/mail/ballot_{kind}.txt",
        delegates(seats, at),
        f"ballot-opened:{ballot.pk}",
        at,
        context={
            "ballot": ballot,
            "options": list(ballot.options.order_by("position")),
            "recusals": [each for each in recusals if not each.is_replaced],
            "disclosed": [each for each in recusals if each.is_replaced],
        },
        attachment=_calendar_entry(ballot, at),
    )


def _calendar_entry(ballot: Ballot, at: datetime) -> Document:
    """The deadline, one file for all of them, so in the language of the records."""
    with translation.override(settings.LANGUAGE_CODE):
        content = deadline_entry(ballot)
    return keep_document(
        content, name=entry_name(ballot), allowed=(CALENDAR_TYPE,), actor=None, at=at
    )


def _options(vote: Vote) -> str:
    """The options that were chosen; empty for a motion and for an abstention."""
    if vote.approves is None:
        return ""
    titles = vote.ballot.options.filter(pk__in=vote.approves).values_list("title", flat=True)
    return ", ".join(titles)


def vote_received(vote: Vote, *, at: datetime) -> None:
    """The receipt: what was counted, with its code, to everybody who votes for this seat.

    Secret, because the kernteam reads the register of letters and no choice before closing.
    """
    post(
        "programme/mail/vote_received.txt",
        voters(vote.entitlement.seat_id, at),
        f"vote-received:{vote.ballot_id}:{vote.sequence}",
        at,
        context={
            "vote": vote,
            "options": _options(vote),
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
        delegates(silent.values("seat_id"), at),
        f"vote-reminder:{ballot.pk}:{step}",
        at,
        context={"ballot": ballot},
    )


def ballot_closed(ballot: Ballot, *, at: datetime) -> None:
    """The result, to the raad and the kernteam, with the newest seal: out of our hands with it."""
    seats = ballot.entitlements.values("seat_id")
    post(
        "programme/mail/ballot_closed.txt",
        {*delegates(seats, at), *kernteam(at)},
        f"ballot-closed:{ballot.pk}",
        at,
        context={
            "ballot": ballot,
            "counts": ballot.counts,
            "seal": newest(),
            "chosen": _shares(ballot, ballot.counts.get("chosen", ())),
            "undecided": _shares(
                ballot, ballot.counts.get("second_round") or ballot.counts.get("tied", ())
            ),
        },
    )


def _shares(ballot: Ballot, options: Iterable[int]) -> list[dict[str, Any]]:
    """These options of a closed selection, each with how many of how many chose it."""
    titles = dict(ballot.options.values_list("pk", "title")) if options else {}
    shares = {each["option"]: each for each in ballot.counts.get("options", ())}
    return [
        {
            "title": titles[key],
            "approvals": shares[key]["approvals"],
            "base": shares[key]["base"],
        }
        for key in options
    ]
