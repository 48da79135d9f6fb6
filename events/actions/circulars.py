"""Letters to a part of the network: written, tried on oneself, and sent once."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from events import notifications
from events.audience import recipients_of
from events.models import Circular, CircularRecipient
from partners.models import Person
from partners.querysets import local_day
from schuldenlab.audit.actions import record
from schuldenlab.lifecycle import Refused, lock, move
from schuldenlab.outbox.markup import NAME_MARK, PATH_MARK

ONE_LINE, LINES = ("subject", "subject_en"), ("text", "text_en")
NO_MARKS = str.maketrans("", "", NAME_MARK + PATH_MARK)


@transaction.atomic
def draft_circular(*, actor: Person | None, at: datetime, **facts: Any) -> Circular:
    """Begin a letter: kind, audience, meeting, subject and text, in Dutch and perhaps English."""
    circular = Circular(recorded_at=at, **_tidy(facts))
    _check(circular)
    circular.save()
    record("draft_circular", circular, actor=actor, at=at, facts=_in_trail(circular))
    return circular


@transaction.atomic
def rewrite_circular(
    circular: Circular,
    *,
    based_on: str | None = None,
    actor: Person | None,
    at: datetime,
    **facts: Any,
) -> Circular:
    """Change a letter that was not sent. `based_on` is the edition that the writer had open."""
    lock(circular)
    _refuse_unless_draft(circular)
    if based_on is not None and based_on != circular.edition:
        raise Refused(
            _("Somebody else has changed this letter in the meantime. Look, and write it again.")
        )
    before = circular.edition
    for name, value in _tidy(facts).items():
        setattr(circular, name, value)
    _check(circular)
    if circular.edition != before:
        circular.save()
        record("rewrite_circular", circular, actor=actor, at=at, facts=_in_trail(circular))
    return circular


@transaction.atomic
def test_circular(circular: Circular, *, actor: Person, at: datetime) -> Circular:
    """Send the letter to oneself, as it will look."""
    lock(circular)
    _refuse_unless_draft(circular)
    record("test_circular", circular, actor=actor, at=at)
    notifications.circular_tested(circular, actor, at=at)
    return circular


@transaction.atomic
def send_circular(
    circular: Circular, *, based_on: str | None = None, actor: Person | None, at: datetime
) -> Circular:
    """Send it to everybody who belongs to its audience now; who that was is kept.

    `based_on` is the edition that the sender read. Sent twice at once, it goes once.
    """
    lock(circular)
    _refuse_unless_draft(circular)
    if based_on is not None and based_on != circular.edition:
        raise Refused(_("Somebody else has changed this letter. Read it again before you send it."))
    _refuse_date_that_passed(circular, at)
    members = recipients_of(circular, local_day(at))
    if not members:
        raise Refused(_("Nobody belongs to this audience now. Choose another one."))
    organisations = {each.organisation_id for each in members} - {None}
    facts = {"people": len(members), "organisations": len(organisations)}
    move(circular, "send_circular", actor=actor, at=at, facts=facts)
    CircularRecipient.objects.bulk_create(
        CircularRecipient(
            circular=circular,
            person_id=each.person_id,
            organisation_id=each.organisation_id,
            recorded_at=at,
        )
        for each in members
    )
    notifications.circular_sent(circular, _people(members), at=at)
    return circular


@transaction.atomic
def discard_circular(circular: Circular, *, actor: Person | None, at: datetime) -> Circular:
    """Throw away a letter that was not sent; it stays on record."""
    return move(circular, "discard_circular", actor=actor, at=at)


def _people(members: Iterable[Any]) -> list[Person]:
    return list(Person.objects.get_queryset().filter(pk__in=[each.person_id for each in members]))


def _tidy(facts: dict[str, Any]) -> dict[str, Any]:
    """A subject is one line; a text has no marks of letters and one kind of line end."""
    tidy = dict(facts)
    for name in ONE_LINE:
        if name in tidy:
            tidy[name] = " ".join(tidy[name].translate(NO_MARKS).split())
    for name in LINES:
        if name in tidy:
            lines = tidy[name].translate(NO_MARKS).splitlines()
            tidy[name] = "\n".join(line.rstrip() for line in lines).strip()
    return tidy


def _check(circular: Circular) -> None:
    circular.full_clean(exclude=["status"])
    if circular.audience == Circular.Audience.MEETING and circular.meeting is None:
        raise Refused(_("Choose the meeting whose invited people get this letter."))
    if bool(circular.subject_en) != bool(circular.text_en):
        raise Refused(_("Fill in the subject and the text in English, or neither of them."))


def _refuse_unless_draft(circular: Circular) -> None:
    if circular.status == Circular.Status.SENT:
        raise Refused(_("This letter has been sent. It stays as it is."))
    if circular.status == Circular.Status.DISCARDED:
        raise Refused(_("This letter was thrown away."))


def _refuse_date_that_passed(circular: Circular, at: datetime) -> None:
    """Nobody can keep free a day that has been."""
    starts_at = circular.meeting and circular.meeting.starts_at
    if circular.kind == Circular.Kind.SAVE_THE_DATE and starts_at and starts_at <= at:
        raise Refused(_("This meeting has begun or has been. Choose one that still comes."))


def _in_trail(circular: Circular) -> dict[str, Any]:
    return {
        "kind": circular.kind,
        "audience": circular.audience,
        "meeting": circular.meeting_id,
    }
