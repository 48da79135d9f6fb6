"""The doors through which projects come in that ran before the lab was kept here."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from partners.models import GoLive
from partners.querysets import local_day
from programme.views.crumbs import Crumbs, below
from projects import actions, forms
from projects.forms.taking_over import NO_LIVE_DAY
from projects.models import Project
from schuldenlab.web.doors import ActionDoor


def _way(here: str) -> Crumbs:
    return below(_("Taking over"), reverse("portal:takeover"), here)


class WithLiveDay(ActionDoor):
    """A form that knows the first day of this lab, and says so when there is none yet."""

    permission = "projects.take_over_project"

    def get_form_kwargs(self) -> dict[str, Any]:
        """The first day."""
        return {**super().get_form_kwargs(), "live_on": GoLive.objects.day()}

    def warning(self) -> str:
        """What must be done first."""
        return "" if GoLive.objects.day() else str(NO_LIVE_DAY)


class TakeOverProject(WithLiveDay):
    """One project that runs."""

    form_class: Any = forms.TakeOverForm
    template_name = "projects/take_over.html"
    success_message = gettext_lazy("The project is taken over. Its dossier is here.")

    def facts(self) -> dict[str, Any]:
        """What taking over means."""
        return {
            "heading": _("Take over a project that runs"),
            "lead": _("It keeps the day on which it began. It passes no gate, and says so."),
            "crumbs": _way(_("A project")),
            "submit": _("Take over this project"),
            "warning": self.warning(),
        }

    def act(self, form: Any) -> Project:
        """Take it over; `began` says in words what the first day says."""
        facts = {name: value for name, value in form.cleaned_data.items() if name != "theme"}
        began = form.cleaned_data["started_on"].strftime("%d-%m-%Y")
        return actions.take_over_project(
            form.cleaned_data["theme"], **facts, began=began, actor=self.person, at=self.at
        )

    def get_success_url(self) -> str:
        """Its dossier."""
        return str(self.result.get_absolute_url())


class ImportProjects(WithLiveDay):
    """A file with projects: first what it brings, then the button that takes them over."""

    form_class: Any = forms.ProjectsFileForm
    template_name = "projects/import.html"

    def get_form_kwargs(self) -> dict[str, Any]:
        """Today, after which nothing was handed over."""
        return {**super().get_form_kwargs(), "day": local_day(self.at)}

    def form_valid(self, form: Any) -> HttpResponse:
        """A file that was just chosen is only looked at."""
        if form.cleaned_data.get("file") is None:
            return super().form_valid(form)
        return self.render_to_response(self.get_context_data(form=form))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """What the file brings, line by line."""
        context = super().get_context_data(**kwargs)
        lines = context["form"].lines
        new = [each for each in lines if each.is_new]
        wrong = [each for each in lines if each.problems]
        there = [each for each in lines if each.is_there]
        return {
            **context,
            "new": new,
            "there": there,
            "report": {"wrong_lines": wrong, "wrong": len(wrong)},
            "figures": [
                {"label": _("projects to take over"), "value": len(new)},
                {"label": _("here already"), "value": len(there)},
                {"label": _("lines that are not right"), "value": len(wrong)},
            ],
        }

    def facts(self) -> dict[str, Any]:
        """What comes next."""
        return {
            "heading": _("Take over projects from a file"),
            "lead": _("First you see what the file brings. Only then you decide."),
            "crumbs": _way(_("Projects from a file")),
            "submit": _("Look at the file"),
            "warning": self.warning(),
        }

    def act(self, form: Any) -> list[Project]:
        """Take over what is good and not here yet."""
        made = actions.import_projects(form.rows, actor=self.person, at=self.at)
        words = ngettext(
            "%(count)s project is taken over.", "%(count)s projects are taken over.", len(made)
        )
        messages.success(self.request, words % {"count": len(made)})
        return made

    def get_success_url(self) -> str:
        """The list."""
        return reverse("projects:project-list")
