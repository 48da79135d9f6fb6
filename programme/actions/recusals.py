"""Seats that step aside: by their own choice, or because they are paid from the subject."""

from collections import defaultdict
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from partners.models import Organisation, Person
from partners.querysets import local_day
from programme import notifications, tally
from programme.models import Ballot, BallotOption, Recusal
from schuldenlab.audit.actions import record, record_all
from schuldenlab.lifecycle import Refused, lock


@transaction.atomic
def recuse_seat(
    ballot: Ballot,
    *,
    organisation: Organisation,
    option: BallotOption | None,
    reason: str,
    actor: Person,
    at: datetime,
) -> Recusal:
    """A seat steps aside itself, for a motion or for one option; it cannot be taken back.

    Its vote is not counted then, also when it was given already. Refused when fewer than three
    seats would remain: its interest is disclosed, and it votes.
    """
    lock(ballot)
    _refuse_recusal(ballot, organisation, option, at)
    recusal = Recusal.objects.create(
        ballot=ballot,
        organisation=organisation,
        option=option,
        ground=Recusal.Ground.CHOSEN,
        reason=" ".join(reason.split()),
        person=actor,
        at=at,
        recorded_at=at,
    )
    facts = {"organisation": organisation.pk, "option": option and option.pk}
    record("recuse_seat", ballot, actor=actor, at=at, facts=facts)
    notifications.seat_recused(recusal, at=at)
    return recusal


def _refuse_recusal(
    ballot: Ballot, organisation: Organisation, option: BallotOption | None, at: datetime
) -> None:
    """In time, for something that is voted on, once, and only as long as three seats remain."""
    is_late = ballot.status == Ballot.Status.OPEN and not ballot.accepts_votes(at)
    if ballot.status == Ballot.Status.CLOSED or is_late:
        raise Refused(_("This ballot is closed. Nobody steps aside any more."))
    if (option is not None) != ballot.is_selection:
        raise Refused(_("Choose for what your organisation steps aside."))
    seats = _seats(ballot, at)
    if organisation.pk not in seats:
        raise Refused(_("Your organisation has no vote in this ballot."))
    earlier = ballot.recusals.filter(option=option)
    if earlier.filter(organisation=organisation).exists():
        raise Refused(_("Your organisation stepped aside already."))
    aside = set(earlier.effective().values_list("organisation_id", flat=True))
    if not tally.may_step_aside(seats, aside | {organisation.pk}):
        raise Refused(
            _("Fewer than three seats would remain. Your interest is disclosed, and you vote.")
        )


def _seats(ballot: Ballot, at: datetime) -> set[int]:
    """The organisations that vote: the frozen electorate, or the seats of today before it."""
    day = local_day(at)
    if ballot.status == Ballot.Status.OPEN:
        entitled = ballot.entitlements.counting(day)
        return set(entitled.values_list("organisation_id", flat=True))
    return set(ballot.raad.seats.active(day).values_list("organisation_id", flat=True))


def recuse_paid_seats(ballot: Ballot, *, at: datetime) -> None:
    """Who is paid from the subject steps aside. Part of opening.

    Where fewer than three seats would remain, all of them vote and their interest is disclosed.
    """
    seats = _seats(ballot, at)
    paid: defaultdict[int | None, set[int]] = defaultdict(set)
    every = list(ballot.options.values_list("pk", flat=True)) if ballot.is_selection else [None]
    for organisation, option in ballot.interests.paid().values_list("organisation_id", "option_id"):
        if organisation in seats:
            for each in [option] if option in every else every:
                paid[each].add(organisation)
    already = set(ballot.recusals.values_list("organisation_id", "option_id"))
    rows = []
    for option, organisations in paid.items():
        chosen = {each for each, its in already if its == option}
        aside, disclosed = tally.step_aside(seats, chosen, organisations)
        rows += [
            Recusal(
                ballot=ballot,
                organisation_id=organisation,
                option_id=option,
                ground=Recusal.Ground.PAID,
                is_replaced=organisation in disclosed,
                at=at,
                recorded_at=at,
            )
            for organisation in sorted(aside | disclosed)
        ]
    Recusal.objects.bulk_create(rows)
    record_all(
        [
            ("recuse_seat", ballot, {"organisation": row.organisation_id, "option": row.option_id})
            for row in rows
        ],
        actor=None,
        at=at,
    )
