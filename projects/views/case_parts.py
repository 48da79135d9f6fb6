"""The doors of what a version says: its parties and its lines."""

from typing import Any

from django.utils.translation import gettext_lazy

from projects import actions, forms
from projects.models import BusinessCase, CaseLine, CaseParty, Project

from .case_acts import OnCase


class AddParty(OnCase):
    """Somebody else pays or gains."""

    permission = "projects.add_party"
    form_class: Any = forms.PartyForm
    heading = gettext_lazy("Who else pays or gains?")
    lead = gettext_lazy("An organisation that we know, or a group such as the state.")
    submit = gettext_lazy("Add this party")

    def get_form_kwargs(self) -> dict[str, Any]:
        """Who is a party already."""
        return {**super().get_form_kwargs(), "case": self.object}

    def act(self, form: Any) -> CaseParty:
        """Add it."""
        return actions.add_party(self.object, **form.cleaned_data, **self.acting)


class AddLine(OnCase):
    """One more cost, benefit or transfer."""

    permission = "projects.add_line"
    form_class: Any = forms.LineForm
    template_name = "projects/case_line.html"
    heading = gettext_lazy("Add a line")
    lead = gettext_lazy("A cost, a benefit, or money that goes from one party to another.")
    submit = gettext_lazy("Add this line")
    success_message = gettext_lazy("The line is added.")

    def get_form_kwargs(self) -> dict[str, Any]:
        """The parties and years of this version."""
        return {**super().get_form_kwargs(), "case": self.object}

    def act(self, form: Any) -> CaseLine:
        """Add it."""
        return actions.add_line(self.object, facts=form.line_facts(), **self.acting)


class OnPart(OnCase):
    """An act on a line or a party: afterwards you are on the page of its version."""

    @property
    def case(self) -> BusinessCase:
        """The version that it belongs to."""
        found: BusinessCase = self.object.case
        return found

    @property
    def project(self) -> Project:
        """The project of that version."""
        return self.case.project


class RemoveParty(OnPart):
    """Who turns out to neither pay nor gain."""

    queryset = CaseParty.objects.select_related("case__project")
    permission = "projects.remove_party"
    heading = gettext_lazy("Take this party away?")
    submit = gettext_lazy("Take it away")
    success_message = gettext_lazy("It is no party any more.")

    def facts(self) -> dict[str, Any]:
        """Which one."""
        return {**super().facts(), "lead": self.object.name}

    def act(self, form: Any) -> None:
        """Take it away."""
        del form
        actions.remove_party(self.object, **self.acting)


class ChangeLine(OnPart):
    """A line is written otherwise."""

    queryset = CaseLine.objects.select_related("case__project")
    permission = "projects.change_line"
    form_class: Any = forms.LineForm
    template_name = "projects/case_line.html"
    heading = gettext_lazy("Change this line")
    submit = gettext_lazy("Keep this line")
    success_message = gettext_lazy("The line is changed.")

    def get_form_kwargs(self) -> dict[str, Any]:
        """What it says now."""
        return {**super().get_form_kwargs(), "case": self.case, "line": self.object}

    def act(self, form: Any) -> CaseLine:
        """Write it."""
        return actions.change_line(self.object, facts=form.line_facts(), **self.acting)


class RemoveLine(OnPart):
    """A line goes out of this version."""

    queryset = CaseLine.objects.select_related("case__project")
    permission = "projects.remove_line"
    heading = gettext_lazy("Take this line away?")
    submit = gettext_lazy("Take it away")
    success_message = gettext_lazy("The line is taken away.")

    def facts(self) -> dict[str, Any]:
        """Which one."""
        return {**super().facts(), "lead": self.object.text}

    def act(self, form: Any) -> None:
        """Take it away."""
        del form
        actions.remove_line(self.object, **self.acting)
