"""The doors of what arrived."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from funding import actions, forms
from funding.models import Delivery, Pledge
from projects.views.acts import Today

from .acts import OnPledge


class RecordDelivery(Today, OnPledge):
    """A part of a firm pledge arrived."""

    permission = "funding.record_delivery"
    form_class: Any = forms.DeliveryForm
    states = frozenset({Pledge.Status.FIRM})
    is_for_good = True
    heading = gettext_lazy("What arrived?")
    lead = gettext_lazy("A pledge may arrive in parts.")
    submit = gettext_lazy("Record what arrived")
    success_message = gettext_lazy("It is recorded.")

    def get_form_kwargs(self) -> dict[str, Any]:
        """Of which pledge."""
        return {**super().get_form_kwargs(), "pledge": self.pledge}

    def obstacle(self) -> str:
        """Its condition comes first."""
        if self.pledge.waits_for_condition:
            return _("This pledge waits for its condition. First write down that it is met.")
        return super().obstacle()

    def act(self, form: Any) -> Delivery:
        """Write it down."""
        return actions.record_delivery(self.pledge, **form.cleaned_data, **self.acting)


class StrikeDelivery(OnPledge):
    """It was written down by mistake."""

    queryset: Any = Delivery.objects.select_related(
        "pledge__plan__phase__project", "pledge__organisation"
    )
    permission = "funding.strike_delivery"
    form_class: Any = forms.StrikeForm
    heading = gettext_lazy("Strike what was recorded")
    lead = gettext_lazy("The line stays, with the reason.")
    submit = gettext_lazy("Strike it")
    success_message = gettext_lazy("It is struck.")

    @property
    def pledge(self) -> Pledge:
        """The pledge that it is a part of."""
        found: Pledge = self.object.pledge
        return found

    def obstacle(self) -> str:
        """Once."""
        return "" if self.object.struck_at is None else _("This was struck already.")

    def act(self, form: Any) -> Delivery:
        """Strike it."""
        reason = form.cleaned_data["reason"]
        return actions.strike_delivery(self.object, reason=reason, **self.acting)
