"""Arithmetic of reports that a mail came back (RFC 3464): bytes in, what they say out."""

from contextlib import closing
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage, Message
from mailbox import Maildir, mbox
from pathlib import Path

from django.utils.translation import gettext as _

LATER = {"delayed", "relayed", "delivered", "expanded"}  # nothing is lost, or not yet


class Unreadable(Exception):  # noqa: N818 - it is an answer, not a fault
    """A message that is no report about one of our letters; its text says what is wrong."""


@dataclass(frozen=True)
class Report:
    """What another mail server says about one letter."""

    message_id: str
    code: str  # RFC 3463: "5.1.1"
    has_failed: bool


def read_report(raw: bytes) -> Report:
    """What the report says. Raises `Unreadable` with a sentence."""
    message = message_from_bytes(raw, policy=policy.default)
    status = _part(message, "message/delivery-status")
    if status is None:
        raise Unreadable(_("This is no report that a mail came back (RFC 3464)."))
    blocks = [block for block in status.get_payload() if isinstance(block, Message)]
    told = [block for block in blocks if block["Action"]]
    if not told:
        raise Unreadable(_("The report does not say what happened."))
    action = str(told[0]["Action"]).strip().lower()
    code = str(told[0].get("Status", "")).strip().partition(" ")[0]
    message_id = _returned_id(message)
    if not message_id:
        raise Unreadable(_("The report does not say which mail it is about."))
    return Report(message_id, code[:12] or "5.0.0", action not in LATER)


def messages_in(path: str) -> list[bytes]:
    """All messages of a Maildir (a folder) or an mbox (a file)."""
    with closing((Maildir if Path(path).is_dir() else mbox)(path, create=False)) as box:
        return [each.as_bytes() for each in box]


def _returned_id(message: EmailMessage) -> str:
    """The Message-ID of our own mail, which comes back whole or with its headers only."""
    whole = _part(message, "message/rfc822")
    inner = whole.get_payload() if whole is not None else []
    if isinstance(inner, list) and inner and isinstance(inner[0], Message):
        return str(inner[0].get("Message-ID", "")).strip()
    headers = _part(message, "text/rfc822-headers")
    if headers is None:
        return ""
    content = headers.get_payload(decode=True)
    assert isinstance(content, bytes)
    return str(message_from_bytes(content, policy=policy.default).get("Message-ID", "")).strip()


def _part(message: EmailMessage, kind: str) -> Message | None:
    found = (part for part in message.walk() if part.get_content_type() == kind)
    return next(found, None)
