"""The door through which the contribution of the municipality comes in, with its decision."""

from functools import partial
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from funding import actions, forms
from partners.models import Framework
from programme.views.crumbs import Crumbs
from projects.views.acts import OfProject

from .budget import crumbs_of


class PledgeContribution(OfProject):
    """An amount for each year and category, and the signed decision."""

    queryset = Framework.objects.select_related("host")
    permission = "funding.pledge_contribution"
    form_class: Any = forms.ContributionForm
    heading = gettext_lazy("Record the contribution of the municipality")
    lead = gettext_lazy("For the kernteam and for exploring themes, in the years of the framework.")
    submit = gettext_lazy("Record the contribution")
    success_message = gettext_lazy(
        "The contribution is recorded and firm. The municipality is told."
    )

    def get_form_class(self) -> Any:
        """With the years of this framework."""
        return partial(forms.ContributionForm, framework=self.object)

    def obstacle(self) -> str:
        """Only a framework that says for which years."""
        if self.object.contribution_from is None:
            return _("This framework does not say for which years the municipality contributes.")
        return ""

    def crumbs(self) -> Crumbs:
        """By way of the budget."""
        return crumbs_of(str(self.heading), self.object.contribution_from)

    def act(self, form: Any) -> Any:
        """Record it."""
        return actions.pledge_contribution(self.object, **form.cleaned_data, **self.acting)

    def get_success_url(self) -> str:
        """The budget of its first year."""
        return reverse("funding:budget-year", args=[self.object.contribution_from])
