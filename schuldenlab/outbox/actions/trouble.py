"""Letters that did not arrive: reports about them, another try, and letting go."""

from datetime import datetime

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction
from django.utils.translation import gettext as _

from schuldenlab.audit.actions import record
from schuldenlab.outbox.bounces import Unreadable, read_report
from schuldenlab.outbox.models import AT_ONCE, TROUBLES, Letter

from .posting import new_message_id

Status = Letter.Status
GONE = {Status.SENDING, Status.SENT, Status.UNCERTAIN}  # what the mail server may have


class NotNow(Exception):  # noqa: N818 - it is an answer, not a fault
    """Something that cannot be done with this letter any more; its text says why."""


@transaction.atomic
def note_bounce(message: bytes, *, at: datetime) -> tuple[Letter, bool]:
    """Keep that a letter came back; the letter, and whether that was news.

    A report that it takes longer changes nothing. A quick one comes while the letter is still in
    the hand of its sender. Raises `Unreadable` with a sentence.
    """
    report = read_report(message)
    found = Letter.objects.select_for_update().filter(message_id=report.message_id).first()
    if found is None:
        raise Unreadable(_("We have no letter with this Message-ID."))
    if not report.has_failed or found.status not in GONE:
        return found, False
    found.status, found.bounced_at, found.bounce_code = Status.BOUNCED, at, report.code
    found.save(update_fields=["status", "bounced_at", "bounce_code"])
    record("note_bounce", found, actor=None, at=at, facts={"code": report.code})
    return found, True


@transaction.atomic
def retry_letter(
    letter: Letter, *, may_double: bool = False, actor: AbstractBaseUser | None, at: datetime
) -> Letter:
    """Send it once more, to the address that the person has now.

    One of which nobody knows whether it arrived only when `may_double`. What came back gets a new
    Message-ID, so that a late copy of the report is not about the new one.
    """
    kept = _held(letter)
    if not kept.text:
        raise NotNow(_("The words of this letter are wiped out. It cannot go again."))
    if kept.status == Status.UNCERTAIN and not may_double:
        raise NotNow(_("Say that it may arrive twice, or look in the log of the mail server."))
    before = kept.status
    if kept.person is not None:
        kept.address = getattr(kept.person, kept.person.get_email_field_name())
    if before == Status.BOUNCED:
        kept.message_id = new_message_id()
    kept.status, kept.pace, kept.attempts, kept.error = Status.WAITING, AT_ONCE, 0, ""
    kept.not_before, kept.claimed_at, kept.sent_at = at, None, None
    kept.bounced_at, kept.bounce_code = None, ""
    kept.save()
    record("retry_letter", kept, actor=actor, at=at, facts={"before": before})
    return kept


@transaction.atomic
def drop_letter(letter: Letter, *, actor: AbstractBaseUser | None, at: datetime) -> Letter:
    """Nothing more is done with it: it was dealt with in another way."""
    kept = _held(letter)
    before, kept.status = kept.status, Status.DROPPED
    kept.save(update_fields=["status"])
    record("drop_letter", kept, actor=actor, at=at, facts={"before": before})
    return kept


def _held(letter: Letter) -> Letter:
    """The letter as it is now, until the end of the transaction."""
    rows = Letter.objects.select_for_update(of=("self",)).select_related("person")
    kept = rows.get(pk=letter.pk)
    if kept.status not in TROUBLES:
        raise NotNow(_("Somebody dealt with this letter already."))
    return kept
