"""What everybody may see of a year: its themes and projects, with a box for each."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from programme.models import InnovationTheme, Programme
from projects.models import Project


class YearInPublicForm(forms.Form):
    """Ticked is what everybody sees: as it is now, and all as long as the programme is inside."""

    themes = forms.ModelMultipleChoiceField(
        label=_("Innovation themes"),
        queryset=InnovationTheme.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    projects = forms.ModelMultipleChoiceField(
        label=_("Projects"),
        queryset=Project.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, programme: Programme, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen = InnovationTheme.objects.chosen_in(programme.year)
        worked_out = Project.objects.of_year(programme.year)
        for name, found in (("themes", chosen), ("projects", worked_out)):
            field: Any = self.fields[name]
            field.queryset = found
            shown = found.filter(is_public=True) if programme.is_public else found
            self.initial.setdefault(name, [each.pk for each in shown])
            if not found.exists():
                del self.fields[name]

    def clean(self) -> dict[str, Any]:
        """A year without one of them has none to show."""
        cleaned: dict[str, Any] = super().clean() or {}
        return {"themes": [], "projects": [], **cleaned}
