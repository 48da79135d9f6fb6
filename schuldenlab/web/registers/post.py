"""The registers of letters and documents on the staff desk."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from schuldenlab.documents.models import Document
from schuldenlab.outbox.models import Letter
from schuldenlab.web.columns import filled
from schuldenlab.web.desk import DeskModelAdmin


@admin.register(Letter)
class LetterAdmin(DeskModelAdmin):
    """What was mailed, and what became of it."""

    list_display = ["at", "subject", "name", "status", "sent_at", "error"]
    list_filter = ["status"]
    search_fields = ["subject", "name"]

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """A secret letter shows who and when, never what."""
        del request
        shown = ["name", "address", "status", "attempts", "error", "at", "claimed_at", "sent_at"]
        shown += ["not_before", "pace", "bundle", "merged_into", "bounced_at", "bounce_code"]
        if obj is not None and not obj.is_secret:
            shown = ["subject", "text", "attachment", *shown]
        return filled(obj, shown)

    def get_queryset(self, request: HttpRequest) -> Any:
        """The subject of a secret letter holds its code: it is left out of the list as well."""
        return super().get_queryset(request).exclude(is_secret=True)


@admin.register(Document)
class DocumentAdmin(DeskModelAdmin):
    """What was handed in, with its hash; the file itself is read on the page that it belongs to."""

    list_display = ["name", "content_type", "size", "uploaded_by", "at"]
    list_filter = ["content_type"]
    list_select_related = ["uploaded_by"]
    search_fields = ["name", "sha256"]
    fields = ["name", "content_type", "size", "sha256", "uploaded_by", "at", "recorded_at"]
