"""The archive: which years there are, a year as one file, and what the archive took in."""

from tempfile import TemporaryFile
from typing import Any

from django.conf import settings
from django.http import FileResponse, Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partners import actions
from partners.querysets import local_day
from schuldenlab.documents.models import WooRequest, YearExport, YearTransfer
from schuldenlab.portal.archive.bag import sealed
from schuldenlab.portal.archive.dossier import answer_by
from schuldenlab.portal.archive.forms import TransferForm
from schuldenlab.portal.archive.said import term_words
from schuldenlab.portal.archive.year import write_year
from schuldenlab.portal.archive.years import TERMS, years_at
from schuldenlab.web.doors import ActionDoor, DetailDoor

from .openness import FIRST_YEAR, archive_crumbs

SHOWN = 10


def download(file: Any, name: str) -> Any:
    """A file that was made for who asks: saved, and kept by nobody in between."""
    answer = FileResponse(file, as_attachment=True, filename=name, content_type="application/zip")
    answer["Cache-Control"] = "private, no-store"
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


class Archive(DetailDoor):
    """Years, requests that wait, and for how long what is kept."""

    permission = "documents.judge_openness"
    template_name = "portal/archive.html"

    def facts(self) -> dict[str, Any]:
        """The newest year first."""
        waiting = WooRequest.objects.visible_to(self.person).waiting()
        return {
            "heading": _("Archive and Woo"),
            "lead": _("How open records are, requests under the Woo, and each year as one file."),
            "crumbs": archive_crumbs(),
            "years": years_at(local_day(self.at).year),
            "requests": [(each, answer_by(each)) for each in waiting[:SHOWN]],
            "exports": YearExport.objects.select_related("exported_by", "transfer")[:SHOWN],
            "may_transfer": self.person.has_perm("documents.record_transfer"),
            "terms": [(label, term_words(term)) for term, label in TERMS.items()],
        }


class ExportYear(ActionDoor):
    """A year as one file. Making it is recorded: the file holds everything, also what is closed."""

    permission = "documents.export_year"

    def facts(self) -> dict[str, Any]:
        """What is in it, and that the trail says who made it."""
        year = self.kwargs["year"]
        if not FIRST_YEAR <= year <= local_day(self.at).year:
            raise Http404
        is_over = year < local_day(self.at).year
        return {
            "heading": _("Archive file of %(year)s") % {"year": year},
            "lead": _("One ZIP with all records, their metadata and a list to open offline."),
            "crumbs": archive_crumbs((str(year), reverse("portal:archive-year", args=[year]))),
            "note": _("The file also holds what is not open. The trail says that you made it.")
            if is_over
            else _("This year is not over: the file holds what there is now."),
            "submit": _("Make and download the file"),
        }

    def form_valid(self, form: Any) -> HttpResponse:
        """Write it to the disk, seal it, record it, hand it out."""
        del form
        year = self.kwargs["year"]
        self.facts()
        file = TemporaryFile()  # noqa: SIM115 - the answer closes it
        made = write_year(file, year, self.at)
        sha256, size = sealed(file)
        actions.export_year(
            year=year,
            sha256=sha256,
            size=size,
            records=made.records,
            actor=self.person,
            at=self.at,
        )
        answer: HttpResponse = download(file, f"{settings.SITE_NAME.lower()}-{year}.zip")
        return answer


class RecordTransfer(ActionDoor):
    """The archive of the municipality took a file in."""

    permission = "documents.record_transfer"
    form_class = TransferForm
    success_message = gettext_lazy("Recorded. The archive keeps this year from now on.")

    def get_object(self) -> Any:
        """One file that was made; only the kernteam knows which there are."""
        found = YearExport.objects.filter(pk=self.kwargs["pk"]).first()
        if found is None or not self.person.has_perm("documents.view_yearexport"):
            raise Http404
        return found

    def facts(self) -> dict[str, Any]:
        """Which file, and what follows from it."""
        export = self.object
        return {
            "heading": _("Did the archive take in %(year)s?") % {"year": export.year},
            "lead": _("File with SHA-256 %(hash)s") % {"hash": export.sha256},
            "crumbs": archive_crumbs((str(export.year), "")),
            "note": _("Names of people who left may leave the records of this year afterwards."),
            "submit": _("Record the transfer"),
        }

    def act(self, form: Any) -> YearTransfer:
        """From that day the archive keeps it."""
        return actions.record_transfer(
            self.object, **form.cleaned_data, actor=self.person, at=self.at
        )

    def get_success_url(self) -> str:
        """The archive."""
        return reverse("portal:archive")
