"""Narrowing the list of projects by what stands in the address."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from partners.models import Theme
from projects.models import Phase, Project


class ProjectFilter(forms.Form):
    """By phase, lasting theme and status."""

    phase = forms.ChoiceField(
        label=_("Phase"), choices=[("", _("All")), *Phase.Kind.choices], required=False
    )
    theme = forms.ModelChoiceField(
        Theme.objects.order_by("name"), label=_("Theme"), empty_label=_("All"), required=False
    )
    status = forms.ChoiceField(
        label=_("Status"), choices=[("", _("All")), *Project.Status.choices], required=False
    )

    def narrow(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """The rows that were asked for; of a choice that does not exist there are none."""
        if not self.is_valid():
            return rows.none()
        phase, theme, status = (self.cleaned_data[name] for name in ("phase", "theme", "status"))
        if phase:
            rows = rows.filter(stage=phase)
        if theme:
            rows = rows.filter(theme=theme)
        return rows.filter(status=status) if status else rows
