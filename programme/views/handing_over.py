"""The doors with which a representative lets the substitute vote, and takes it back."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from programme import actions
from programme.models import Entitlement, HandOver
from schuldenlab.web.doors import ActionDoor

from .ballots import BALLOTS
from .crumbs import ballot_crumbs


class HandOverBallot(ActionDoor):
    """Let my substitute vote."""

    queryset = BALLOTS.online()
    permission = "programme.hand_over_ballot"
    success_message = gettext_lazy("Your substitute is asked to vote.")

    def obstacle(self) -> str:
        """Only while it is open, and for a seat that votes."""
        ballot = self.object
        if not ballot.accepts_votes(self.at):
            return _("This ballot is closed.")
        mine = Entitlement.objects.of(self.person).filter(ballot=ballot)
        if set(mine.values_list("organisation_id", flat=True)) <= ballot.organisations_aside():
            return _("Your organisation stepped aside and has no vote in this ballot.")
        return ""

    def facts(self) -> dict[str, Any]:
        """What happens after it."""
        return {
            "heading": _("Let your substitute vote?"),
            "lead": _(
                "Your substitute gets a mail. You can take it back, and you can still vote "
                "yourself: the last vote before closing counts."
            ),
            "crumbs": ballot_crumbs(self.object, _("Hand over")),
            "submit": _("Let my substitute vote"),
        }

    def act(self, form: Any) -> HandOver:
        """Hand it over."""
        del form
        return actions.hand_over_ballot(self.object, actor=self.person, at=self.at)

    def get_success_url(self) -> str:
        """The ballot."""
        return str(self.object.get_absolute_url())


class TakeBackBallot(HandOverBallot):
    """Vote myself after all."""

    success_message = gettext_lazy("You vote yourself. Your substitute is told.")

    def facts(self) -> dict[str, Any]:
        """What happens after it."""
        return {
            "heading": _("Vote yourself after all?"),
            "lead": _("Your substitute gets a mail. The last vote before closing counts."),
            "crumbs": ballot_crumbs(self.object, _("Take back")),
            "submit": _("Take it back"),
        }

    def act(self, form: Any) -> HandOver:
        """Take it back."""
        del form
        return actions.take_back_ballot(self.object, actor=self.person, at=self.at)
