"""Search over everything that somebody may see; for the public, what is marked public."""

from typing import Any, Final
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from schuldenlab.portal.search import ON_A_PAGE, Answer, look
from schuldenlab.web.forms import MOST_LETTERS, SearchForm

from .pages import Page

LAST_PAGE: Final = 500


class Search(Page):
    """What was typed, and what is found, by kind. Nothing of it is kept."""

    template_name = "portal/search.html"

    @cached_property
    def form(self) -> SearchForm:
        """What was typed."""
        return SearchForm(self.request.GET)

    @cached_property
    def page(self) -> int:
        """The page of one kind that is asked for."""
        asked = self.request.GET.get("page", "1")
        page = int(asked) if asked.isascii() and asked.isdecimal() and len(asked) < 5 else 0  # noqa: PLR2004
        if not 0 < page <= LAST_PAGE:
            raise Http404
        return page

    def answer(self) -> Answer | None:
        """What is found; None without anything to look for."""
        if not self.form.is_valid() or not self.form.cleaned_data["q"]:
            return None
        return look(
            self.form.cleaned_data["q"],
            person=self.request.user,
            at=self.request.at,  # type: ignore[attr-defined]
            kind=self.kind,
            page=self.page,
        )

    @property
    def kind(self) -> str:
        """The one kind that is asked for; empty for all."""
        return self.request.GET.get("kind", "")[:MOST_LETTERS].replace("\x00", "")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The field with what was typed, and under it what was found or what to do next."""
        answer, typed = self.answer(), self.form["q"].value() or ""
        asked = " ".join(typed[:MOST_LETTERS].split())
        groups = answer.groups if answer else []
        chosen = next((each for each in groups if each.kind == self.kind), None)
        if self.page > 1 and not (chosen and chosen.rows):
            raise Http404
        return {
            **super().get_context_data(**kwargs),
            "heading": _("Found for “%(typed)s”") % {"typed": asked}
            if groups
            else pgettext("page", "Search"),
            "is_search": True,
            "typed": typed[:MOST_LETTERS].replace("\x00", ""),
            "error": "" if self.form.is_valid() else self.form.errors["q"][0],
            "is_asked": bool(asked),
            "answer": answer,
            "groups": [chosen] if chosen else groups,
            "filters": [(each, each is chosen) for each in groups],
            "chosen": chosen,
            "here": self._pages(chosen.count) if chosen else None,
            "query": urlencode({"q": asked}),
            "kind_query": urlencode({"q": asked, "kind": self.kind}),
        }

    def _pages(self, count: int) -> Any:
        """Which page of one kind this is; its rows are fetched already."""
        return Paginator(range(count), ON_A_PAGE).page(self.page)

    def render_to_response(self, context: Any, **kwargs: Any) -> HttpResponse:
        """Too long or unreadable says so in the status as well; nobody keeps an answer.

        When a kind has nothing and others have, all of them are shown.
        """
        if self.kind and context["groups"] and context["chosen"] is None:
            return HttpResponseRedirect(f"{self.request.path}?{context['query']}")
        status = 422 if context["error"] else 200
        answer = super().render_to_response(context, status=status, **kwargs)
        answer.headers["Cache-Control"] = "private, no-store"
        answer.headers["X-Robots-Tag"] = "noindex"
        return answer
