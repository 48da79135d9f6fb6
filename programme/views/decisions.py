"""The doors of the register of decisions, with the ballots that are open."""

from typing import Any

from django.utils.translation import gettext as _

from programme.models import Ballot, Decision
from schuldenlab.web.doors import DetailDoor, ListDoor

from .crumbs import decision_crumbs


class DecisionList(ListDoor):
    """All decisions, newest first, under the ballots that are open now."""

    queryset = Decision.objects.select_related("ballot")
    template_name = "programme/decision_list.html"
    permission = "programme.view_decision"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The register and the open ballots."""
        ballots = Ballot.objects.visible_to(self.person).exclude(status=Ballot.Status.CLOSED)
        return {
            **super().get_context_data(**kwargs),
            "heading": _("Decisions"),
            "lead": _("What the programmaraad decided, and what it is voting on now."),
            "crumbs": decision_crumbs(),
            "open_ballots": ballots.select_related("raad"),
        }


class DecisionDetail(DetailDoor):
    """One decision with the text that was decided on."""

    queryset = Decision.objects.select_related("ballot", "raad", "programme")
    lookup = {"year": "year", "sequence": "sequence"}
    permission = "programme.view_decision"
    template_name = "programme/decision_detail.html"

    def facts(self) -> dict[str, Any]:
        """The decision and what it was taken on."""
        decision = self.object
        return {
            "decision": decision,
            "heading": decision.title,
            "lead": _("Decision %(number)s of the programmaraad of %(year)s.")
            % {"number": decision.number, "year": decision.raad.year},
            "crumbs": decision_crumbs(decision.number),
        }
