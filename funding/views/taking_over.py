"""The door through which a firm pledge comes in from before the lab was kept here."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from funding import actions, forms
from funding.models import Pledge
from programme.views.crumbs import below
from projects.models import Phase
from projects.views.taking_over import WithLiveDay


class TakeOverPledge(WithLiveDay):
    """A firm pledge to a phase that was taken over, with its paper."""

    permission = "funding.take_over_pledge"
    form_class: Any = forms.TakeOverPledgeForm
    template_name = "funding/pledge_take_over.html"
    success_message = gettext_lazy("The pledge is taken over. The organisation gets a message.")

    def facts(self) -> dict[str, Any]:
        """What it means; and the phases of which nobody wrote down yet what they asked."""
        bare = Phase.objects.filter(is_taken_over=True, status="running", funding_plan=None)
        return {
            "heading": _("Take over a firm pledge"),
            "lead": _("It keeps the day on which it was signed. The organisation is told."),
            "crumbs": below(_("Taking over"), reverse("portal:takeover"), _("A firm pledge")),
            "submit": _("Take over this pledge"),
            "warning": self.warning(),
            "bare": bare.select_related("project").order_by("project"),
        }

    def act(self, form: Any) -> Pledge:
        """Take it over."""
        data = dict(form.cleaned_data)
        return actions.take_over_pledge(data.pop("phase"), **data, actor=self.person, at=self.at)

    def get_success_url(self) -> str:
        """The pledge."""
        return str(self.result.get_absolute_url())
