"""A business case as a spreadsheet: out for whoever reads all of it, and back into a draft."""

from typing import Any, Final

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import View

from programme.views.exports import attachment
from projects import actions, forms
from projects.businesscase import Case, compare
from projects.businesscase.workbook import NotReadable
from projects.models import BusinessCase
from projects.resources.casesheets import KINDS, sheet_of, told
from schuldenlab.web.doors import Door

from .acts import OfProject
from .case_changes import changes_of
from .case_figures import percent
from .crumbs import case_crumbs

READ_ONLY: Final = ("get", "head", "options")


class ExportCase(Door, View):
    """The whole case with formulas that count, in the language of the reader."""

    http_method_names = READ_ONLY
    queryset = BusinessCase.objects.to_count()
    permission = "projects.read_whole_case"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """XLSX or ODS."""
        del args, kwargs
        kind, case = self.kwargs["kind"], self.object
        if kind not in KINDS:
            raise Http404
        try:
            content = sheet_of(case, kind)
        except NotReadable as problem:
            where, what = problem.faults[0].where, told(problem.faults[0])
            messages.error(request, f"{where}: {what}.")
            return redirect(case)
        name = f"businesscase-{slugify(case.project.code)}-{case.version}.{kind}"
        return attachment(content, name, KINDS[kind][1])


class ImportCase(OfProject):
    """A spreadsheet takes the place of a draft: first what it changes, then the button."""

    queryset = BusinessCase.objects.to_count()
    permission = "projects.change_case"
    form_class: Any = forms.CaseFileForm
    template_name = "projects/case_import.html"
    heading = gettext_lazy("Bring back the business case from a spreadsheet")
    lead = gettext_lazy("First you see what the file changes. Only then you decide.")
    submit = gettext_lazy("Look at the file")
    success_message = gettext_lazy("The version says what the spreadsheet says.")

    def obstacle(self) -> str:
        """Only a draft is worked on."""
        if self.object.is_open:
            return ""
        return _("This is no longer possible: the status is “%(status)s” now.") % {
            "status": self.object.get_status_display()
        }

    def facts(self) -> dict[str, Any]:
        """The way back leads to the version."""
        crumbs = case_crumbs(self.object, self.person, str(self.heading))
        return {**super().facts(), "crumbs": crumbs}

    def form_valid(self, form: Any) -> HttpResponse:
        """A file that was just chosen is only looked at."""
        if form.cleaned_data.get("file") is None:
            return super().form_valid(form)
        return self.render_to_response(self.get_context_data(form=form))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """What the file changes, or which cells of it are not right."""
        context = super().get_context_data(**kwargs)
        form = context["form"]
        played = getattr(form, "played", None)
        faults = [{"where": each.where, "what": told(each)} for each in getattr(form, "faults", ())]
        if played is None:
            return {**context, "faults": faults}
        return {
            **context,
            "is_read": True,
            "changes": changes_of(compare(self.object.as_case(), played.case)),
            "rate": self._rate(played.case),
        }

    def _rate(self, brought: Case) -> str:
        """Why a file with another rate cannot be taken."""
        ours = self.object.discount_rate.percent
        if brought.percent == ours:
            return ""
        return _(
            "The spreadsheet counts with %(theirs)s and this version with %(ours)s. A version "
            "keeps its rate: put it back in the spreadsheet."
        ) % {"theirs": percent(brought.percent), "ours": percent(ours)}

    def act(self, form: Any) -> BusinessCase:
        """Take it over."""
        return actions.replace_lines(self.object, parsed=form.played.case, **self.acting)

    def get_success_url(self) -> str:
        """To the version."""
        return str(self.object.get_absolute_url())
