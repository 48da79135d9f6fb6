"""Which projects stand on the public pages: the kernteam says so, one by one."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partners.views.publicity import Publish, Rows
from programme.actions.publicity import why_not_shown
from programme.models import Programme
from programme.views.crumbs import programme_crumbs
from projects import actions, forms
from projects.models import Project
from schuldenlab.web.doors import ActionDoor

from .crumbs import project_crumbs


class PublishYear(ActionDoor):
    """The programme of a year, and its themes and their projects at once."""

    queryset = Programme.objects.all()
    lookup = {"year": "year"}
    permission = "projects.show_in_public"
    form_class: Any = forms.YearInPublicForm
    success_message = gettext_lazy("Saved. The public pages show it like this from now on.")

    def get_form_kwargs(self) -> dict[str, Any]:
        """What the year has."""
        return {**super().get_form_kwargs(), "programme": self.object}

    def obstacle(self) -> str:
        """It has to be adopted first."""
        return why_not_shown(self.object)

    def act(self, form: Any) -> Programme:
        """Show what is ticked, and hide the rest."""
        return actions.show_year(self.object, **form.cleaned_data, actor=self.person, at=self.at)

    def get_success_url(self) -> str:
        """Back to the programme."""
        return str(self.object.get_absolute_url())

    def facts(self) -> dict[str, Any]:
        """What the button does."""
        year = self.object.year
        return {
            "heading": _("What does everybody see of %(year)s?") % {"year": year},
            "lead": _(
                "The programme itself, and the themes and projects that are ticked. What is not "
                "ticked is taken off the public pages. Each has a page where you read what "
                "everybody sees of it."
            ),
            "crumbs": programme_crumbs(self.object, year, _("Public page")),
            "submit": _("Show this to everybody"),
        }


class PublishProject(Publish):
    """A project: what, for whom, how far, and what it brings. No people and no money."""

    queryset = Project.objects.select_related("theme")
    permission = "projects.show_in_public"
    acts = (actions.show_in_public, actions.hide_from_public)

    def shown(self) -> Rows:
        """Its texts as they stand now; phases and figures follow by themselves."""
        project = self.object
        return [
            (_("title"), project.title),
            (_("what it does"), project.summary),
            (_("for whom"), project.target_group),
            (_("theme"), project.theme.name),
            (_("phase of debts"), project.get_debt_phase_display()),
            (_("what it aims at"), project.get_outcome_display()),
            (_("how residents have a say"), project.residents_voice),
            (_("published figures"), project.figures),
            (_("sources"), project.sources),
            (_("handed over to"), project.handed_over_to),
        ]

    def facts(self) -> dict[str, Any]:
        """What everybody sees then."""
        return {
            "heading": _("Who sees “%(title)s”?") % {"title": self.object.title},
            "lead": _(
                "The public page shows what it is and for whom, its phases, what was measured, and "
                "which public partners take part. No people, no money, no reports."
            ),
            "more": _("What is changed in the dossier later, everybody sees at once."),
            "crumbs": project_crumbs(self.object, self.person, _("Public page")),
        }
