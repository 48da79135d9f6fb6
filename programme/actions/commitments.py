"""Commitments: every partner answers to the adopted programme."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Max, QuerySet
from django.utils.translation import gettext as _

from events.models import Meeting
from partners.models import Organisation, Partnership, Person, Way
from partners.querysets import local_day
from programme import notifications
from programme.models import Commitment, Programme
from schuldenlab.audit.actions import record
from schuldenlab.lifecycle import Refused


@transaction.atomic
def give_commitment(
    programme: Programme,
    *,
    organisation: Organisation,
    answer: str,
    reason: str,
    actor: Person,
    at: datetime,
    way: str = Way.ONLINE,
    given_on: date | None = None,
    meeting: Meeting | None = None,
) -> Commitment:
    """The answer of one partner; a later answer is a new row and holds from then on.

    What the kernteam heard has its `way` and the day on which it was given; the partner is asked
    whether it is right.
    """
    day = given_on or local_day(at)
    _refuse_wrong_parties(programme, organisation, at)
    if answer == Commitment.Answer.NOT_NOW and not reason.strip():
        raise Refused(_("Say in a few words why not now."))
    earlier = Commitment.objects.filter(programme=programme, organisation=organisation)
    _refuse_wrong_day(programme, earlier, day, at)
    commitment = Commitment.objects.create(
        programme=programme,
        organisation=organisation,
        ordinal=(earlier.aggregate(top=Max("ordinal"))["top"] or 0) + 1,
        answer=answer,
        reason=reason.strip(),
        person=actor,
        way=way,
        given_on=day,
        meeting=meeting,
        at=at,
        recorded_at=at,
    )
    facts = {"organisation": organisation.pk, "answer": answer, "way": str(way)}
    record("give_commitment", commitment, actor=actor, at=at, facts=facts)
    notifications.commitment_received(commitment, at=at)
    return commitment


def _refuse_wrong_parties(programme: Programme, organisation: Organisation, at: datetime) -> None:
    """Partners of today answer, to a programme that was adopted."""
    if programme.status != Programme.Status.ADOPTED:
        raise Refused(_("This programme is not adopted."))
    if not Partnership.objects.on(local_day(at)).filter(organisation=organisation).exists():
        raise Refused(_("Not a partner now: %(names)s.") % {"names": organisation.name})


def _refuse_wrong_day(
    programme: Programme, earlier: QuerySet[Commitment], day: date, at: datetime
) -> None:
    """An answer is given to what was adopted, and an older one takes no place of a newer."""
    if day > local_day(at):
        raise Refused(_("This day has not come yet. Fill in a day in the past."))
    adopted_at = programme.adopted_at
    if adopted_at is not None and day < local_day(adopted_at):
        raise Refused(_("The programme was not adopted yet on that day."))
    last = earlier.order_by("-ordinal").first()
    if last is not None and last.given_on > day:
        raise Refused(
            _("This partner gave another answer later, on %(day)s. That one holds.")
            % {"day": last.given_on.strftime("%d-%m-%Y")}
        )
