"""Facts of what is agreed, decided and discussed."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from events.models import ActionItem, AgendaDocument, AgendaItem, Attendance, MeetingDocument
from partners.models import Clause, SignatureWithdrawal
from programme.models import (
    BallotInterest,
    BallotOption,
    BudgetLine,
    Commitment,
    DecisionStep,
    Entitlement,
    PackVersion,
    Recusal,
    Vote,
)

from .spec import Facts, Part

DECISION: Final = Facts(
    (
        *("year", "sequence", "title", "text", "origin", "taken_at", "raad__year", "ballot_id"),
        *("meeting_id", "status", "follow_up", "owner__name", "due_on", "done_at", "dropped_at"),
    ),
    (
        Part(
            *(_("steps"), DecisionStep, "decision"),
            ("at", "kind", "text", "owner__name", "due_on", "person__name"),
            ("at", "pk"),
        ),
    ),
)
BALLOT: Final = Facts(
    (
        *("raad__year", "round", "method", "title", "question", "text", "base", "tie_rule"),
        *("quorum_numerator", "quorum_denominator", "quorum_is_over", "majority_numerator"),
        *("majority_denominator", "majority_is_over", "opened_at", "closes_at", "closed_at"),
        *("meeting_id", "outcome", "counts", "seal", "chain_head"),
    ),
    (
        Part(_("options"), BallotOption, "ballot", ("position", "title", "text"), ("position",)),
        Part(_("electorate"), Entitlement, "ballot", ("organisation__name",)),
        Part(
            *(_("interests"), BallotInterest, "ballot"),
            ("organisation__name", "option__title", "kind", "text", "withdrawn_at"),
        ),
        Part(
            *(_("recusals"), Recusal, "ballot"),
            ("organisation__name", "option__title", "ground", "reason", "is_replaced", "at"),
        ),
        Part(
            *(_("votes"), Vote, "ballot"),
            (
                *("sequence", "entitlement__organisation__name", "ordinal", "choice", "approves"),
                *("reason", "person__name", "way", "at", "hash"),
            ),
            ("sequence",),
        ),
    ),
)
_MEETING_OF = ("meeting__subject", "meeting__series__title", "meeting__ordinal", "meeting__held_on")
MINUTES: Final = Facts(
    (*_MEETING_OF, "text", "facts", "sha256", "status", "sent_at", "approved_at", "document_id")
)
MEETING: Final = Facts(
    (
        *("series__title", "subject", "year", "ordinal", "starts_at", "place", "status"),
        *("held_on", "taken_over_at"),
    ),
    (
        Part(
            *(_("agenda"), AgendaItem, "meeting"),
            ("position", "kind", "title", "text", "taken_off_at"),
            ("position", "pk"),
        ),
        Part(
            *(_("papers of the agenda"), AgendaDocument, "item__meeting"),
            ("item__title", "document_id", "document__name", "document__sha256"),
        ),
        Part(
            *(_("other papers"), MeetingDocument, "meeting"),
            ("title", "document_id", "document__name", "document__sha256", "taken_out_at"),
        ),
        Part(
            *(_("papers as they were sent"), PackVersion, "meeting"),
            ("number", "sent_at", "document_id", "document__sha256"),
        ),
        Part(
            *(_("attendance"), Attendance, "meeting"),
            ("organisation__name", "people", "is_director_level"),
            ("organisation__name",),
        ),
        Part(
            *(_("actions"), ActionItem, "meeting"),
            ("text", "owner__name", "organisation__name", "due_on", "status", "note"),
        ),
    ),
)
PROGRAMME: Final = Facts(
    (
        "programme__year",
        "programme__title",
        "number",
        "at",
        "note",
        "person__name",
        "sha256",
        "snapshot",
    ),
    (
        Part(
            *(_("budget"), BudgetLine, "programme__versions"),
            ("position", "category", "title", "amount"),
            ("position",),
        ),
        Part(
            *(_("commitments"), Commitment, "programme__versions"),
            ("organisation__name", "ordinal", "answer", "reason", "given_on", "person__name"),
        ),
    ),
)
SIGNATURE: Final = Facts(
    (
        *("framework__title", "organisation__name", "way", "signatory", "function", "signed_on"),
        *("signed_at", "declares_mandate", "declares_read", "text_sha256", "sha256"),
        *("receipt_id", "scan_id", "registered_by__name"),
    ),
    (Part(_("withdrawn"), SignatureWithdrawal, "signature", ("reason", "withdrawn_at")),),
)
FRAMEWORK: Final = Facts(
    (
        *("title", "motto", "introduction", "starts_on", "ends_on", "host__name", "status"),
        *("opened_at", "in_force_at", "expired_at", "sealed_sha256", "document_id"),
    ),
    (Part(_("agreements"), Clause, "framework", ("number", "title", "text"), ("number",)),),
)
DOCUMENT: Final = Facts(("name", "content_type", "size", "sha256", "uploaded_by__name", "at"))
ACCOUNT: Final = Facts(
    ("year", "edition", "is_interim", "published_at", "sha256", "snapshot"),
)
