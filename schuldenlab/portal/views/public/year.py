"""The programme of a year, and its innovation themes."""

from typing import Any

from django.http import Http404
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from programme.models import InnovationTheme
from schuldenlab.portal.published import public_programmes, public_projects, public_themes

from .page import PublicPage, public_crumbs
from .words import THEME_BADGES, project_row, theme_row, theme_stand


class PublicProgramme(PublicPage):
    """The programme of a year as the raad adopted it; without a year the latest one."""

    template_name = "portal/public_programme.html"
    kinds = ("programmes", "themes")

    def facts(self) -> dict[str, Any]:
        """Its text and its themes; other years are links."""
        programmes, wanted = public_programmes(self.at), self.kwargs.get("year")
        programme = next((each for each in programmes if wanted in {None, each.year}), None)
        if wanted is not None and programme is None:
            raise Http404
        year = programme.year if programme else self.day.year
        themes = [each for each in public_themes(self.at) if each.year == year]
        title = _("Programme %(year)s") % {"year": year}
        return {
            "heading": programme.title if programme else _("Programme"),
            "lead": programme.ambition if programme else "",
            "crumbs": public_crumbs(title if programme else _("Programme")),
            "programme": programme,
            "decision": _decision(programme.decision_number) if programme else None,
            "themes": [theme_row(each) for each in themes],
            "other_years": [each.year for each in programmes if each != programme],
        }


def _decision(number: str) -> dict[str, str] | None:
    """The decision that adopted it, when everybody may read that."""
    if not number:
        return None
    args = [int(part) for part in number.split("-")]
    return {"number": number, "url": reverse("portal:public-decision", args=args)}


class PublicThemePage(PublicPage):
    """One innovation theme: the question, how far it is, and what came of it."""

    template_name = "portal/public_theme.html"
    kinds = ("themes", "projects")

    def facts(self) -> dict[str, Any]:
        """The theme and its project, as far as public."""
        themes = {each.number: each for each in public_themes(self.at)}
        theme = themes.get(self.kwargs["pk"])
        if theme is None:
            raise Http404
        projects = {each.code: each for each in public_projects(self.at)}
        project = projects.get(theme.project_code)
        programme = (
            _("Programme %(year)s") % {"year": theme.year},
            reverse("portal:public-programme"),
        )
        return {
            "heading": theme.title,
            "lead": theme.question,
            "crumbs": public_crumbs(theme.title, programme),
            "theme": theme,
            "badge": THEME_BADGES.get(theme.status, "open"),
            "stand": theme_stand(theme),
            "result_kind": _kind(theme.result_kind),
            "project": project_row(project) if project else None,
        }


def _kind(result_kind: str) -> str:
    """What kind of result it is, in words; empty as long as that is not known."""
    return capfirst(str(InnovationTheme.Result(result_kind).label)) if result_kind else ""
