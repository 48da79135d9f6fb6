"""The doors of what a phase asks."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from funding import actions, forms
from funding.models import FundingPlan
from projects.models import Phase, Project
from projects.views.acts import OfProject, Today

from .acts import OnPlan

CLOSED = gettext_lazy("This phase has started or was dropped. Its money cannot change now.")


class MakePlan(Today, OfProject):
    """The kernteam writes down what a phase needs."""

    queryset = Phase.objects.select_related("project")
    permission = "funding.make_plan"
    form_class: Any = forms.MakePlanForm
    heading = gettext_lazy("What does this phase need?")
    lead = gettext_lazy("The phase starts when firm pledges cover this.")
    submit = gettext_lazy("Record the funding plan")
    success_message = gettext_lazy("The funding plan is recorded. Partners can step in now.")

    @property
    def project(self) -> Project:
        """The project of the phase."""
        found: Project = self.object.project
        return found

    def obstacle(self) -> str:
        """Once, and before it starts."""
        if self.object.status != Phase.Status.PLANNED and not self.object.is_taken_over:
            return str(CLOSED)
        if FundingPlan.objects.filter(phase=self.object).exists():
            return _("This phase has a funding plan already. Change that one.")
        return ""

    def get_form_kwargs(self) -> dict[str, Any]:
        """What was taken over had its deadline when it began, or later."""
        found = super().get_form_kwargs()
        return {**found, "day": self.object.started_on} if self.object.is_taken_over else found

    def act(self, form: Any) -> FundingPlan:
        """Make it."""
        return actions.make_plan(self.object, **form.cleaned_data, **self.acting)

    def get_success_url(self) -> str:
        """To the money on the dossier."""
        return str(self.result.get_absolute_url())


class ChangePlan(Today, OnPlan):
    """Other terms, with the reason."""

    permission = "funding.change_plan"
    form_class: Any = forms.ChangePlanForm
    heading = gettext_lazy("Change what this phase needs")
    lead = gettext_lazy("What it was until now stays on record.")
    submit = gettext_lazy("Record the change")
    success_message = gettext_lazy("The funding plan is changed.")

    def obstacle(self) -> str:
        """Until the phase starts."""
        return "" if self.object.phase.status == Phase.Status.PLANNED else str(CLOSED)

    def get_initial(self) -> dict[str, Any]:
        """As it is now."""
        terms = self.object.current
        names = ("total", "cash_minimum", "deadline_on")
        return {name: getattr(terms, name) for name in names} if terms else {}

    def act(self, form: Any) -> FundingPlan:
        """Change it."""
        return actions.change_plan(self.object, **form.cleaned_data, **self.acting)
