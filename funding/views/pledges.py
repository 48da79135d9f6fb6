"""The doors of pledges themselves: the list, one of them, and its signed paper."""

from typing import Any

from django.db.models import Prefetch
from django.urls import reverse
from django.utils.translation import gettext as _

from funding.actions.pledges import OVER
from funding.models import Delivery, Pledge
from programme.views.crumbs import home_crumb
from projects.views.crumbs import project_crumbs
from schuldenlab.documents.models import Document
from schuldenlab.web.doors import DetailDoor, ListDoor
from schuldenlab.web.files import FileDoor

from .sections import BADGES

DELIVERIES = Prefetch("deliveries", Delivery.objects.order_by("arrived_on", "pk"))
SHOWN = Pledge.objects.select_related("plan__phase__project", "organisation")


class PledgeList(ListDoor):
    """What the own organisation pledged; for the kernteam all of it."""

    queryset = SHOWN.prefetch_related(DELIVERIES)
    permission = "funding.list_pledges"
    template_name = "funding/pledge_list.html"
    paginate_by = 25

    def get_queryset(self) -> Any:
        """The last one first; an offer that was changed is on the page of the new one."""
        found = super().get_queryset().filter(replaced_by__isnull=True)
        if not self.person.standing.is_kernteam:
            found = found.of_organisations_of(self.person)
        return found.order_by("-offered_at", "-pk")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The list with its words."""
        context = super().get_context_data(**kwargs)
        is_kernteam = self.person.standing.is_kernteam
        heading = _("All pledges") if is_kernteam else _("Your pledges")
        for each in context["object_list"]:
            dress(each)
        return {
            **context,
            "heading": heading,
            "lead": _("What is offered, what is firm, and what arrived."),
            "crumbs": [
                home_crumb(),
                {"label": _("Projects"), "url": reverse("projects:project-list")},
                {"label": heading, "url": ""},
            ],
        }


def dress(pledge: Any) -> None:
    """With its badge, and what arrived of it out of the rows that are read already."""
    state = pledge.status
    if state == Pledge.Status.FIRM and pledge.waits_for_condition:
        state = "waits"
    pledge.badge = BADGES[state]
    holding = [each for each in pledge.deliveries.all() if each.struck_at is None]
    pledge.arrived = sum(each.amount or 0 for each in holding)
    pledge.arrivals = len(holding)


class PledgeDetail(DetailDoor):
    """One pledge, for whoever may see how much it is."""

    queryset = SHOWN.select_related(
        "offered_by", "made_firm_by", "paper", "replaces", "replaced_by", "course_change"
    ).prefetch_related(DELIVERIES)
    permission = "funding.view_pledge"
    template_name = "funding/pledge_detail.html"

    def facts(self) -> dict[str, Any]:
        """What it is, and what this person can do with it now."""
        pledge, person = self.object, self.person
        dress(pledge)
        project, name = pledge.plan.phase.project, pledge.organisation.name
        heading = _("%(name)s to “%(project)s”") % {"name": name, "project": project.title}
        return {
            "pledge": pledge,
            "project": project,
            "heading": heading,
            "lead": pledge.words,
            "crumbs": project_crumbs(project, person, name),
            "deliveries": pledge.deliveries.all(),
            "may": self._may(pledge),
            "is_insider": person.standing.is_insider,
        }

    def _may(self, pledge: Pledge) -> dict[str, bool]:
        """The acts that are possible now, for this person."""
        has_perm, statuses = self.person.has_perm, Pledge.Status
        takes = pledge.plan.phase.status not in OVER
        offered, firm = pledge.status == statuses.OFFERED, pledge.status == statuses.FIRM
        waits = pledge.waits_for_condition
        possible = {
            "sign_pledge": offered and takes,
            "attach_paper": offered and takes,
            "change_offer": offered and takes,
            "meet_condition": (offered or firm) and waits and takes,
            "record_delivery": firm and not waits,
            "open_amount": (offered or firm) and not pledge.is_open,
            "withdraw_pledge": offered or firm,
        }
        is_known = has_perm("funding.record_delivery", pledge)
        return {
            "strike_delivery": is_known,
            **{act: can and has_perm(f"funding.{act}", pledge) for act, can in possible.items()},
        }


class PledgePaper(FileDoor):
    """The signed paper, for whoever may see the amount."""

    queryset = Pledge.objects.select_related("paper")
    permission = "funding.view_pledge"

    def document(self) -> Document | None:
        """As the kernteam attached it."""
        found: Document | None = self.object.paper
        return found
