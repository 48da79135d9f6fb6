"""What the acts on a project and on its parts share: the way back, and what stands in the way."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext as _

from partners.querysets import local_day
from programme.views.crumbs import Crumbs
from projects.models import Phase, Project
from schuldenlab.web.doors import ActionDoor

from .crumbs import project_crumbs


class OfProject(ActionDoor):
    """An act on a part of a project; afterwards you are on its dossier."""

    form_class: Any = forms.Form
    heading: Any = ""
    lead: ClassVar[Any] = ""
    submit: ClassVar[Any] = ""

    @property
    def project(self) -> Project:
        """The project that this is about."""
        found: Project = self.object.project
        return found

    @property
    def acting(self) -> dict[str, Any]:
        """Who acts, and when."""
        return {"actor": self.person, "at": self.at}

    def facts(self) -> dict[str, Any]:
        """The words of this door, and the way back."""
        return {
            "heading": self.heading,
            "lead": self.lead,
            "submit": self.submit,
            "crumbs": self.crumbs(),
        }

    def crumbs(self) -> Crumbs:
        """By way of the dossier."""
        return project_crumbs(self.project, self.person, self.heading)

    def get_success_url(self) -> str:
        """Back to the dossier."""
        return str(self.project.get_absolute_url())


class Today:
    """A form that begins with today."""

    def get_form_kwargs(self) -> dict[str, Any]:
        """The day of the request."""
        return {**super().get_form_kwargs(), "day": local_day(self.at)}  # type: ignore[misc,attr-defined]


class OnProject(OfProject):
    """An act on the project itself."""

    queryset = Project.objects.select_related("innovation_theme", "theme")
    states: ClassVar[frozenset[str]] = frozenset({Project.Status.ACTIVE, Project.Status.ON_HOLD})

    @property
    def project(self) -> Project:
        """The object itself."""
        found: Project = self.object
        return found

    def obstacle(self) -> str:
        """Every act has its moment in the life of a project."""
        if self.object.status in self.states:
            return ""
        return _("This is no longer possible: the project is “%(status)s”.") % {
            "status": self.object.get_status_display()
        }


class OnPhase(OfProject):
    """An act on a phase."""

    queryset = Phase.objects.select_related("project__innovation_theme", "ballot", "decision")
    states: ClassVar[frozenset[str]] = frozenset({Phase.Status.PLANNED})
    kinds: ClassVar[frozenset[str]] = frozenset(Phase.Kind)

    def obstacle(self) -> str:
        """Every act has its moment in the life of a phase."""
        phase = self.object
        if phase.status in self.states and phase.kind in self.kinds:
            return ""
        return _("This is no longer possible: the status is “%(status)s” now.") % {
            "status": phase.get_status_display()
        }
