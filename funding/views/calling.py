"""The door of who to call: gaps first, and then partners by name. Only for the kernteam."""

from typing import Any

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from funding.calling import budget_gaps_at, calls_at, gaps_at
from programme.models import BudgetCategory
from programme.views.crumbs import home_crumb
from schuldenlab.web.doors import DetailDoor


class WhoToCall(DetailDoor):
    """Where money misses, and whom to call about what."""

    permission = "funding.list_calls"
    template_name = "funding/call_list.html"

    def get_object(self) -> None:
        """For everybody else this page is not there."""
        if not self.person.standing.is_kernteam:
            raise Http404

    def facts(self) -> dict[str, Any]:
        """Both lists."""
        return {
            "gaps": gaps_at(self.at),
            "budget_gaps": [
                (BudgetCategory(each.category).label, each) for each in budget_gaps_at(self.at)
            ],
            "calls": calls_at(self.at),
            "heading": _("Who to call"),
            "lead": _("Where money misses, and whom you can call about it. By name, no ranking."),
            "crumbs": [
                home_crumb(),
                {"label": _("Pledges"), "url": reverse("funding:pledge-list")},
                {"label": _("Who to call"), "url": ""},
            ],
        }
