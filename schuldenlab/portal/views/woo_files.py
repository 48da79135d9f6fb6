"""What goes with the answer to a request: the list as a file, and the open parts as one ZIP."""

from tempfile import TemporaryFile
from typing import Any, Final

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from partners import actions
from partners.resources.tables import KINDS
from programme.views.exports import attachment
from schuldenlab.documents.models import WooRequest
from schuldenlab.portal.archive.bag import sealed
from schuldenlab.portal.archive.dossier import inventory, lines_of, write_dossier
from schuldenlab.portal.archive.names import plain
from schuldenlab.web.doors import DetailDoor

from .archive import download
from .woo import WooAct

READ_ONLY: Final = ("get", "head", "options")


class WooInventory(DetailDoor):
    """The list: every record with its openness and ground, also of what stays closed."""

    permission = "documents.answer_woo"
    queryset = WooRequest.objects.get_queryset()
    http_method_names = READ_ONLY

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """As CSV, XLSX or ODS."""
        del request, args, kwargs
        if self.kwargs["kind"] not in KINDS:
            raise Http404
        write, content_type = KINDS[self.kwargs["kind"]]
        name = _("inventory-%(reference)s") % {"reference": plain(self.object.reference)}
        table = inventory(lines_of(self.object, self.at))
        return attachment(write(table), f"{name}.{self.kwargs['kind']}", content_type)


class WooExport(WooAct):
    """The open parts as one file; of what is partly open its version for outside."""

    def obstacle(self) -> str:
        """Also of a request that was answered the file can be made anew."""
        return ""

    def facts(self) -> dict[str, Any]:
        """What is in it and what is not."""
        note = _("What is not open, or not judged yet, is only in the list. The trail says who.")
        return self.page(_("File with the open parts"), _("Make and download the file"), note)

    def form_valid(self, form: Any) -> HttpResponse:
        """Write, seal, record, hand out."""
        del form
        file = TemporaryFile()  # noqa: SIM115 - the answer closes it
        count = write_dossier(file, self.object, self.at)
        sha256, _size = sealed(file)
        actions.export_dossier(
            self.object, files=count, sha256=sha256, actor=self.person, at=self.at
        )
        answer: HttpResponse = download(file, f"woo-{plain(self.object.reference)}.zip")
        return answer
