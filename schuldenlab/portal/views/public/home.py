"""The first public page: what the lab is, what it does this year, and what that brings."""

from collections.abc import Sequence
from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, npgettext

from partners.models import Framework
from programme.models import AnnualAccount
from projects.models import Project
from schuldenlab.portal.published import (
    PublicMeeting,
    PublicProject,
    public_meetings,
    public_partners,
    public_programmes,
    public_projects,
    public_themes,
)

from .calendar import coming
from .page import PublicPage, public_crumbs
from .words import project_row, stage_of, theme_row

MOST_RESULTS: Final = 4
MOST_MEETINGS: Final = 3
MOST_PROJECTS: Final = 4
Rows = list[dict[str, Any]]


class PublicHome(PublicPage):
    """All in short, with the ways on."""

    template_name = "portal/public.html"
    kinds = (
        *("partners", "programmes", "themes", "projects", "meetings", "frameworks", "accounts"),
    )

    def facts(self) -> dict[str, Any]:
        """Each part, as far as something of it is public."""
        at, day = self.at, self.day
        partners, projects = public_partners(at), public_projects(at)
        programme = next(iter(public_programmes(at)), None)
        year = programme.year if programme else day.year
        themes = [each for each in public_themes(at) if each.year == year]
        meetings = public_meetings(at)
        going = [each for each in projects if each.status == Project.Status.ACTIVE]
        return {
            "heading": _("Together against debts"),
            "description": _(
                "Schuldenlab070 is a network of organisations in The Hague that prevents and "
                "reduces problematic debts: its programme, projects, results and partners."
            ),
            "year": year,
            "programme": programme,
            "themes": [theme_row(each) for each in themes],
            "projects": [project_row(each) for each in going[:MOST_PROJECTS]],
            "results": results_of(projects)[:MOST_RESULTS],
            "meetings": coming(meetings, day)[:MOST_MEETINGS],
            "partners": partners,
            "framework": Framework.objects.shown_to_all().first(),
            "account": AnnualAccount.objects.shown_to_all().defer("snapshot").first(),
            "figures": _figures(len(partners), len(themes), projects, meetings, year),
        }


def results_of(projects: Sequence[PublicProject]) -> Rows:
    """What was measured last in each project, the newest first."""
    found = [
        {"result": result, "project": project_row(each)}
        for each in projects
        for result in each.results
    ]
    return sorted(found, key=lambda row: row["result"].measured_on, reverse=True)


def _figures(
    partners: int,
    themes: int,
    projects: Sequence[PublicProject],
    meetings: Sequence[PublicMeeting],
    year: int,
) -> Rows:
    """The figures of the strip; what is not there yet is left out."""
    held = sum(each.status == "held" and each.starts_at.year == year for each in meetings)
    going = sum(each.status == Project.Status.ACTIVE for each in projects)
    done = sum(stage_of(each) == Project.Status.HANDED_OVER for each in projects)
    rows = (
        (partners, ngettext("partner", "partners", partners)),
        (themes, npgettext("unit", "theme", "themes", themes)),
        (going, ngettext("running project", "running projects", going)),
        (done, ngettext("project handed over", "projects handed over", done)),
        (held, ngettext("meeting held", "meetings held", held)),
    )
    return [{"value": value, "label": label} for value, label in rows if value]


class PublicHow(PublicPage):
    """How the lab works, for who does not take part."""

    template_name = "portal/public_how.html"

    def facts(self) -> dict[str, Any]:
        """A page of text."""
        return {
            "heading": _("How we work"),
            "lead": _("From a question in the city to a solution that stays."),
            "crumbs": public_crumbs(_("How we work")),
        }
