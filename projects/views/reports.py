"""The doors of reports and risks: writing them, and reading how a project goes."""

from typing import Any, Final

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partners.querysets import local_day
from projects import actions, forms
from projects.models import LIGHTS, ProgressReport, Project, Risk
from projects.quarters import Quarter
from projects.wording import quarter_in_words
from schuldenlab.web.doors import DetailDoor

from .acts import OfProject, OnProject, Today
from .crumbs import project_crumbs
from .going import figure_row, figures_of, progress_of, quarter_of

LABELS: Final = {
    "time": gettext_lazy("Time"),
    "money": gettext_lazy("Money"),
    "result": gettext_lazy("Result"),
    "risk": gettext_lazy("Risks"),
}


def progress_crumbs(project: Project, person: Any, here: str) -> Any:
    """The way back: the dossier, and how the project goes."""
    crumbs = project_crumbs(project, person, _("Progress"))
    if not here:
        return crumbs
    crumbs[-1]["url"] = reverse("projects:project-progress", args=[project.pk])
    return [*crumbs, {"label": here, "url": ""}]


class WriteReport(OnProject):
    """How the project goes over a quarter, with what was said last time beside it."""

    permission = "projects.write_report"
    form_class: Any = forms.ReportForm
    template_name = "projects/report_write.html"
    heading = gettext_lazy("How does the project go?")
    lead = gettext_lazy("Less than five minutes. What you wrote last time stands beside it.")
    submit = gettext_lazy("Send the report")
    success_message = gettext_lazy("The report is there. Everybody who sees the project reads it.")

    @property
    def quarter(self) -> Quarter:
        """A quarter to report on again, if the address names it; else what is asked, else now."""
        day = local_day(self.at)
        named = quarter_of(self.request.GET.get("quarter", ""), Quarter.of(day))
        if named is not None and self.object.reports.over(named).exists():
            return named
        asked = Quarter.asked_on(day)
        phases = self.object.phases.filter(started_on__lte=asked.last_on)
        is_there = self.object.reports.over(asked).exists()
        return asked if phases.exists() and not is_there else Quarter.of(day)

    def get_form(self, form_class: Any = None) -> Any:
        """With the figures and the risks of this project."""
        del form_class
        day, project = local_day(self.at), self.object
        self.about = self.quarter
        self.figures = list(project.indicators.standing().with_latest(self.at))
        reports = project.reports.counting(self.at)
        self.mine = reports.over(self.about).first()
        self.before = reports.before(self.about).order_by("-year", "-quarter").first()
        return forms.ReportForm(
            **{**self.get_form_kwargs(), "initial": self._prefilled()},
            quarters=sorted({Quarter.asked_on(day), Quarter.of(day), self.about}),
            indicators=self.figures,
            risks=list(project.risks.open_on(day)),
            day=day,
        )

    def _prefilled(self) -> dict[str, Any]:
        """Lights as they were; of the same quarter everything, as only a part may be wrong."""
        known = self.mine or self.before
        names = [*LIGHTS, *(f"{name}_text" for name in LIGHTS)]
        if self.mine is not None:
            names += ["reached", "others_should_know"]
        found = {name: getattr(known, name) for name in names} if known is not None else {}
        sources = {
            f"source_{each.pk}": each.counted[0].source for each in self.figures if each.counted
        }
        return {**found, **sources, "quarter": f"{self.about.year}-{self.about.number}"}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The form in its parts."""
        context = super().get_context_data(**kwargs)
        form = context["form"]
        return {
            **context,
            "before": self.before,
            "is_correction": self.mine is not None,
            "lights": [
                {
                    "light": form[name],
                    "text": form[f"{name}_text"],
                    "was": getattr(self.before, name, ""),
                    "was_text": getattr(self.before, f"{name}_text", ""),
                }
                for name in LIGHTS
            ],
            "rows": [
                {
                    **figure_row(each),
                    "value": form[f"value_{each.pk}"],
                    "source": form[f"source_{each.pk}"],
                }
                for each in self.figures
            ],
            "risks": [{"risk": each, "close": form[f"close_{each.pk}"]} for each in form.risks],
        }

    def facts(self) -> dict[str, Any]:
        """The way back."""
        crumbs = progress_crumbs(self.object, self.person, _("Report"))
        return {**super().facts(), "project": self.object, "crumbs": crumbs}

    def act(self, form: Any) -> ProgressReport:
        """Write it."""
        return actions.write_report(self.object, **form.facts(), **self.acting)

    def get_success_url(self) -> str:
        """The report."""
        return str(self.result.get_absolute_url())


class ReportDetail(DetailDoor):
    """One report with the risks and figures of that day, and its other versions."""

    queryset = ProgressReport.objects.select_related("project", "person")
    permission = "projects.view_progressreport"
    template_name = "projects/report_detail.html"

    def facts(self) -> dict[str, Any]:
        """Its lights in words, and what took its place."""
        report, project = self.object, self.object.project
        versions = project.reports.over(report.period).exclude(pk=report.pk).order_by("-ordinal")
        newest = max((each.ordinal for each in versions), default=0)
        words = capfirst(quarter_in_words(report.period))
        return {
            "report": report,
            "project": project,
            "heading": _("%(title)s: %(quarter)s")
            % {"title": project.title, "quarter": quarter_in_words(report.period)},
            "crumbs": progress_crumbs(project, self.person, words),
            "versions": list(versions),
            "risks": project.risks.open_on(local_day(report.reported_at)),
            "indicators": figures_of(project, report.reported_at),
            "is_replaced": newest > report.ordinal,
            "may_correct": project.is_going
            and self.person.has_perm("projects.write_report", project),
            "lights": [
                {
                    "label": LABELS[name],
                    "light": getattr(report, name),
                    "text": getattr(report, f"{name}_text"),
                }
                for name in LIGHTS
            ],
        }


class ProjectProgress(DetailDoor):
    """Everything about how one project goes: reports, risks and figures."""

    queryset = Project.objects.all()
    permission = "projects.view_project"
    template_name = "projects/project_progress.html"

    def facts(self) -> dict[str, Any]:
        """All reports that count, risks that are open or were, figures."""
        project, person = self.object, self.person
        keeps = person.has_perm("projects.write_report", project)
        found = progress_of(project, person, self.at, keeps=keeps)
        open_now = {each.pk for each in found["risks"]}
        reports = project.reports.counting(self.at).order_by("-year", "-quarter")
        return {
            **found,
            "project": project,
            "heading": _("Progress of %(title)s") % {"title": project.title},
            "lead": _("What its leader reports each quarter, its risks and its figures."),
            "crumbs": progress_crumbs(project, person, ""),
            "reports": reports,
            "closed": [each for each in project.risks.all() if each.pk not in open_now],
            "keeps": project.is_going and keeps,
        }


class OfProgress:
    """Afterwards you read how the project goes."""

    def get_success_url(self) -> str:
        """The page about its progress."""
        project = self.project  # type: ignore[attr-defined]
        return reverse("projects:project-progress", args=[project.pk])


class RaiseRisk(OfProgress, Today, OnProject):
    """Something may go wrong."""

    permission = "projects.raise_risk"
    form_class: Any = forms.RiskForm
    heading = gettext_lazy("Name a risk")
    lead = gettext_lazy("What may go wrong, what you do about it, and who looks after it.")
    submit = gettext_lazy("Keep the risk")

    def act(self, form: Any) -> Risk:
        """Write it down."""
        data = dict(form.cleaned_data)
        return actions.raise_risk(self.object, raised_on=data.pop("on"), **data, **self.acting)


class CloseRisk(OfProgress, Today, OfProject):
    """A risk is over."""

    queryset = Risk.objects.filter(closed_on__isnull=True).select_related("project")
    permission = "projects.close_risk"
    form_class: Any = forms.CloseRiskForm
    heading = gettext_lazy("Is this risk over?")
    submit = gettext_lazy("Close the risk")

    def facts(self) -> dict[str, Any]:
        """Which one."""
        return {**super().facts(), "lead": self.object.text}

    def act(self, form: Any) -> Risk:
        """Close it."""
        data = form.cleaned_data
        facts = {"closed_on": data["on"], "because": data["because"]}
        return actions.close_risk(self.object, **facts, **self.acting)
