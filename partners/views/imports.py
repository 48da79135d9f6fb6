"""Importing partners: choose a file, look what it brings, confirm, and see it being saved."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partners import actions, tasks
from partners.actions.imports.preview import SHOWN
from partners.actions.imports.sheets import Outcome
from partners.forms import ConfirmImportForm, UploadForm
from partners.models import ImportRun
from partners.querysets import local_day
from schuldenlab.web.doors import ActionDoor

from .crumbs import Crumbs, crumbs

LATEST: Final = 5
LOOK_AGAIN: Final = 3  # seconds
STILL: Final = "stil"  # in the address: the page does not look again by itself
Status = ImportRun.Status

HEADINGS: Final[Mapping[str, tuple[Any, Any]]] = {
    Status.UPLOADED: (
        gettext_lazy("We are reading the file"),
        gettext_lazy("Nothing is saved yet. You may leave this page; the work goes on."),
    ),
    Status.CHECKED: (
        gettext_lazy("What does this file bring?"),
        gettext_lazy("Nothing is saved yet. Look at it first, then confirm below."),
    ),
    Status.CONFIRMED: (
        gettext_lazy("The partners are being saved"),
        gettext_lazy("All together, or none at all. You may leave this page; the work goes on."),
    ),
    Status.SAVED: (
        gettext_lazy("The partners are saved"),
        gettext_lazy("This is what the file brought."),
    ),
    Status.FAILED: (
        gettext_lazy("Nothing was saved"),
        gettext_lazy("All partners are as they were before."),
    ),
    Status.WITHDRAWN: (
        gettext_lazy("This file was not imported"),
        gettext_lazy("It was withdrawn. All partners are as they were before."),
    ),
}


def _way(*steps: tuple[str, str]) -> Crumbs:
    return crumbs((_("Partners"), "partners:organisation-list"), *steps)


class ImportUpload(ActionDoor):
    """Choose a file. It is kept until it is saved or withdrawn; nothing is saved yet."""

    permission = "partners.import_partners"
    form_class = UploadForm
    template_name = "partners/import.html"

    def facts(self) -> dict[str, Any]:
        """What comes next, and the imports of before, to find a running one again."""
        runs = ImportRun.objects.visible_to(self.person).without_files()
        return {
            "heading": _("Import partners"),
            "lead": _("First you see what the file brings. Only then you decide."),
            "crumbs": _way((_("Import"), "")),
            "submit": _("Look at the file"),
            "runs": runs.select_related("started_by")[:LATEST],
        }

    def act(self, form: Any) -> Any:
        """Keep the file, and begin to check it."""
        run = actions.begin_import(
            form.content,
            file_name=form.cleaned_data["file"].name,
            lines=form.lines,
            actor=self.person,
            at=self.at,
        )
        tasks.go_on_with(run, self.at)
        return run

    def get_success_url(self) -> str:
        """How far it is, and then the preview."""
        return str(self.result.get_absolute_url())


class ImportProgress(ActionDoor):
    """One import, in whatever state it is; the button saves what the preview shows."""

    permission = "partners.import_partners"
    queryset = ImportRun.objects.without_files().select_related("started_by", "confirmed_by")
    template_name = "partners/import_run.html"

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Confirmed already, or in another window: see how far it is."""
        if self.object.status != Status.CHECKED:
            return redirect(self.object)
        return super().post(request, *args, **kwargs)

    def get_form(self, form_class: Any = None) -> ConfirmImportForm:
        """The date is asked only when a new partner has none."""
        del form_class
        return ConfirmImportForm(
            **self.get_form_kwargs(),
            needs_date=bool(self.object.report.get("undated")),
            today=local_day(self.at),
        )

    def facts(self) -> dict[str, Any]:
        """How far it is; the preview, of long files the first lines; or how it ended."""
        run = self.object
        heading, lead = HEADINGS[run.status]
        upload = (_("Import"), "partners:import")
        return {
            "heading": heading,
            "lead": lead,
            "crumbs": _way(upload, (run.file_name, "")),
            "run": run,
            "report": run.report,
            "figures": _figures(run.report, is_saved=run.status == Status.SAVED),
            "good": [_with_words(line) for line in run.report.get("good_lines", [])],
            "shown": SHOWN,
            "is_still": STILL in self.request.GET,
            "still_url": f"{run.get_absolute_url()}?{STILL}=1",
        }

    def render_to_response(self, context: Any, **kwargs: Any) -> HttpResponse:
        """While a machine is busy the browser looks again by itself, without any script."""
        answer = super().render_to_response(context, **kwargs)
        if self.object.is_running and STILL not in self.request.GET:
            answer["Refresh"] = str(LOOK_AGAIN)
        return answer

    def act(self, form: Any) -> Any:
        """Have it saved; with a bad line only when that was chosen."""
        chosen = {"default_joined_on": None, **form.cleaned_data}
        actions.confirm_import(self.object, **chosen, actor=self.person, at=self.at)
        tasks.go_on_with(self.object, self.at)

    def get_success_url(self) -> str:
        """How far it is, and then how it ended."""
        return str(self.object.get_absolute_url())


class WithdrawImport(ActionDoor):
    """Throw a file away that nobody wants saved."""

    permission = "partners.import_partners"
    queryset = ImportRun.objects.without_files()
    success_message = gettext_lazy("Withdrawn. Nothing of that file was saved.")

    def facts(self) -> dict[str, Any]:
        """What is thrown away, and what is not."""
        return {
            "heading": _("Withdraw this file?"),
            "lead": self.object.file_name,
            "crumbs": _way(
                (_("Import"), "partners:import"),
                (self.object.file_name, self.object.get_absolute_url()),
                (_("Withdraw"), ""),
            ),
            "submit": _("Withdraw the file"),
            "note": _("The file is thrown away here. What you have yourself stays."),
        }

    def act(self, form: Any) -> Any:
        """Throw it away."""
        del form
        return actions.withdraw_import(self.object, actor=self.person, at=self.at)

    def get_success_url(self) -> str:
        """Choose another one."""
        return reverse("partners:import")


def _figures(report: Mapping[str, Any], *, is_saved: bool) -> list[dict[str, Any]]:
    words = {
        "created": _("new organisations"),
        "updated": _("changed"),
        "unchanged": _("unchanged"),
        "people_created": _("people invited") if is_saved else _("people to invite"),
        "wrong": _("lines left out") if is_saved else _("lines that are not right"),
    }
    return [{"label": label, "value": report.get(name, 0)} for name, label in words.items()]


def _with_words(line: Mapping[str, Any]) -> dict[str, Any]:
    """A line of the preview as the page shows it."""
    since = date.fromisoformat(line["since"]) if line["since"] else None
    return {**line, "since": since, "outcome": Outcome(line["outcome"]).label}
