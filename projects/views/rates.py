"""The door of the discount rate."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from projects import actions, forms
from projects.models import DiscountRate
from schuldenlab.web.doors import ActionDoor


class AddRate(ActionDoor):
    """A new discount rate."""

    permission = "projects.add_rate"
    form_class: Any = forms.RateForm
    success_message = gettext_lazy("New cases count with this rate from that day on.")

    def facts(self) -> dict[str, Any]:
        """What it does, and what it leaves."""
        heading = _("Add a discount rate")
        return {
            "heading": heading,
            "lead": _("Cases that exist keep their rate. A rate is never changed or removed."),
            "crumbs": [
                {"label": _("Desk"), "url": reverse("admin:index")},
                {"label": heading, "url": ""},
            ],
            "submit": _("Add this rate"),
        }

    def act(self, form: Any) -> DiscountRate:
        """Add it."""
        return actions.add_rate(**form.cleaned_data, actor=self.person, at=self.at)

    def get_success_url(self) -> str:
        """To the register of rates."""
        return reverse("admin:projects_discountrate_changelist")
