"""The foundation's own registers on the staff desk: the audit trail, letters, documents."""

from .log import EntryAdmin
from .post import DocumentAdmin, LetterAdmin

__all__ = ["DocumentAdmin", "EntryAdmin", "LetterAdmin"]
