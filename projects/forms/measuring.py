"""What people fill in about indicators, figures, and links between projects."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from partners.forms.fields import EuroField, day_field
from programme.forms.year import capitalised
from projects.models import Connection, Indicator, Project

from .days import NO_DEBTORS, OnDayForm
from .numbers import TWO_WAYS


class FigureField(EuroField):
    """A figure as people type it: 1.250 or 12,5; with at most four decimals."""

    def __init__(self, **kwargs: Any) -> None:
        facts = {"max_digits": 18, "decimal_places": 4, **kwargs}
        facts.setdefault("error_messages", {"invalid": _("Fill in a number, for example 62.")})
        super().__init__(**facts)
        self.error_messages["two_ways"] = TWO_WAYS


class IndicatorForm(forms.Form):
    """What a project wants to change, in figures."""

    goal = forms.ChoiceField(
        label=_("For which goal?"), choices=capitalised(Indicator.Goal), widget=forms.RadioSelect
    )
    name = forms.CharField(
        label=_("What do you count?"),
        max_length=120,
        help_text=_("For example: households that got help within two weeks."),
    )
    unit = forms.CharField(
        label=_("In which unit?"),
        max_length=40,
        help_text=_("For example households, or € a year. Only equal units are added up."),
    )
    target = FigureField(label=_("Target"))
    target_on = day_field(_("Reached by which day?"))


class ValueForm(OnDayForm):
    """A figure, the day on which it was measured, and its source."""

    value = FigureField(label=_("Value"))
    on = day_field(_("Measured on which day?"))
    source = forms.CharField(
        label=_("Source"),
        max_length=200,
        help_text=_("Where does the figure come from? No data about people with debts."),
        error_messages={"required": _("Say where the figure comes from.")},
    )
    field_order = ("value", "on", "source")

    def facts(self) -> dict[str, Any]:
        """What the action asks for."""
        data = self.cleaned_data
        return {"value": data["value"], "measured_on": data["on"], "source": data["source"]}


class DropIndicatorForm(forms.Form):
    """Why it is measured no longer."""

    because = forms.CharField(
        label=_("Why?"),
        max_length=200,
        help_text=NO_DEBTORS,
        error_messages={"required": _("Say in a few words why.")},
    )


class ConnectionForm(OnDayForm):
    """With which project this one has to do, and how."""

    kind = forms.ChoiceField(
        label=_("This project …"), choices=Connection.Kind.choices, widget=forms.RadioSelect
    )
    other = forms.ModelChoiceField(
        Project.objects.none(),
        label=_("Which project?"),
        empty_label=_("Choose the project"),
        error_messages={"required": _("Choose the project.")},
    )
    reason = forms.CharField(
        label=_("What is it about?"),
        max_length=200,
        help_text=NO_DEBTORS,
        error_messages={"required": _("Say in a few words what it is about.")},
    )
    on = day_field(_("From"))
    field_order = ("kind", "other", "reason", "on")

    def __init__(self, *args: Any, others: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["other"].queryset = others  # type: ignore[attr-defined]
