"""The doors by which a dossier changes, and a project is held, stopped or handed over."""

from typing import Any

from django.utils.translation import gettext_lazy

from projects import actions, forms
from projects.models import Project, ProjectNote

from .acts import OfProject, OnProject, Today


class ChangeProject(OnProject):
    """The facts of the dossier."""

    permission = "projects.change_project"
    form_class: Any = forms.DossierForm
    heading = gettext_lazy("Change the dossier")
    lead = gettext_lazy("Its code stays as it is.")
    submit = gettext_lazy("Keep the changes")

    def get_initial(self) -> dict[str, Any]:
        """As it stands; the form itself never touches the project."""
        return {name: getattr(self.object, name) for name in forms.DossierForm.Meta.fields}

    def act(self, form: Any) -> Project:
        """Change what was changed."""
        found = {"facts": form.changed_here, "rests_on": form.rests_on}
        return actions.change_project(self.object, **found, **self.acting)


class HoldProject(OnProject):
    """For now nothing new starts."""

    permission = "projects.hold_project"
    form_class: Any = forms.ReasonForm
    states = frozenset({Project.Status.ACTIVE})
    heading = gettext_lazy("Put the project on hold")
    lead = gettext_lazy("What runs goes on; nothing new starts. The reason stands in the log.")
    submit = gettext_lazy("Put it on hold")

    def act(self, form: Any) -> Project:
        """Hold it."""
        return actions.hold_project(self.object, **form.cleaned_data, **self.acting)


class ResumeProject(OnProject):
    """It goes on."""

    permission = "projects.resume_project"
    form_class: Any = forms.ReasonForm
    states = frozenset({Project.Status.ON_HOLD})
    heading = gettext_lazy("Go on with the project")
    lead = gettext_lazy("The reason stands in the log.")
    submit = gettext_lazy("Go on")

    def act(self, form: Any) -> Project:
        """Resume it."""
        return actions.resume_project(self.object, **form.cleaned_data, **self.acting)


class StopProject(OnProject):
    """It does not go on."""

    permission = "projects.stop_project"
    form_class: Any = forms.ReasonForm
    heading = gettext_lazy("Stop the project")
    lead = gettext_lazy("This is for good: what runs ends today. Everybody reads the reason.")
    submit = gettext_lazy("Stop the project")

    def act(self, form: Any) -> Project:
        """Stop it."""
        return actions.stop_project(self.object, **form.cleaned_data, **self.acting)


class HandOverProject(Today, OnProject):
    """Somebody else takes it over."""

    permission = "projects.hand_over_project"
    form_class: Any = forms.HandOverForm
    states = frozenset({Project.Status.ACTIVE})
    heading = gettext_lazy("Hand over the project")
    lead = gettext_lazy("To a regular service, or to the whole country. What runs ends that day.")
    submit = gettext_lazy("Hand it over")

    def act(self, form: Any) -> Project:
        """Hand it over."""
        data = form.cleaned_data
        facts = {"to": data["to"], "handed_over_on": data["on"], "text": data["text"]}
        return actions.hand_over_project(self.object, **facts, **self.acting)


class WriteNote(OnProject):
    """An entry in the log."""

    permission = "projects.write_project_note"
    form_class: Any = forms.ProjectNoteForm
    states = frozenset(Project.Status)
    heading = gettext_lazy("Write in the log")
    lead = gettext_lazy("An entry stays as it is. You can correct it with a new one.")
    submit = gettext_lazy("Write it down")

    def act(self, form: Any) -> ProjectNote:
        """Write it."""
        return actions.write_project_note(self.object, **form.cleaned_data, **self.acting)


class CorrectNote(OfProject):
    """A new entry takes the place of one that is not right."""

    queryset = ProjectNote.objects.select_related("project")
    permission = "projects.correct_project_note"
    form_class: Any = forms.CorrectNoteForm
    heading = gettext_lazy("Correct an entry of the log")
    lead = gettext_lazy("The old text stays on record beside the new one.")
    submit = gettext_lazy("Correct it")

    def get_initial(self) -> dict[str, Any]:
        """The text as it stands."""
        return {"text": self.object.text}

    def act(self, form: Any) -> ProjectNote:
        """A new entry."""
        return actions.correct_project_note(self.object, **form.cleaned_data, **self.acting)
