"""The way back from every page about a project: to its dossier."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from programme.views.crumbs import Crumbs, home_crumb
from projects.models import BusinessCase, Project


def project_crumbs(project: Project, person: Any, here: str = "") -> Crumbs:
    """Home, all projects for whoever sees them, the dossier, and perhaps a page under it."""
    crumbs = [home_crumb()]
    if person.standing.is_insider:
        crumbs.append({"label": _("Projects"), "url": reverse("projects:project-list")})
    crumbs.append({"label": project.title, "url": project.get_absolute_url() if here else ""})
    return [*crumbs, {"label": here, "url": ""}] if here else crumbs


def case_crumbs(case: BusinessCase, person: Any, here: str) -> Crumbs:
    """The same for a page under a version of its business case."""
    *above, last = project_crumbs(case.project, person, here)
    label = _("Business case, version %(number)s") % {"number": case.version}
    return [*above, {"label": label, "url": case.get_absolute_url()}, last]
