"""The doors of all projects: the board, the same as a list, and as a file."""

from typing import Any, Final

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from partners.querysets import local_day
from partners.resources.tables import KINDS
from programme.views.crumbs import below
from programme.views.exports import attachment
from projects.filters import ProjectFilter
from projects.models import Project
from projects.resources import project_table
from schuldenlab.web.doors import ListDoor

from .board import card_of, card_of_theme, columns_of, themes_beside

READ_ONLY: Final = ("get", "head", "options")
LIST: Final = "list"


class ProjectList(ListDoor):
    """All projects that this person may see, beside the themes that may become one.

    `view=list` shows them one below the other, a page at a time; else they stand on the board.
    """

    queryset = Project.objects.select_related("theme")
    permission = "projects.view_project"
    is_kept = True
    template_name = "projects/project_list.html"

    @property
    def is_list(self) -> bool:
        """Whether the list was asked for; who sees a project or two has no use for a board."""
        return self.request.GET.get("view") == LIST or not self.person.standing.is_insider

    def get_paginate_by(self, queryset: Any) -> int | None:
        """A board shows everything at once."""
        del queryset
        return 25 if self.is_list else None

    def get_queryset(self) -> Any:
        """As far as it was asked for, each with what its card says."""
        day = local_day(self.at)
        self.form = ProjectFilter(self.request.GET, person=self.person, day=day)
        return self.form.narrow(super().get_queryset().with_card(day))

    def themes(self) -> Any:
        """The themes without a project, as far as they were asked for, with who guides them."""
        return self.form.narrow_themes(themes_beside(self.person, local_day(self.at)))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The board or the list, with its words."""
        context = super().get_context_data(**kwargs)
        return {
            **context,
            **(self._list(context["page_obj"]) if self.is_list else self._board()),
            "is_list": self.is_list,
            "form": self.form,
            "is_filtered": self.form.is_used,
            "is_insider": self.person.standing.is_insider,
            "query": self._query("page", "view"),
            "page_query": self._query("page"),
            "heading": _("Projects"),
            "lead": _("From the theme that is explored until what is handed over."),
            "crumbs": below(_("Projects"), "", ""),
        }

    def render_to_response(self, context: dict[str, Any], **kwargs: Any) -> HttpResponse:
        """A choice that does not exist gets a sentence beside the field, and a status of 422."""
        status = 200 if self.form.is_valid() else 422
        return super().render_to_response(context, status=status, **kwargs)

    def _board(self) -> dict[str, Any]:
        columns, stopped = columns_of(self.object_list, self.themes())
        is_empty = not stopped and not any(each.cards for each in columns)
        return {"columns": columns, "stopped": stopped, "is_empty": is_empty}

    def _list(self, page: Any) -> dict[str, Any]:
        """Themes stand on the first page, before the projects."""
        themes = [] if page.has_previous() else [card_of_theme(each) for each in self.themes()]
        cards = [*themes, *(card_of(each) for each in page.object_list)]
        return {"cards": cards, "is_empty": not cards}

    def _query(self, *without: str) -> str:
        query = self.request.GET.copy()
        for name in without:
            query.pop(name, None)
        return query.urlencode()


class ExportProjects(ProjectList):
    """What was looked for, as a file."""

    http_method_names = READ_ONLY

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Themes first, then projects in the order of the list."""
        del args, kwargs
        kind, found = self.kwargs["kind"], self.get_queryset()
        if kind not in KINDS:
            raise Http404
        if not self.form.is_valid():
            return redirect(f"{reverse('projects:project-list')}?{request.GET.urlencode()}")
        write, content_type = KINDS[kind]
        name = _("projects-%(day)s") % {"day": local_day(self.at)}
        return attachment(
            write(project_table(found, self.themes())), f"{name}.{kind}", content_type
        )
