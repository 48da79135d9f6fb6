"""Keeping a file: its type is looked up in its bytes, not believed from its name."""

import hashlib
from collections.abc import Collection
from datetime import datetime
from pathlib import PurePath
from typing import Final

import puremagic
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.files.base import ContentFile, File
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

from .models import Document

PDF: Final = "application/pdf"
SCANS: Final = (PDF, "image/png", "image/jpeg")
MOST_BYTES: Final = 10 * 1024 * 1024
LONGEST_NAME: Final = 160
_IN_WORDS: Final = {PDF: "PDF", "image/png": "PNG", "image/jpeg": "JPEG"}


class WrongFile(ValueError):  # noqa: N818 - it is an answer, not a fault
    """A file that cannot be kept; its text is a sentence for whoever handed it in."""


def sniff(content: bytes) -> str:
    """The media type that the bytes themselves tell; empty when they tell nothing."""
    try:
        return str(puremagic.from_string(content[:4096], mime=True))
    except (puremagic.PureError, ValueError):
        return ""


def check_file(content: bytes, *, allowed: Collection[str] = (PDF,)) -> str:
    """Return the media type of a file that may be kept. Raises `WrongFile` otherwise."""
    if not content:
        raise WrongFile(_("This file is empty. Choose another one."))
    if len(content) > MOST_BYTES:
        facts = {"most": filesizeformat(MOST_BYTES), "size": filesizeformat(len(content))}
        raise WrongFile(_("This file is %(size)s. It may be %(most)s at most.") % facts)
    found = sniff(content)
    if found not in allowed:
        names = ", ".join(_IN_WORDS.get(each, each) for each in allowed)
        raise WrongFile(
            _("This kind of file is not possible here. Choose: %(names)s.") % {"names": names}
        )
    return found


def keep_document(
    upload: File | bytes,
    *,
    name: str,
    allowed: Collection[str] = (PDF,),
    actor: AbstractBaseUser | None,
    at: datetime,
) -> Document:
    """Write the file and its row. The caller's act records in the trail what it is for."""
    content = upload if isinstance(upload, bytes) else upload.read()
    document = Document(
        name=_plain_name(name),
        content_type=check_file(content, allowed=allowed),
        size=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
        uploaded_by_id=getattr(actor, "pk", None),
        at=at,
    )
    document.file.save(document.name, ContentFile(content), save=False)
    document.save(force_insert=True)
    return document


def _plain_name(name: str) -> str:
    """The last part of a path, without characters that a header or a disk would stumble over."""
    last = PurePath(name.replace("\\", "/")).name
    plain = "".join(letter for letter in last if letter.isprintable() and letter not in '"<>|:*?')
    return plain[-LONGEST_NAME:].strip() or "document"


def is_intact(document: Document) -> bool:
    """Whether the file is still what it was when it came."""
    try:
        with document.file.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return False
    return found == document.sha256
