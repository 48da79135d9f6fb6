"""A letter as a mail: two bodies, the entry for a calendar and the attachment where it has them."""

import re
from datetime import datetime
from email.message import Message
from email.policy import Compat32
from email.utils import format_datetime, parseaddr
from functools import cache
from secrets import token_hex
from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.core.mail.message import (
    RFC5322_EMAIL_LINE_LENGTH_LIMIT,
    SafeMIMEMultipart,
    SafeMIMEText,
    sanitize_address,
)

from schuldenlab.documents.models import Document
from schuldenlab.outbox.markup import wrapped
from schuldenlab.outbox.models import Letter

CODE = "utf-8"
ATOM = r"[\w!#$%&'*+/=?^`{|}~-]+"
PLAIN = re.compile(rf"{ATOM}(\.{ATOM})*@[a-z0-9-]+(\.[a-z0-9-]+)+", re.ASCII | re.IGNORECASE)
LONGEST = 76  # of a line of a header that nobody need break


class ShortLines(Compat32):
    """Writes a header that fits in a line as it is; the library breaks the others, as it does all.

    Of the time that a mail takes to write the library spends half on looking where to break
    headers of which none needs it.
    """

    def fold_binary(self, name: str, value: Any) -> bytes:
        """The lines of one header."""
        if isinstance(value, str) and len(name) + len(value) < LONGEST:
            words = value.split(" ")
            if value.isascii() and value.isprintable() and all(words):
                return f"{name}: {value}{self.linesep}".encode("ascii")
        return super().fold_binary(name, value)


SHORT_LINES = ShortLines()


class Mail(EmailMultiAlternatives):
    """A mail with at least two bodies, written as the library writes it but in a third of the time.

    The library finds out what is known beforehand: how each text is coded, and a line between the
    parts that no part holds. What is out of the ordinary it writes itself. Its Date and Message-ID
    are among the headers that it is given.
    """

    def recipients(self) -> Any:
        """A plain address as a pair, without a name, so that the library need not take it apart."""
        everybody = super().recipients()
        return [("", each) if PLAIN.fullmatch(each) else each for each in everybody]

    def message(self, *args: Any, **facts: Any) -> Any:
        """The mail as the mail server gets it."""
        texts = [(self.body, "text/plain"), *self.alternatives] if self.body else []
        bodies = [(str(text), str(kind)) for text, kind in texts]
        is_usual = bodies and not (self.attachments or self.cc or self.reply_to)
        if not is_usual or any(_has_long_line(text) for text, _kind in bodies):
            return super().message(*args, **facts)
        made = SafeMIMEMultipart("alternative", token_hex(12), encoding=CODE)
        made.policy = SHORT_LINES
        for text, kind in bodies:
            made.attach(_part(text, kind))
        made["Subject"] = str(self.subject)
        made["From"] = self.extra_headers["From"]
        made["To"] = ", ".join(self.to)
        for name, value in self.extra_headers.items():
            if name != "From":
                made[name] = value
        return made


def _has_long_line(text: str) -> bool:
    return any(len(line) > RFC5322_EMAIL_LINE_LENGTH_LIMIT for line in text.encode().splitlines())


def _part(text: str, kind: str) -> "Message[str, str]":
    """One body; what is not ASCII goes as the bytes that it is."""
    if ";" in kind:
        return SafeMIMEText(text, kind.removeprefix("text/"), CODE)
    made = Message()
    made["Content-Type"] = f'{kind}; charset="{CODE}"'
    made["MIME-Version"] = "1.0"
    made["Content-Transfer-Encoding"] = "7bit" if text.isascii() else "8bit"
    made.set_payload(text if text.isascii() else text.encode().decode("ascii", "surrogateescape"))
    return made


@cache
def sender_of(address: str) -> Any:
    """The sender as a pair of name and address, taken apart once instead of for each letter.

    What the library cannot read, or reads otherwise, stays as it is and fails with its own words.
    """
    pair = parseaddr(address)
    try:
        is_same = sanitize_address(pair, CODE) == sanitize_address(address, CODE)
    except ValueError:
        return address
    return pair if is_same else address


def message_of(letter: Letter, connection: Any, at: datetime) -> Mail:
    """The letter without its attachment, as a mail that is to be sent."""
    message = Mail(
        letter.subject,
        wrapped(letter.text),
        sender_of(settings.DEFAULT_FROM_EMAIL),
        to=[letter.address],
        connection=connection,
        headers={
            "From": settings.DEFAULT_FROM_EMAIL,
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


def attach(message: Mail, document: Document | None) -> None:
    """The document as it was kept, under its own name."""
    if document is not None:
        with document.file.open("rb") as file:
            message.attach(document.name, file.read(), document.content_type)
