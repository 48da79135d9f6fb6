"""What the acts on money share: the way back, and when they are possible."""

from typing import Any, ClassVar

from django.urls import reverse
from django.utils.translation import gettext as _

from funding.actions.pledges import OVER
from funding.models import FundingPlan, Pledge
from programme.views.crumbs import Crumbs, home_crumb
from projects.models import Project
from projects.views.acts import OfProject
from projects.views.crumbs import project_crumbs


class OnPlan(OfProject):
    """An act on the money of a phase; afterwards you are on its dossier."""

    queryset = FundingPlan.objects.select_related("phase__project")

    @property
    def project(self) -> Project:
        """The project of the phase."""
        found: Project = self.object.phase.project
        return found

    def get_success_url(self) -> str:
        """Back to the money on the dossier."""
        return str(self.object.get_absolute_url())


def is_over(pledge: Pledge) -> bool:
    """Whether its phase takes nothing any more; the budget always does."""
    return pledge.plan is not None and pledge.plan.phase.status in OVER


def pledge_crumbs(pledge: Pledge, person: Any) -> Crumbs:
    """From the dossier of its project, or from the pledges to the budget."""
    name = pledge.organisation.name
    if pledge.project is not None:
        return project_crumbs(pledge.project, person, name)
    every = {"label": _("Pledges"), "url": reverse("funding:pledge-list")}
    return [home_crumb(), every, {"label": name, "url": ""}]


class OnPledge(OfProject):
    """An act on a pledge; afterwards you are on its page."""

    queryset: Any = Pledge.objects.select_related("plan__phase__project", "organisation")
    states: ClassVar[frozenset[str]] = frozenset({Pledge.Status.OFFERED})
    is_for_good: ClassVar[bool] = False  # also possible when the phase is over

    @property
    def pledge(self) -> Pledge:
        """The pledge that this is about."""
        found: Pledge = self.object
        return found

    def crumbs(self) -> Crumbs:
        """Its page stands before this act."""
        *above, last = pledge_crumbs(self.pledge, self.person)
        own = {"label": last["label"], "url": self.pledge.get_absolute_url()}
        return [*above, own, {"label": self.heading, "url": ""}]

    def obstacle(self) -> str:
        """Every act has its moment in the life of a pledge."""
        pledge = self.pledge
        if not self.is_for_good and is_over(pledge):
            return _("This phase is over. It takes no pledges any more.")
        if pledge.status in self.states:
            return ""
        return _("This is no longer possible: the status is “%(status)s” now.") % {
            "status": pledge.get_status_display()
        }

    def get_success_url(self) -> str:
        """To its page."""
        return str(self.pledge.get_absolute_url())
