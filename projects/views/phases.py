"""The doors of phases: opening a dossier, planning, approving, starting and ending."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partners.querysets import local_day
from programme.models import InnovationTheme
from programme.views.crumbs import theme_crumbs
from projects import actions, forms
from projects.gate import conditions, decisions_to_name
from projects.models import Phase, Project
from schuldenlab.web.doors import ActionDoor

from .acts import OnPhase, OnProject, Today


class OpenProject(ActionDoor):
    """Working out a theme is prepared: its dossier opens."""

    queryset = InnovationTheme.objects.select_related("call", "theme")
    permission = "projects.open_project"
    form_class: Any = forms.OpenForm
    success_message = gettext_lazy("The dossier is open. Its first phase starts through the gate.")

    def obstacle(self) -> str:
        """A theme that is explored, and has no project."""
        if self.object.status != InnovationTheme.Status.EXPLORING:
            return _("Only a theme that is being explored can be worked out.")
        if Project.objects.filter(innovation_theme=self.object).exists():
            return _("This theme has a project already.")
        return ""

    def get_initial(self) -> dict[str, Any]:
        """The words of the theme."""
        return {"title": self.object.title, "summary": self.object.question}

    def facts(self) -> dict[str, Any]:
        """What opening means."""
        return {
            "heading": _("Work out “%(title)s”") % {"title": self.object.title},
            "lead": _(
                "A business case shows who pays and who gains. A prototype shows that it works."
            ),
            "note": _("The theme is worked out from the day on which that phase starts."),
            "crumbs": theme_crumbs(self.object, self.person, _("Working out")),
            "submit": _("Open the dossier"),
        }

    def act(self, form: Any) -> Project:
        """Open it."""
        opened: Project = actions.open_project(
            self.object, **form.cleaned_data, actor=self.person, at=self.at
        )
        return opened

    def get_success_url(self) -> str:
        """To the new dossier."""
        return str(self.result.get_absolute_url())


class PlanPhase(OnProject):
    """The next phase is prepared."""

    permission = "projects.plan_phase"
    form_class: Any = forms.PlanForm
    heading = gettext_lazy("Prepare a phase")
    lead = gettext_lazy("The dossier says what misses before it can start.")
    submit = gettext_lazy("Prepare this phase")

    def act(self, form: Any) -> Phase:
        """Plan it."""
        return actions.plan_phase(self.object, **form.cleaned_data, **self.acting)


class ApprovePhase(OnPhase):
    """By which decision the programmaraad agreed."""

    permission = "projects.approve_phase"
    form_class: Any = forms.DecisionForm
    heading = gettext_lazy("Which decision approves this phase?")
    lead = gettext_lazy(
        "It stands in the register of decisions, and is about nothing else. It approves the "
        "business case as well, if that lay before the programmaraad then."
    )
    submit = gettext_lazy("Record the decision")

    def get_form_kwargs(self) -> dict[str, Any]:
        """Only what can be about this phase, the newest first."""
        found = decisions_to_name(self.object).order_by("-year", "-sequence")
        return {**super().get_form_kwargs(), "decisions": found}

    def act(self, form: Any) -> Phase:
        """Write it down."""
        decision = form.cleaned_data["decision"]
        return actions.approve_phase(self.object, decision=decision, **self.acting)


class StartPhase(Today, OnPhase):
    """Through the gate."""

    permission = "projects.start_phase"
    form_class: Any = forms.OnDayForm
    heading = gettext_lazy("Start this phase")
    submit = gettext_lazy("Start the phase")
    success_message = gettext_lazy("The phase has started.")

    def facts(self) -> dict[str, Any]:
        """What misses, before anybody presses the button."""
        found = conditions(self.object, day=local_day(self.at), at=self.at)
        missing = [f"{each.title}: {each.text}" for each in found if not each.is_met]
        lead = _("Everything that must hold today holds.")
        if missing:
            lead = _("It cannot start today. %(missing)s") % {"missing": " ".join(missing)}
        return {**super().facts(), "lead": lead}

    def act(self, form: Any) -> Phase:
        """Ask the gate."""
        on = form.cleaned_data["on"]
        return actions.start_phase(self.object, started_on=on, **self.acting)


class EndPhase(Today, OnPhase):
    """A phase is over."""

    permission = "projects.end_phase"
    form_class: Any = forms.ResultForm
    states = frozenset({Phase.Status.RUNNING})
    heading = gettext_lazy("End this phase")
    lead = gettext_lazy("Write down what came of it.")
    submit = gettext_lazy("End the phase")

    def act(self, form: Any) -> Phase:
        """End it."""
        data = form.cleaned_data
        words = {"ended_on": data["on"], "ended_with": data["ended_with"]}
        return actions.end_phase(self.object, **words, **self.acting)


class DropPhase(OnPhase):
    """A phase in preparation does not come."""

    permission = "projects.drop_phase"
    heading = gettext_lazy("Do not go on with this phase?")
    lead = gettext_lazy("It stays on record. You can prepare another one.")
    submit = gettext_lazy("Drop the phase")

    def act(self, form: Any) -> Phase:
        """Drop it."""
        del form
        return actions.drop_phase(self.object, **self.acting)
