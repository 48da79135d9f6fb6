"""Sending: letters that are due are claimed, and handed to the mail server."""

from collections import deque
from datetime import datetime, timedelta
from email.utils import format_datetime
from smtplib import SMTPRecipientsRefused, SMTPServerDisconnected
from typing import Any

import structlog
from django.conf import settings
from django.core import mail
from django.core.mail import EmailMultiAlternatives
from django.db import transaction

from schuldenlab.documents.models import Document
from schuldenlab.outbox.hours import is_quiet
from schuldenlab.outbox.markup import wrapped
from schuldenlab.outbox.models import Letter

from .gathering import gather_news

BATCH = 100
MAX_ATTEMPTS = 8
PERMANENT = 500  # from here on the mail server will never take it
CLOSING = 421  # "I am going away", said in answer to any command
log = structlog.get_logger()


def send_due(at: datetime) -> int:
    """Send all letters that wait, in batches over one connection each. Returns how many went.

    At night only what is urgent. When the mail server goes away, the rest waits for a later round.
    """
    Letter.objects.stale(at).update(status=Letter.Status.UNCERTAIN)
    is_night = is_quiet(at, settings.QUIET_HOURS)
    if not is_night:
        gather_news(at)
    sent, is_up = 0, True
    while is_up and (batch := _claim(at, only_urgent=is_night)):
        went, is_up = _send_batch(batch, at)
        sent += went
    return sent


def _send_batch(batch: list[Letter], at: datetime) -> tuple[int, bool]:
    """How many went, and whether the mail server was still there at the end."""
    sent, left = 0, deque(batch)
    connection = mail.get_connection()
    try:
        connection.open()
        while left:
            sent += _hand_over(left.popleft(), connection, at)
    except OSError as error:
        for letter in left:
            _put_back(letter, error, at)
        return sent, False
    finally:
        connection.close()
    return sent, True


def _claim(at: datetime, *, only_urgent: bool) -> list[Letter]:
    """Take a batch out of the queue, committed before the first mail leaves."""
    with transaction.atomic():
        waiting = Letter.objects.waiting(at).select_related("attachment")
        if only_urgent:
            waiting = waiting.filter(is_urgent=True)
        batch = list(waiting.select_for_update(skip_locked=True, of=("self",))[:BATCH])
        Letter.objects.filter(pk__in=[letter.pk for letter in batch]).update(
            status=Letter.Status.SENDING, claimed_at=at
        )
    return batch


def _hand_over(letter: Letter, connection: Any, at: datetime) -> int:
    """Give one letter to the mail server. Raises OSError when the line is dead after it."""
    message = message_of(letter, connection, at)
    try:
        _attach(message, letter.attachment)
        message.send()
    except SMTPServerDisconnected as error:
        _settle(letter, Letter.Status.UNCERTAIN, error)  # it may have been taken before that
        raise
    except (OSError, ValueError) as error:
        _not_taken(letter, error, at)
        return 0
    changes = {"status": Letter.Status.SENT, "sent_at": at, "error": ""}
    if letter.is_secret:
        changes |= {"text": "", "html": "", "subject": "", "calendar": ""}
    Letter.objects.filter(pk=letter.pk).update(**changes)
    return 1


def message_of(letter: Letter, connection: Any, at: datetime) -> EmailMultiAlternatives:
    """The letter as a mail with two bodies, and the entry for a calendar when there is one."""
    message = EmailMultiAlternatives(
        letter.subject,
        wrapped(letter.text),
        to=[letter.address],
        connection=connection,
        headers={
            "Message-ID": letter.message_id,
            "Date": format_datetime(at),
            "Auto-Submitted": "auto-generated",
        },
    )
    message.attach_alternative(letter.html, "text/html")
    if letter.calendar:
        kind = f"text/calendar; method={letter.calendar_method}"
        message.attach_alternative(letter.calendar, kind)
    return message


def _attach(message: EmailMultiAlternatives, document: Document | None) -> None:
    """The document as it was kept, under its own name."""
    if document is not None:
        with document.file.open("rb") as file:
            message.attach(document.name, file.read(), document.content_type)


def _not_taken(letter: Letter, error: Exception, at: datetime) -> None:
    """The mail server said no: for ever (5xx, or no letter at all), or for the moment (4xx)."""
    code = getattr(error, "smtp_code", 0)
    if isinstance(error, SMTPRecipientsRefused):
        code = max(code for code, _answer in error.recipients.values())
    if isinstance(error, ValueError) or code >= PERMANENT:
        _settle(letter, Letter.Status.FAILED, error)
    else:
        _put_back(letter, error, at)
    if code == CLOSING:
        raise error


def _put_back(letter: Letter, error: Exception, at: datetime) -> None:
    """The mail server did not take it: try again later, each time a little later."""
    letter.attempts += 1
    if letter.attempts >= MAX_ATTEMPTS:
        _settle(letter, Letter.Status.FAILED, error)
        return
    Letter.objects.filter(pk=letter.pk).update(
        status=Letter.Status.WAITING,
        attempts=letter.attempts,
        error=type(error).__name__,
        not_before=at + timedelta(seconds=30 * 2**letter.attempts),
    )


def _settle(letter: Letter, status: str, error: Exception) -> None:
    """It is not sent again by itself; the kernteam sees it in the register."""
    name = type(error).__name__
    Letter.objects.filter(pk=letter.pk).update(status=status, attempts=letter.attempts, error=name)
    log.warning("letter_stays", letter_id=letter.pk, status=str(status), error=name)
