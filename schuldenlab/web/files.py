"""The base of doors that hand out a kept document: an attachment, by permission, not cached."""

from typing import Any

import structlog
from django.http import FileResponse, Http404, HttpRequest, HttpResponseBase
from django.views.generic import View

from schuldenlab.documents.models import Document
from schuldenlab.documents.ports import StorageAway

from .doors import Door
from .errors import files_away

log = structlog.get_logger()


class FileDoor(Door, View):
    """One document of the object of the address. Whoever may see the object may have the file."""

    http_method_names = ("get", "head", "options")

    def document(self) -> Document | None:
        """The document of this object; nothing when there is none (yet)."""
        raise NotImplementedError

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """The file under its own name."""
        del args, kwargs
        document = self.document()
        if document is None:
            raise Http404
        try:
            file = document.file.open("rb")
        except StorageAway:
            log.exception("storage_away", document_id=document.pk)
            return files_away(request)
        except OSError as error:
            log.exception("document_lost", document_id=document.pk)
            raise Http404 from error
        answer = FileResponse(
            file, as_attachment=True, filename=document.name, content_type=document.content_type
        )
        answer["Cache-Control"] = "private, no-store"
        answer["X-Content-Type-Options"] = "nosniff"
        return answer
