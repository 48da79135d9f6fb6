"""Posting letters, and handing them to the mail server."""

import uuid
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime, timedelta
from email.utils import format_datetime
from smtplib import SMTPRecipientsRefused, SMTPServerDisconnected
from typing import Any

import structlog
from celery import current_app
from django.conf import settings
from django.core import mail
from django.core.mail import EmailMultiAlternatives
from django.core.mail.utils import DNS_NAME
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.html import escape

from schuldenlab.documents.models import Document

from .markup import as_html, split_subject
from .models import Letter, Recipient

BATCH = 100
MAX_ATTEMPTS = 8
PERMANENT = 500  # from here on the mail server will never take it
CLOSING = 421  # "I am going away", said in answer to any command
NAME_MARK, PATH_MARK = "\ue000", "\ue001"  # from the private use area: no text holds them
log = structlog.get_logger()
_sends_oneself: ContextVar[bool] = ContextVar("sends_oneself", default=False)


def post(
    template: str,
    recipients: Iterable[Recipient],
    key: str,
    at: datetime,
    *,
    context: dict[str, Any] | None = None,
    is_urgent: bool = False,
    is_secret: bool = False,
    attachment: Document | None = None,
    own_paths: Mapping[int, str] | None = None,
    calendars: Mapping[int, str] | None = None,
    calendar_method: str = "",
) -> None:
    """Write one letter for each recipient, in the language of that person.

    `template` is a plain-text template (see `markup`); `key` with the person's id is unique, so a
    letter that was posted before is not written again. `attachment` goes with each of them.
    `own_paths` gives each person's id the path that stands where the template says `own_path`;
    `calendars` gives each person's id their calendar entry (iCalendar text), sent as a part that
    mail programs act upon with the method `calendar_method` (RFC 6047).
    """
    people = list(recipients)
    facts = {"site_url": settings.SITE_URL, **(context or {})}
    # A letter to two hundred people is rendered once per language, not two hundred times.
    languages = {person.language for person in people}
    sheets = {language: _sheet(template, language, facts) for language in languages}
    flags = {"is_urgent": is_urgent, "is_secret": is_secret}
    same = {"template": template, "attachment": attachment, **flags}
    own_paths, entries = own_paths or {}, calendars or {}
    letters = [
        _letter(
            to,
            key,
            at,
            calendar=entries.get(to.person_id or 0, ""),
            calendar_method=calendar_method if to.person_id in entries else "",
            **same,
            **_addressed(sheets[to.language], to.name, own_paths.get(to.person_id or 0, "")),
        )
        for to in people
    ]
    Letter.objects.bulk_create(letters, ignore_conflicts=True)
    if letters and is_urgent and not _sends_oneself.get():
        transaction.on_commit(wake_sender)


def _letter(to: Recipient, key: str, at: datetime, **facts: Any) -> Letter:
    return Letter(
        key=f"{key}:{to.person_id or to.address}",
        person_id=to.person_id,
        address=to.address,
        name=to.name,
        language=to.language,
        message_id=f"<{uuid.uuid4().hex}@{DNS_NAME}>",
        not_before=at,
        at=at,
        **facts,
    )


def _sheet(template: str, language: str, facts: dict[str, Any]) -> dict[str, str]:
    """Subject, text and HTML in one language, with a mark where the name of the person comes."""
    with translation.override(language):
        source = render_to_string(template, {**facts, "name": NAME_MARK, "own_path": PATH_MARK})
        subject, body = split_subject(source)
        html = render_to_string(
            "outbox/mail/letter.html",
            {"subject": subject, "body": as_html(body), "language": language},
        )
    return {"subject": subject[:200], "text": body, "html": html}


def _addressed(sheet: dict[str, str], name: str, path: str) -> dict[str, str]:
    return {
        "subject": sheet["subject"].replace(NAME_MARK, name),
        "text": sheet["text"].replace(NAME_MARK, name).replace(PATH_MARK, path),
        "html": sheet["html"].replace(NAME_MARK, escape(name)).replace(PATH_MARK, escape(path)),
    }


def wake_sender() -> None:
    """Tell the worker that an urgent letter waits; without a broker the next sweep finds it."""
    current_app.tasks["schuldenlab.outbox.tasks.send_due_letters"].delay()


@contextmanager
def sending_oneself() -> Iterator[None]:
    """Urgent letters that are posted inside wake nobody: whoever posts them sends them as well."""
    token = _sends_oneself.set(True)
    try:
        yield
    finally:
        _sends_oneself.reset(token)


def send_due(at: datetime) -> int:
    """Send all letters that wait, in batches over one connection each. Returns how many went.

    When the mail server goes away, the rest waits for a later round.
    """
    Letter.objects.stale(at).update(status=Letter.Status.UNCERTAIN)
    sent, is_up = 0, True
    while is_up and (batch := _claim(at)):
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


def _claim(at: datetime) -> list[Letter]:
    """Take a batch out of the queue, committed before the first mail leaves."""
    with transaction.atomic():
        waiting = Letter.objects.waiting(at).select_related("attachment")
        batch = list(waiting.select_for_update(skip_locked=True, of=("self",))[:BATCH])
        Letter.objects.filter(pk__in=[letter.pk for letter in batch]).update(
            status=Letter.Status.SENDING, claimed_at=at
        )
    return batch


def _hand_over(letter: Letter, connection: Any, at: datetime) -> int:
    """Give one letter to the mail server. Raises OSError when the line is dead after it."""
    message = EmailMultiAlternatives(
        letter.subject,
        letter.text,
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
