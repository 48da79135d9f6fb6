"""Help inside: a page per role, the words, and how things are counted. Everybody may read it."""

from typing import Any

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from schuldenlab.portal.manual import ROLES, counted, glossary, own_roles, role_pages

from .pages import Page


def _way(here: str) -> list[dict[str, str]]:
    return [{"label": _("Help"), "url": reverse("portal:help")}, {"label": here, "url": ""}]


class HelpIndex(Page):
    """Help for one's own roles first, then for everybody."""

    template_name = "portal/help/index.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The pages for the reader, and the others."""
        pages = role_pages(own_roles(self.request.user))
        return {
            **super().get_context_data(**kwargs),
            "heading": _("Help"),
            "lead": _("What we ask of you, where you find it, and what the words mean."),
            "own": [page for page in pages if page.is_own],
            "others": [page for page in pages if not page.is_own],
        }


class HelpRole(Page):
    """What is asked in one role, the two-minute path, and where it is."""

    template_name = "portal/help/role.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The role of the address; else 404."""
        role = next((each for each in ROLES if each.slug == self.kwargs["slug"]), None)
        if role is None:
            raise Http404
        return {
            **super().get_context_data(**kwargs),
            "heading": role.title,
            "lead": role.lead,
            "crumbs": _way(str(role.title)),
            "part": f"portal/help/roles/{role.name}.html",
        }


class Glossary(Page):
    """What the words mean, from A to Z."""

    template_name = "portal/help/glossary.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """All words in the language of the reader."""
        return {
            **super().get_context_data(**kwargs),
            "heading": _("What the words mean"),
            "lead": _("The words of the network, each in one sentence."),
            "crumbs": _way(_("What the words mean")),
            "terms": glossary(),
        }


class Counting(Page):
    """How ballots and the Kompas are counted."""

    template_name = "portal/help/counting.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The measures with their rules, of this year."""
        return {
            **super().get_context_data(**kwargs),
            "heading": _("How things are counted"),
            "lead": _("The rules of a ballot, and what stands behind the figures of the Kompas."),
            "crumbs": _way(_("How things are counted")),
            "measures": counted(self.request.at),  # type: ignore[attr-defined]
        }
