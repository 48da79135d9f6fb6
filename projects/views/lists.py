"""The doors of all projects: the list, and the list as a file."""

from typing import Any, Final

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from partners.querysets import local_day
from partners.resources.tables import KINDS
from programme.models import InnovationTheme
from programme.views.crumbs import below
from programme.views.exports import attachment
from projects.filters import ProjectFilter
from projects.models import Phase, Project
from projects.resources import project_table
from schuldenlab.web.doors import ListDoor

READ_ONLY: Final = ("get", "head", "options")
BADGES: Final = {"active": "track", "on_hold": "warn", "stopped": "open", "handed_over": "met"}


class ProjectList(ListDoor):
    """All projects that this person may see, under the themes that may become one."""

    queryset = Project.objects.select_related("theme")
    permission = "projects.view_project"
    template_name = "projects/project_list.html"
    paginate_by = 25

    def get_queryset(self) -> Any:
        """By phase, theme and status, as far as these were chosen."""
        self.form = ProjectFilter(self.request.GET)
        return self.form.narrow(super().get_queryset().with_stage())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The list with its words, and the themes that are explored."""
        context = super().get_context_data(**kwargs)
        query = self.request.GET.copy()
        query.pop("page", None)
        kinds, stands = dict(Phase.Kind.choices), dict(Phase.Status.choices)
        for each in context["object_list"]:
            each.badge = BADGES[each.status]
            each.stage_words = kinds.get(each.stage, "")
            each.stage_stand = stands.get(each.stage_status, "")
        themes = InnovationTheme.objects.visible_to(self.person)
        return {
            **context,
            "projects": context["object_list"],
            "themes": themes.filter(status="exploring", project__isnull=True)
            .select_related("theme")
            .order_by("pk"),
            "form": self.form,
            "is_filtered": any(self.request.GET.get(name) for name in self.form.fields),
            "query": query.urlencode(),
            "heading": _("Projects"),
            "lead": _("From the theme that is explored until what is handed over."),
            "crumbs": below(_("Projects"), "", ""),
        }


class ExportProjects(ProjectList):
    """The list as it was looked for, as a file."""

    http_method_names = READ_ONLY

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """In the order of the list."""
        del args, kwargs
        kind, found = self.kwargs["kind"], self.get_queryset()
        if kind not in KINDS:
            raise Http404
        if not self.form.is_valid():
            return redirect(f"{reverse('projects:project-list')}?{request.GET.urlencode()}")
        write, content_type = KINDS[kind]
        name = _("projects-%(day)s") % {"day": local_day(self.at)}
        return attachment(write(project_table(found)), f"{name}.{kind}", content_type)
