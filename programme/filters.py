"""Narrowing a list by what stands in the address."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from programme.models import CourseChange, Programmaraad

Status = CourseChange.Status
# What a reader asks for, and the states behind it.
STANDS = {
    "judge": (_("To be judged"), Q(status=Status.PROPOSED)),
    "raad": (_("Waits for the programmaraad"), Q(status__in=[Status.CRUCIAL, Status.AHEAD])),
    "do": (_("To be carried out"), Q(status__in=[Status.MINOR, Status.ADOPTED])),
    "done": (_("Carried out"), Q(status=Status.CARRIED_OUT)),
    "not": (_("Does not go on"), Q(status__in=[Status.REJECTED, Status.WITHDRAWN])),
}
WEIGHTS = {
    "crucial": (
        _("Crucial"),
        Q(crucial_at__isnull=False)
        | Q(called_at__isnull=False)
        | Q(called_afterwards_at__isnull=False),
    ),
    "minor": (
        _("Not crucial"),
        Q(minor_at__isnull=False, called_at=None, called_afterwards_at=None),
    ),
    "afterwards": (
        _("Decided afterwards"),
        Q(went_first_at__isnull=False) | Q(called_afterwards_at__isnull=False),
    ),
}


def _choices(words: Mapping[str, tuple[Any, Q]]) -> list[tuple[str, Any]]:
    return [("", _("All")), *((key, label) for key, (label, _condition) in words.items())]


class ChangeFilter(forms.Form):
    """Year, how it stands, and how much it weighs."""

    year = forms.TypedChoiceField(label=_("Year"), coerce=int, empty_value=None, required=False)
    stand = forms.ChoiceField(label=_("Status"), choices=_choices(STANDS), required=False)
    weight = forms.ChoiceField(label=_("Weight"), choices=_choices(WEIGHTS), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        years = Programmaraad.objects.sitting().values_list("year", flat=True)
        choices = [("", _("All")), *((year, str(year)) for year in years)]
        self.fields["year"].choices = choices  # type: ignore[attr-defined]

    def narrow(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """The rows that were asked for; of a choice that does not exist there are none."""
        if not self.is_valid():
            return rows.none()
        year, stand, weight = (self.cleaned_data[name] for name in ("year", "stand", "weight"))
        rows = rows.filter(raad__year=year) if year else rows
        rows = rows.filter(STANDS[stand][1]) if stand else rows
        return rows.filter(WEIGHTS[weight][1]) if weight else rows
