"""The doors of offers: making one, changing it, and letting everybody see how much it is."""

from functools import partial
from typing import Any

from django import forms as plain
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from funding import actions, forms
from funding.actions.pledges import OVER
from funding.actions.schedules import parts_of
from funding.forms.offers import initial_of
from funding.forms.parts import lines_of
from funding.models import Pledge
from programme.views.crumbs import home_crumb
from projects.views.crumbs import project_crumbs
from schuldenlab.web.doors import ActionDoor

from .acts import OnPlan, OnPledge
from .scheduling import Spread


class OfferPledge(Spread, OnPlan):
    """A partner steps in; the kernteam records what it heard from an organisation."""

    permission = "funding.offer_pledge"
    form_class: Any = forms.OfferForm
    is_binding = True
    success_message = gettext_lazy("The offer is recorded. It counts once it is made firm.")

    def get_form_class(self) -> Any:
        """For which organisations."""
        standing = self.person.standing
        return partial(
            forms.OfferForm, own=standing.organisation_ids, is_kernteam=standing.is_kernteam
        )

    def obstacle(self) -> str:
        """As long as the phase is not over."""
        if self.object.phase.status in OVER:
            return _("This phase is over. It takes no pledges any more.")
        return ""

    def facts(self) -> dict[str, Any]:
        """Other words for the kernteam."""
        heading = _("Step in with your organisation")
        lead = _("An offer binds nobody yet. You can change or withdraw it.")
        if self.person.standing.is_kernteam:
            heading = _("Record an offer")
            lead = _("The organisation gets a mail and can say that it is not right.")
        return {
            **super().facts(),
            "heading": heading,
            "lead": lead,
            "submit": _("Record the offer"),
            "crumbs": project_crumbs(self.project, self.person, heading),
        }

    def act(self, form: Any) -> Pledge:
        """Offer it."""
        return actions.offer_pledge(self.object, **form.cleaned_data, **self.acting)

    def get_success_url(self) -> str:
        """To its page, where it is made firm."""
        return str(self.result.get_absolute_url())


class OfferToBudget(Spread, ActionDoor):
    """The same to a category of the budget, for one year or for several."""

    permission = "funding.offer_to_budget"
    form_class: Any = forms.BudgetOfferForm
    is_binding = True
    success_message = gettext_lazy("The offer is recorded. It counts once it is made firm.")

    def get_form_class(self) -> Any:
        """For which organisations."""
        standing = self.person.standing
        return partial(
            forms.BudgetOfferForm, own=standing.organisation_ids, is_kernteam=standing.is_kernteam
        )

    def get_initial(self) -> dict[str, Any]:
        """The category of the address, if one stands in it."""
        return {"category": self.request.GET.get("category", "")}

    def facts(self) -> dict[str, Any]:
        """Other words for the kernteam."""
        heading, lead = _("Offer something for the budget"), _("An offer binds nobody yet.")
        if self.person.standing.is_kernteam:
            heading = _("Record an offer for the budget")
            lead = _("The organisation gets a mail and can say that it is not right.")
        every = {"label": _("Pledges"), "url": reverse("funding:pledge-list")}
        return {
            "heading": heading,
            "lead": lead,
            "submit": _("Record the offer"),
            "crumbs": [home_crumb(), every, {"label": heading, "url": ""}],
        }

    def act(self, form: Any) -> Pledge:
        """Offer it."""
        return actions.offer_to_budget(**form.cleaned_data, actor=self.person, at=self.at)

    def get_success_url(self) -> str:
        """To its page, where it is made firm."""
        return str(self.result.get_absolute_url())


class ChangeOffer(Spread, OnPledge):
    """Another offer in the place of this one."""

    permission = "funding.change_offer"
    form_class: Any = forms.ChangeOfferForm
    is_binding = True
    heading = gettext_lazy("Change the offer")
    lead = gettext_lazy("The new offer takes the place of this one, which stays on record.")
    submit = gettext_lazy("Record the new offer")
    success_message = gettext_lazy("The offer is changed.")

    def get_initial(self) -> dict[str, Any]:
        """As it was offered."""
        return initial_of(self.pledge)

    def lines(self) -> list[dict[str, Any]]:
        """For which years it is."""
        return lines_of(parts_of(self.pledge))

    def act(self, form: Any) -> Pledge:
        """Offer the other one."""
        return actions.change_offer(self.pledge, **form.cleaned_data, **self.acting)

    def get_success_url(self) -> str:
        """To the new offer."""
        return str(self.result.get_absolute_url())


class OpenAmount(OnPledge):
    """The partner lets everybody see how much it gives."""

    permission = "funding.open_amount"
    form_class: Any = plain.Form
    states = frozenset({Pledge.Status.OFFERED, Pledge.Status.FIRM})
    is_for_good = True
    heading = gettext_lazy("Let everybody see this amount?")
    lead = gettext_lazy("Everybody in the network sees it from then on. You cannot take this back.")
    submit = gettext_lazy("Let everybody see it")
    success_message = gettext_lazy("Everybody in the network can see this amount now.")

    def obstacle(self) -> str:
        """Once."""
        if self.pledge.is_open:
            return _("Everybody can see this amount already.")
        return super().obstacle()

    def act(self, form: Any) -> Pledge:
        """Open it."""
        del form
        return actions.open_amount(self.pledge, **self.acting)
