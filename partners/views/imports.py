"""Importing partners: choose a file, look what it brings, and only then save it."""

from base64 import b64decode, b64encode
from functools import cached_property
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from partners import actions
from partners.actions.imports.sheets import ImportReport, Sheet
from partners.forms import ConfirmImportForm, UploadForm
from partners.querysets import local_day
from partners.resources import read_partners, refusal
from schuldenlab.lifecycle import Refused
from schuldenlab.web.doors import ActionDoor

from .crumbs import crumbs

UPLOAD = "partner_file"
SHOWN = 100


class ImportUpload(ActionDoor):
    """Choose a file. It is kept in the session; nothing is saved yet."""

    permission = "partners.import_partners"
    form_class = UploadForm
    template_name = "partners/import.html"

    def facts(self) -> dict[str, Any]:
        """What comes next."""
        return {
            "heading": _("Import partners"),
            "lead": _("First you see what the file brings. Only then you decide."),
            "crumbs": crumbs((_("Partners"), "partners:organisation-list"), (_("Import"), "")),
            "submit": _("Look at the file"),
        }

    def act(self, form: Any) -> Any:
        """Keep the bytes on the server until they are confirmed."""
        self.request.session[UPLOAD] = b64encode(form.data_read).decode()

    def get_success_url(self) -> str:
        """The preview."""
        return reverse("partners:import-check")


class ImportCheck(ActionDoor):
    """What the file brings, line by line; the button saves it."""

    permission = "partners.import_partners"
    template_name = "partners/import_check.html"

    @cached_property
    def sheet(self) -> Sheet | None:
        """The file that was uploaded in this session."""
        kept = self.request.session.get(UPLOAD)
        return read_partners(b64decode(kept)) if kept else None

    @cached_property
    def preview(self) -> ImportReport:
        """The same code as the import itself; the day of today stands in for missing dates."""
        return self._import(default_joined_on=local_day(self.at), skip_invalid=True, dry_run=True)

    def _import(self, **how: Any) -> ImportReport:
        sheet = self.sheet or Sheet(())
        return actions.import_partners(sheet, actor=self.person, at=self.at, **how)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Without a file there is nothing to look at."""
        return super().get(request, *args, **kwargs) if self.sheet else redirect("partners:import")

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Confirmed twice, or in another window: choose a file again."""
        return super().post(request, *args, **kwargs) if self.sheet else redirect("partners:import")

    def get_form(self, form_class: Any = None) -> ConfirmImportForm:
        """The date is asked only when a new partner has none."""
        del form_class
        return ConfirmImportForm(
            **self.get_form_kwargs(),
            needs_date=bool(self.preview.undated),
            today=local_day(self.at),
        )

    def facts(self) -> dict[str, Any]:
        """The preview, of long files the first lines."""
        report = self.preview
        upload = (_("Import"), "partners:import")
        return {
            "heading": _("What does this file bring?"),
            "lead": _("Nothing is saved yet. Look at it first, then confirm below."),
            "crumbs": crumbs(
                (_("Partners"), "partners:organisation-list"), upload, (_("Check"), "")
            ),
            "report": report,
            "figures": [
                {"label": _("new organisations"), "value": report.created},
                {"label": _("changed"), "value": report.updated},
                {"label": _("unchanged"), "value": report.unchanged},
                {"label": _("people to invite"), "value": report.people_created},
                {"label": _("lines that are not right"), "value": len(report.wrong)},
            ],
            "good": report.good[:SHOWN],
            "wrong": report.wrong[:SHOWN],
            "notices": report.notices[:SHOWN],
            "shown": SHOWN,
        }

    def act(self, form: Any) -> Any:
        """Import; with a bad line only when that was chosen."""
        how = {"default_joined_on": None, **form.cleaned_data}
        report = self._import(**how)
        if not report.saved:
            raise Refused(refusal(report))
        del self.request.session[UPLOAD]
        counts = {**report.as_dict(), "left_out": len(report.wrong)}
        message = _(
            "Saved. Organisations: %(created)s new, %(updated)s changed, %(unchanged)s unchanged. "
            "People invited: %(people_created)s. Lines left out: %(left_out)s."
        )
        messages.success(self.request, message % counts)
        return report

    def get_success_url(self) -> str:
        """The directory."""
        return reverse("partners:organisation-list")
