"""The doors of what a prototype and a pilot ask besides."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from projects import actions, forms
from projects.models import Phase

from .acts import OnPhase

UNDER_WAY = frozenset({Phase.Status.PLANNED, Phase.Status.RUNNING})
BEGUN = frozenset({Phase.Status.RUNNING, Phase.Status.ENDED})


class OnPilot(OnPhase):
    """An act on a pilot, until it is evaluated."""

    kinds = frozenset({Phase.Kind.PILOT})

    def obstacle(self) -> str:
        """What was evaluated stays as it is."""
        pilot = getattr(self.object, "pilot", None)
        if pilot is not None and pilot.evaluated_at is not None:
            return _("This pilot was evaluated already.")
        return super().obstacle()


class DescribePilot(OnPilot):
    """Size, end and criterion of a pilot."""

    permission = "projects.describe_pilot"
    form_class: Any = forms.PilotForm
    states = UNDER_WAY
    heading = gettext_lazy("Describe the pilot")
    lead = gettext_lazy("Thirty days before its last day, leader and kernteam get a reminder.")
    submit = gettext_lazy("Keep this")

    def get_initial(self) -> dict[str, Any]:
        """As it stands."""
        pilot = getattr(self.object, "pilot", None)
        names = ("size", "ends_on", "criterion")
        return {name: getattr(pilot, name) for name in names} if pilot else {}

    def act(self, form: Any) -> Any:
        """Keep it."""
        return actions.describe_pilot(self.object, **form.cleaned_data, **self.acting)


class EvaluatePilot(OnPilot):
    """What came out of a pilot."""

    permission = "projects.evaluate_pilot"
    form_class: Any = forms.EvaluationForm
    states = BEGUN
    heading = gettext_lazy("Evaluate the pilot")
    lead = gettext_lazy("Hold it against what you agreed before it began.")
    submit = gettext_lazy("Keep the evaluation")

    def act(self, form: Any) -> Any:
        """Keep it."""
        data = form.cleaned_data
        facts = {
            "evaluation": data["evaluation"],
            "has_succeeded": data["has_succeeded"] == "yes",
        }
        return actions.evaluate_pilot(self.object, **facts, **self.acting)


class DescribePrototype(OnPhase):
    """What was tried, with whom, and what was learned."""

    permission = "projects.describe_prototype"
    form_class: Any = forms.PrototypeForm
    states = UNDER_WAY
    kinds = frozenset({Phase.Kind.PROTOTYPE})
    heading = gettext_lazy("Describe the prototype")
    lead = gettext_lazy("Other projects learn from it too.")
    submit = gettext_lazy("Keep this")

    def get_initial(self) -> dict[str, Any]:
        """As it stands."""
        prototype = getattr(self.object, "prototype", None)
        names = ("tried", "with_whom", "learned")
        return {name: getattr(prototype, name) for name in names} if prototype else {}

    def act(self, form: Any) -> Any:
        """Keep it."""
        return actions.describe_prototype(self.object, **form.cleaned_data, **self.acting)


class DecidePrototype(OnPhase):
    """Go on after it, or not."""

    permission = "projects.decide_prototype"
    form_class: Any = forms.GoOnForm
    states = BEGUN
    kinds = frozenset({Phase.Kind.PROTOTYPE})
    heading = gettext_lazy("Go on after this prototype?")
    lead = gettext_lazy("What was learned stays as it is from now on.")
    submit = gettext_lazy("Keep the choice")

    def act(self, form: Any) -> Any:
        """Keep it."""
        data = form.cleaned_data
        facts = {"goes_on": data["goes_on"] == "yes", "because": data["because"]}
        return actions.decide_prototype(self.object, **facts, **self.acting)
