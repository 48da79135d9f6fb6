"""Who reads the texts of letters, the audit trail, documents, and what packages keep."""

from __future__ import annotations

from .who import CODE, KERNTEAM, NOBODY, PARTNERS, Fields, all_of, personal

READERS: dict[str, Fields] = {
    "outbox.Letter": {
        **all_of(personal("person"), "address", "name", "subject"),
        **all_of(NOBODY, "text", "html", "calendar"),
        **all_of(CODE, "key", "template", "language", "calendar_method", "message_id", "bundle"),
        **all_of(CODE, "error", "bounce_code"),
    },
    "audit.Entry": all_of(
        CODE, "verb", "subject_type", "subject_id", "facts", "origin", "request_id"
    ),
    "audit.Seal": all_of(CODE, "parts", "reached", "previous", "hash"),
    "documents.Document": {
        "name": PARTNERS,
        **all_of(CODE, "content_type", "sha256", "file"),
    },
    "documents.Openness": {
        "explanation": KERNTEAM,
        **all_of(CODE, "subject_type", "grounds"),
    },
    "documents.WooRequest": all_of(KERNTEAM, "reference", "subject", "postponed_because"),
    "documents.WooItem": {"subject_type": CODE},
    "documents.YearExport": {"sha256": CODE},
    "documents.YearTransfer": {"reference": KERNTEAM},
    "web.Tick": {"name": CODE},
    "demo.SentMail": all_of(CODE, "address", "subject", "text", "html"),  # only in the demo
    "admin.LogEntry": all_of(CODE, "object_id", "object_repr", "change_message"),
    "auth.Permission": all_of(CODE, "name", "codename"),
    "auth.Group": {"name": CODE},
    "contenttypes.ContentType": all_of(CODE, "app_label", "model"),
}
