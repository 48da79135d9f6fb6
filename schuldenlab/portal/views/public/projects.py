"""Projects for everybody: by stage of the pipeline, and one by one."""

from typing import Any

from django.http import Http404
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from projects.models import Project
from schuldenlab.portal.published import public_projects, public_themes

from .page import PublicPage, public_crumbs
from .words import OVER, STAGES, project_badge, project_row, stage_of, stage_words, steps_of


class PublicProjects(PublicPage):
    """By stage, from business case to handed over; `?fase=` shows one stage only."""

    template_name = "portal/public_projects.html"
    kinds = ("projects",)

    def facts(self) -> dict[str, Any]:
        """The stages in which something stands, and what stands in those that are asked."""
        projects, wanted = public_projects(self.at), self.request.GET.get("fase", "")
        if wanted and wanted not in STAGES:
            raise Http404
        found = [each for each in STAGES if any(stage_of(one) == each for one in projects)]
        asked = [wanted] if wanted else found
        return {
            "heading": _("Projects"),
            "lead": _("From a first business case to a solution that stays in the city."),
            "crumbs": public_crumbs(_("Projects")),
            "is_filtered": bool(wanted),
            "stages": [
                {
                    "key": key,
                    "title": stage_words(key),
                    "is_here": key == wanted,
                    "count": sum(stage_of(each) == key for each in projects),
                }
                for key in found
            ],
            "columns": [
                {
                    "key": key,
                    "title": stage_words(key),
                    "rows": [project_row(each) for each in projects if stage_of(each) == key],
                }
                for key in asked
            ],
        }


class PublicProjectPage(PublicPage):
    """One project: what, for whom, how far, what it brings, and who takes part."""

    template_name = "portal/public_project.html"
    kinds = ("projects", "themes")

    def facts(self) -> dict[str, Any]:
        """The project by its code; what is not public is not there."""
        projects = {each.code: each for each in public_projects(self.at)}
        project = projects.get(self.kwargs["code"])
        if project is None:
            raise Http404
        themes = {each.number: each for each in public_themes(self.at)}
        theme = themes.get(project.theme_number or 0)
        badge, badge_text = project_badge(project)
        debt_phase = Project.DebtPhase(project.debt_phase).label if project.debt_phase else ""
        outcome = Project.Outcome(project.outcome).label if project.outcome else ""
        return {
            "heading": project.title,
            "lead": project.summary,
            "crumbs": public_crumbs(
                project.title, (_("Projects"), reverse("portal:public-projects"))
            ),
            "project": project,
            "is_over": project.status in OVER,
            "theme": theme,
            "badge": badge,
            "badge_text": badge_text,
            "debt_phase": capfirst(str(debt_phase)),
            "outcome": capfirst(str(outcome)),
            "steps": steps_of(project, theme),
            "no_city": True,
        }
