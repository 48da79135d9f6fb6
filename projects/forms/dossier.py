"""What people fill in about the dossier and its log."""

from django import forms
from django.utils.translation import gettext_lazy as _

from programme.forms.year import capitalised, long_text
from projects.models import Project, ProjectNote

from .days import NO_DEBTORS, OnDayForm
from .merging import MergingForm


class DossierForm(MergingForm, forms.ModelForm):
    """The facts of a dossier."""

    class Meta:
        model = Project
        fields = (
            *("title", "summary", "target_group", "debt_phase", "outcome", "current_state"),
            "residents_voice",
        )
        help_texts = {"current_state": NO_DEBTORS}
        widgets = {
            name: forms.Textarea(attrs={"rows": 4})
            for name in ("summary", "current_state", "residents_voice")
        }


class HandOverForm(OnDayForm):
    """To whom a project is handed over."""

    to = forms.CharField(
        label=_("To whom is it handed over?"),
        max_length=200,
        error_messages={"required": _("Say to whom the project is handed over.")},
    )
    text = long_text(_("What was agreed?"), rows=3, required=False, help_text=NO_DEBTORS)
    field_order = ("to", "on", "text")


class ProjectNoteForm(forms.Form):
    """An entry of the log."""

    kind = forms.ChoiceField(
        label=_("What kind of entry?"),
        choices=[each for each in capitalised(ProjectNote.Kind) if each[0] in {"step", "learned"}],
        widget=forms.RadioSelect,
        initial=ProjectNote.Kind.STEP,
    )
    text = long_text(_("What happened?"), rows=5, help_text=NO_DEBTORS)


class CorrectNoteForm(forms.Form):
    """The text as it must be."""

    text = long_text(_("What happened?"), rows=5, help_text=NO_DEBTORS)
