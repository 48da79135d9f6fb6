"""Which projects stand on the public pages: the kernteam says so, one by one."""

from typing import Any

from django.utils.translation import gettext as _

from partners.views.publicity import Publish, Rows
from projects import actions
from projects.models import Project

from .crumbs import project_crumbs


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
