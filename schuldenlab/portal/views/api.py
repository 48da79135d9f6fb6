"""How the API works, for programmers: the OpenAPI document as a page of ours."""

from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from schuldenlab.portal.api.document import REFUSALS
from schuldenlab.portal.api.pages import forms, questions

from .pages import Page


class ApiDocs(Page):
    """What can be asked, by whom, how often, and what comes back."""

    template_name = "portal/api_docs.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Everything out of the same document that programs read."""
        language = get_language() or settings.LANGUAGE_CODE
        return {
            **super().get_context_data(**kwargs),
            "heading": _("How the API works"),
            "lead": _("With the API your own program reads what stands here. It changes nothing."),
            "crumbs": [
                {"label": _("Help"), "url": reverse("portal:help")},
                {"label": _("How the API works"), "url": ""},
            ],
            "root": settings.SITE_URL + settings.API_ROOT,
            "version": settings.API_VERSION,
            "limits": settings.API_LIMITS,
            "public": questions(language, "openbaar"),
            "own": questions(language, "eigen"),
            "forms": forms(language),
            "refusals": [(status, _(words)) for status, words in REFUSALS.items()],
        }
