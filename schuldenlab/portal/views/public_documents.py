"""Documents that everybody may have: judged open, of something that is public."""

from typing import Any

import structlog
from django.contrib.auth.decorators import login_not_required
from django.http import FileResponse, Http404, HttpRequest, HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.generic import View

from schuldenlab.documents.ports import StorageAway
from schuldenlab.portal.archive.outside import documents_outside
from schuldenlab.web.errors import files_away

from .public import KEPT_FOR, PublicPage, public_crumbs

log = structlog.get_logger()
SHOWN = 200


class PublicDocuments(PublicPage):
    """The list, the newest first."""

    template_name = "portal/public_documents.html"

    def version(self) -> str:
        """Which documents there are; a document never changes."""
        return str(list(documents_outside(self.at).values_list("pk", flat=True)[:SHOWN]))

    def facts(self) -> dict[str, Any]:
        """Name, kind, size and hash of each."""
        return {
            "heading": _("Documents"),
            "lead": _(
                "Papers of decisions, programmes, projects and frameworks on these pages, once "
                "they were judged open under the Woo. Other open documents can be asked for."
            ),
            "crumbs": public_crumbs(_("Documents")),
            "documents": documents_outside(self.at)[:SHOWN],
        }


@method_decorator(login_not_required, name="dispatch")
class PublicDocument(View):
    """One document for everybody, under its own name; its hash is its ETag."""

    http_method_names = ("get", "head", "options")

    def get(self, request: HttpRequest, pk: int) -> HttpResponseBase:
        """404 unless it was judged open and hangs on something public."""
        at = request.at  # type: ignore[attr-defined]
        document = documents_outside(at).filter(pk=pk).first()
        if document is None:
            raise Http404
        etag = f'"{document.sha256}"'
        answer: HttpResponseBase | None = get_conditional_response(request, etag=etag)
        if answer is None:
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
        answer.headers["ETag"] = etag
        answer.headers["Cache-Control"] = f"public, max-age={KEPT_FOR.seconds}"
        answer.headers["X-Content-Type-Options"] = "nosniff"
        return answer
