"""To which record a document belongs: a paper to its meeting, a receipt to its signature."""

from collections.abc import Sequence
from typing import Any, Final

from events.models import AgendaDocument, MeetingDocument, Minutes
from funding.models import Pledge
from partners.models import Framework, Signature
from programme.models import PackVersion
from projects.models import ProjectDocument

# Model, the field with the document, the field with the owner (its own number when None), the kind.
TIES: Final[tuple[tuple[Any, str, str, str], ...]] = (
    (ProjectDocument, "document_id", "project_id", "project"),
    (AgendaDocument, "document_id", "item__meeting_id", "meeting"),
    (MeetingDocument, "document_id", "meeting_id", "meeting"),
    (PackVersion, "document_id", "meeting_id", "meeting"),
    (Minutes, "document_id", "pk", "minutes"),
    (Signature, "receipt_id", "pk", "signature"),
    (Signature, "scan_id", "pk", "signature"),
    (Framework, "document_id", "pk", "framework"),
    (Pledge, "paper_id", "pk", "pledge"),
)


def owners_of(documents: Sequence[int]) -> dict[int, str]:
    """By document, the record that it belongs to, such as `project-3`; nine queries."""
    found: dict[int, str] = {}
    for model, document, owner, kind in TIES:
        rows = model._base_manager.filter(**{f"{document}__in": documents})  # noqa: SLF001
        for key, number in rows.order_by("pk").values_list(document, owner):
            if number is not None:
                found.setdefault(key, f"{kind}-{number}")
    return found
