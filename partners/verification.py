"""Rechecking what was signed: the text of a framework, and every signature under it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC
from typing import Any, Final

from django.utils.translation import gettext as _

from partners.models import Framework, Signature
from partners.seal import seal
from schuldenlab.documents.actions import is_intact
from schuldenlab.documents.models import Document

SEALED_NUMBERS: Final = (
    "seats_min",
    "seats_max",
    "themes_min",
    "themes_max",
    "inspiration_events",
    "network_meetings",
    "leaders_meetings",
    "kernteam_managers",
    "kernteam_staff",
    "response_days",
    "funders_min",
    "contribution_from",
    "contribution_until",
)
USUAL_SHARE: Final = 10  # percent
SEALED_TEXTS: Final = ("title", "motto", "introduction", "introduction_en")


def framework_facts(framework: Framework) -> dict[str, Any]:
    """Everything that a partner signs: words, numbers, clauses with measures, and the document."""
    document = framework.document
    return {
        **{name: getattr(framework, name) for name in (*SEALED_TEXTS, *SEALED_NUMBERS)},
        "big_change": f"{framework.big_change:.2f}",
        **_share(framework),
        "starts_on": framework.starts_on.isoformat(),
        "ends_on": framework.ends_on.isoformat(),
        "host": framework.host_id,
        "document": document.sha256 if document else None,
        "clauses": [
            {
                "number": clause.number,
                "title": clause.title,
                "title_en": clause.title_en,
                "text": clause.text,
                "text_en": clause.text_en,
                "measures": [
                    {"code": row.code, "by": f"{row.by_month:02d}-{row.by_day:02d}"}
                    for row in clause.measures.all()
                ],
            }
            for clause in framework.clauses.prefetch_related("measures").order_by("number")
        ],
    }


def _share(framework: Framework) -> dict[str, int]:
    """The usual share is not written down: frameworks were sealed before there was another."""
    share = framework.big_change_share
    return {} if share == USUAL_SHARE else {"big_change_share": share}


def framework_seal(framework: Framework) -> str:
    """The SHA-256 of the framework as it stands now."""
    return seal(framework_facts(framework))


def signature_seal(signature: Signature) -> str:
    """The SHA-256 of one signature with what was signed; all it needs stands in its own row."""
    moment = signature.signed_at
    scan = signature.scan
    return seal(
        {
            "text": signature.text_sha256,
            "framework": signature.framework_id,
            "organisation": signature.organisation_id,
            "ordinal": signature.ordinal,
            "way": str(signature.way),
            "person": signature.person_id,
            "signatory": signature.signatory,
            "function": signature.function,
            "declares_mandate": signature.declares_mandate,
            "declares_read": signature.declares_read,
            "scan": scan.sha256 if scan else None,
            "registered_by": signature.registered_by_id,
            "signed_on": signature.signed_on.isoformat(),
            "signed_at": moment.astimezone(UTC).isoformat() if moment else None,
            "recorded_at": signature.recorded_at.astimezone(UTC).isoformat(),
        }
    )


@dataclass(frozen=True)
class SealFault:
    """Something signed that is no longer what it was. `what` is framework, signature or file."""

    what: str
    framework_id: int
    subject_id: int
    name: str

    @property
    def message(self) -> str:
        """The same in a sentence."""
        sentences = {
            "framework": _("The text, the numbers or the document are not those of the opening."),
            "signature": _("This signature is not what was signed."),
            "file": _("This file is gone, or not what it was."),
        }
        return sentences[self.what]

    def as_dict(self) -> dict[str, Any]:
        """As the command prints it."""
        return {
            "what": self.what,
            "framework": self.framework_id,
            "id": self.subject_id,
            "name": self.name,
            "message": self.message,
        }


def seal_faults(framework: Framework) -> Iterator[SealFault]:
    """Recheck one framework, every signature under it, and every file that belongs to them."""
    found = framework_seal(framework)
    if found != framework.sealed_sha256:
        yield SealFault("framework", framework.pk, framework.pk, framework.title)
    yield from _file_fault(framework, framework.document)
    rows = framework.signatures.select_related("organisation", "scan", "receipt").order_by("pk")
    for row in rows:
        if found != row.text_sha256 or signature_seal(row) != row.sha256:
            yield SealFault("signature", framework.pk, row.pk, row.organisation.name)
        yield from _file_fault(framework, row.scan)
        yield from _file_fault(framework, row.receipt)


def _file_fault(framework: Framework, document: Document | None) -> Iterator[SealFault]:
    if document is not None and not is_intact(document):
        yield SealFault("file", framework.pk, document.pk, document.name)


def verify_all() -> dict[str, Any]:
    """All frameworks that are no draft, checked again, as the command prints it."""
    frameworks = Framework.objects.select_related("document").exclude(status="draft")
    faults = [fault for each in frameworks.order_by("pk") for fault in seal_faults(each)]
    return {
        "ok": not faults,
        "frameworks": len(frameworks),
        "signatures": Signature.objects.count(),
        "errors": [fault.as_dict() for fault in faults],
    }
