"""Interests in the subject of a ballot, and what the records above know of them."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from partners.models import Organisation, Person
from partners.querysets import local_day
from programme import notifications, ports
from programme.models import Ballot, BallotInterest, BallotOption, InterestQuestion
from schuldenlab.audit.actions import record
from schuldenlab.lifecycle import Refused, lock


def derive_interests(ballot: Ballot, *, at: datetime) -> None:
    """Disclose what the records know: pledges, stuurgroep seats, benefits.

    Part of preparing, of saying what a ballot is about, and of showing and opening it: until then
    there may be more. What was taken back, stays so.
    """
    names = ("organisation_id", "option_id", "kind", "text")
    gone = ballot.interests.filter(withdrawn_at__isnull=False)
    taken_back = set(gone.values_list(*names))
    found = ports.interests_in(ballot)
    facts = [each for each in found if tuple(getattr(each, n) for n in names) not in taken_back]
    BallotInterest.objects.bulk_create(
        [
            BallotInterest(
                ballot=ballot,
                organisation_id=fact.organisation_id,
                option_id=fact.option_id,
                kind=fact.kind,
                text=fact.text,
                is_derived=True,
                disclosed_at=at,
                recorded_at=at,
            )
            for fact in facts
        ],
        ignore_conflicts=True,
    )


@transaction.atomic
def disclose_interest(
    ballot: Ballot,
    *,
    organisation: Organisation,
    kind: str,
    text: str,
    actor: Person,
    at: datetime,
    option: BallotOption | None = None,
) -> BallotInterest:
    """Write down what a partner has in the subject, before the ballot opens."""
    lock(ballot)
    _refuse_once_open(ballot)
    if option is not None and option.ballot_id != ballot.pk:
        raise Refused(_("This option belongs to another ballot."))
    text = " ".join(text.split())
    same = ballot.interests.holding().filter(
        organisation=organisation, option=option, kind=kind, text=text
    )
    if same.exists():
        raise Refused(_("This interest is disclosed already."))
    interest = BallotInterest.objects.create(
        ballot=ballot,
        organisation=organisation,
        option=option,
        kind=kind,
        text=text,
        disclosed_at=at,
        recorded_at=at,
    )
    facts = {"organisation": organisation.pk, "kind": kind, "option": option and option.pk}
    record("disclose_interest", ballot, actor=actor, at=at, facts=facts)
    return interest


@transaction.atomic
def withdraw_interest(
    interest: BallotInterest, *, reason: str, actor: Person, at: datetime
) -> BallotInterest:
    """Take back an interest that is not right; it stays on record with the reason."""
    ballot = lock(interest.ballot)
    lock(interest)
    _refuse_once_open(ballot)
    if interest.withdrawn_at is not None:
        raise Refused(_("This interest was taken back already."))
    if not reason.strip():
        raise Refused(_("Say in a few words why this is not right."))
    interest.withdrawn_at, interest.withdrawn_because = at, " ".join(reason.split())
    interest.save(update_fields=["withdrawn_at", "withdrawn_because"])
    facts = {"organisation": interest.organisation_id, "kind": interest.kind}
    record("withdraw_interest", ballot, actor=actor, at=at, facts=facts)
    return interest


def _refuse_once_open(ballot: Ballot) -> None:
    if ballot.status != Ballot.Status.DRAFT:
        raise Refused(_("Interests are disclosed before a ballot opens. This one has opened."))


@transaction.atomic
def question_interests(
    ballot: Ballot, *, organisation: Organisation, text: str, actor: Person, at: datetime
) -> InterestQuestion:
    """A seat says that what the ballot discloses is not right; the kernteam hears it."""
    lock(ballot)
    if ballot.status == Ballot.Status.CLOSED:
        raise Refused(_("This ballot is closed."))
    day = local_day(at)
    if not ballot.raad.seats.active(day).filter(organisation=organisation).exists():
        raise Refused(_("Your organisation has no seat in this programmaraad."))
    question = InterestQuestion.objects.create(
        ballot=ballot,
        organisation=organisation,
        text=text.strip(),
        person=actor,
        at=at,
        recorded_at=at,
    )
    record("question_interests", ballot, actor=actor, at=at, facts={"by": organisation.pk})
    notifications.interests_questioned(question, at=at)
    return question


@transaction.atomic
def answer_interest_question(
    question: InterestQuestion, *, text: str, actor: Person, at: datetime
) -> InterestQuestion:
    """The kernteam says what it did with an objection, once; who said it gets the answer."""
    ballot = lock(question.ballot)
    lock(question)
    if question.answer:
        raise Refused(_("This was answered already."))
    if not text.strip():
        raise Refused(_("Write an answer."))
    question.answer, question.answered_by, question.answered_at = text.strip(), actor, at
    question.save(update_fields=["answer", "answered_by", "answered_at"])
    facts = {"question": question.pk, "organisation": question.organisation_id}
    record("answer_interest_question", ballot, actor=actor, at=at, facts=facts)
    notifications.interest_question_answered(question, at=at)
    return question
