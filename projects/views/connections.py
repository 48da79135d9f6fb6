"""The doors of links between projects: the map, and saying that two hang together."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partners.querysets import local_day
from projects import actions, forms
from projects.circle import lines_between, nodes_on
from projects.models import Connection, Project
from schuldenlab.web.doors import DetailDoor
from schuldenlab.web.written import quoting

from .acts import OfProject, OnProject, Today
from .overview import across_crumbs


class ConnectionMap(DetailDoor):
    """All projects that hang together, drawn, with the reasons in a table beside it."""

    permission = "projects.view_project"
    template_name = "projects/connection_map.html"

    def facts(self) -> dict[str, Any]:
        """Projects by their code, links from the first of the two."""
        day = local_day(self.at)
        found = Connection.objects.visible_to(self.person).on(day)
        links = list(found.select_related("project", "other"))
        projects = {each.pk: each for link in links for each in (link.project, link.other)}
        linked = sorted(projects.values(), key=lambda each: (each.year, each.sequence))
        place = {each.pk: number for number, each in enumerate(linked)}
        drawn = [(place[each.project_id], place[each.other_id], each.kind) for each in links]
        alone = Project.objects.visible_to(self.person).going().exclude(pk__in=projects)
        links.sort(key=lambda each: (place[each.project_id], place[each.other_id], each.pk))
        return {
            "nodes": list(zip(nodes_on(len(linked)), linked, strict=True)),
            "lines": lines_between(len(linked), drawn),
            "links": [
                {
                    "link": each,
                    "begin": place[each.project_id] + 1,
                    "end": place[each.other_id] + 1,
                }
                for each in links
            ],
            "kinds": [each for each in Connection.Kind.choices if each[0] in _kinds(links)],
            "alone": alone.order_by("title"),
            "is_insider": self.person.standing.is_insider,
            "heading": _("How the projects hang together"),
            "lead": _("Project leaders talk about it when they meet. Each line has a reason."),
            "crumbs": across_crumbs(_("Links between projects")),
        }


def _kinds(links: list[Connection]) -> set[str]:
    return {each.kind for each in links}


class Connect(Today, OnProject):
    """This project has to do with another."""

    permission = "projects.connect_projects"
    form_class: Any = forms.ConnectionForm
    heading = gettext_lazy("Link this project with another")
    lead = gettext_lazy("Both dossiers and the map show it, with the reason.")
    submit = gettext_lazy("Keep the link")

    def get_form_kwargs(self) -> dict[str, Any]:
        """The other projects that go."""
        others = Project.objects.visible_to(self.person).going().exclude(pk=self.object.pk)
        return {**super().get_form_kwargs(), "others": others.order_by("title")}

    def act(self, form: Any) -> Connection:
        """Keep it."""
        data = dict(form.cleaned_data)
        return actions.connect_projects(self.object, from_on=data.pop("on"), **data, **self.acting)


class EndConnection(Today, OfProject):
    """Two projects hang together no longer."""

    queryset = Connection.objects.filter(until_on__isnull=True).select_related("project", "other")
    permission = "projects.end_connection"
    form_class: Any = forms.OnDayForm
    heading = gettext_lazy("End this link between two projects")
    submit = gettext_lazy("End the link")

    @property
    def project(self) -> Project:
        """The one of the two that this person keeps."""
        mine: Project = self.object.project
        other: Project = self.object.other
        return mine if self.person.has_perm("projects.change_project", mine) else other

    def facts(self) -> dict[str, Any]:
        """Which one."""
        link = self.object
        words = {"begin": link.project.title, "how": link.get_kind_display()}
        lead = _("“%(begin)s” %(how)s “%(end)s”.") % {**words, "end": link.other.title}
        lead = quoting("%(lead)s %(reason)s", lead=lead, reason=link.reason)
        return {**super().facts(), "lead": lead}

    def act(self, form: Any) -> Connection:
        """End it."""
        until_on = form.cleaned_data["on"]
        return actions.end_connection(self.object, until_on=until_on, **self.acting)
