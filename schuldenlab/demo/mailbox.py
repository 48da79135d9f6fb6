"""An e-mail backend for the demo: keeps every mail in a table, so that a visitor can read it."""

from collections.abc import Sequence
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any

from django.core.mail import EmailMessage, EmailMultiAlternatives
from django.core.mail.backends.base import BaseEmailBackend
from django.db import connection
from django.utils import timezone
from django.utils.translation import gettext as _

from .models import SentMail


class MailboxBackend(BaseEmailBackend):
    """Stores mails with the moment of their Date header, which for a replayed letter is past.

    Over one connection, and inside a transaction, they are stored together at the end: the story
    is one transaction, and most of its letters go to many.
    """

    def __init__(self, *arguments: Any, **facts: Any) -> None:
        super().__init__(*arguments, **facts)
        self.kept: list[SentMail] | None = None

    def open(self) -> bool:
        """Begin to keep them, where none can get lost: all is committed together or not at all."""
        if self.kept is not None or not connection.in_atomic_block:
            return False
        self.kept = []
        return True

    def close(self) -> None:
        """Store what was kept."""
        SentMail.objects.bulk_create(self.kept or [])
        self.kept = None

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Keep one row for each recipient. Returns how many messages were taken."""
        mails = [
            SentMail(
                address=address,
                subject=str(message.subject)[:255],
                text=_text(message),
                html=_html(message),
                at=_sent_at(message),
            )
            for message in email_messages
            for address in (*message.to, *message.cc, *message.bcc)
        ]
        if self.kept is None:
            SentMail.objects.bulk_create(mails)
        else:
            self.kept += mails
        return len(email_messages)


def _text(message: EmailMessage) -> str:
    """The body, and which files came with it; they themselves are on the pages that they are of."""
    names = [str(each[0]) for each in message.attachments if isinstance(each, tuple)]
    names += _entries(message)
    if not names:
        return str(message.body)
    attached = _("Attached: %(names)s") % {"names": ", ".join(names)}
    return f"{message.body}\n{attached}\n"


def _entries(message: EmailMessage) -> list[str]:
    """The entry for a calendar, with what it asks of that calendar."""
    if not isinstance(message, EmailMultiAlternatives):
        return []
    kinds = [str(kind).partition("; method=") for _content, kind in message.alternatives]
    words = _("entry for your calendar (%(method)s)")
    return [words % {"method": method} for kind, _is, method in kinds if kind == "text/calendar"]


def _html(message: EmailMessage) -> str:
    if not isinstance(message, EmailMultiAlternatives):
        return ""
    parts = [content for content, kind in message.alternatives if kind == "text/html"]
    return str(parts[0]) if parts else ""


def _sent_at(message: EmailMessage) -> datetime:
    stated = message.extra_headers.get("Date")
    return parsedate_to_datetime(stated) if stated else timezone.now()
