"""What a leader fills in about how a project goes: a report in five minutes, and a risk."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from partners.forms.fields import day_field
from programme.forms.year import capitalised, long_text
from projects.actions import Measured, NewRisk
from projects.models import LIGHTS, Indicator, Light, Risk
from projects.quarters import Quarter
from projects.wording import quarter_in_words

from .days import NO_DEBTORS, OnDayForm
from .measuring import FigureField

RISK: Final = ("new_text", "new_measure", "new_owner")
NAMES: Final = {
    "time": _("Time: is it on schedule?"),
    "money": _("Money: does it cost what was planned?"),
    "result": _("Result: does it bring what we hoped?"),
    "risk": _("Risks: are they under control?"),
}
WHY: Final = {"required": _("Say in a few words why.")}


def said(label: Any, **kwargs: Any) -> forms.CharField:
    """One line that need not be there."""
    kwargs.setdefault("max_length", 300)
    return forms.CharField(label=label, required=False, **kwargs)


class RiskForm(OnDayForm):
    """What may go wrong, what is done about it and by whom."""

    text = forms.CharField(label=_("What may go wrong?"), max_length=300, help_text=NO_DEBTORS)
    measure = forms.CharField(label=_("What do you do about it?"), max_length=300)
    owner = forms.CharField(label=_("Who looks after it?"), max_length=120)
    light = forms.ChoiceField(
        label=_("How does it stand?"),
        choices=capitalised(Light),
        widget=forms.RadioSelect,
        initial=Light.WARN,
    )
    on = day_field(_("Since when?"))
    field_order = ("text", "measure", "owner", "light", "on")


class CloseRiskForm(OnDayForm):
    """Since when a risk is over, and why."""

    because = forms.CharField(
        label=_("Why is it over?"),
        max_length=300,
        help_text=NO_DEBTORS,
        error_messages={"required": _("Say in a few words why it is over.")},
    )
    field_order = ("because", "on")


class ReportForm(forms.Form):
    """Four lights, what was reached, the figures, and the risks, on one page.

    For each indicator there are `value_<id>` and `source_<id>`, for each open risk `close_<id>`.
    """

    quarter = forms.ChoiceField(label=_("Over which quarter?"), widget=forms.RadioSelect)
    reached = long_text(
        _("What was reached?"),
        rows=4,
        help_text=NO_DEBTORS,
        error_messages={"required": _("Write down what was reached.")},
    )
    others_should_know = long_text(
        _("What should other projects know?"),
        rows=3,
        required=False,
        help_text=_("It comes on the table when the project leaders meet."),
    )
    measured_on = day_field(_("On which day were the figures measured?"), required=False)
    new_text = said(_("What may go wrong?"))
    new_measure = said(_("What do you do about it?"))
    new_owner = said(_("Who looks after it?"), max_length=120)
    new_light = forms.ChoiceField(
        label=_("How does it stand?"), choices=capitalised(Light), required=False
    )

    def __init__(
        self,
        *args: Any,
        quarters: Sequence[Quarter],
        indicators: Sequence[Indicator],
        risks: Sequence[Risk],
        day: date,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.quarters = {f"{each.year}-{each.number}": each for each in quarters}
        self.indicators, self.risks = indicators, risks
        self.fields["quarter"].choices = [  # type: ignore[attr-defined]
            (key, capfirst(quarter_in_words(each))) for key, each in self.quarters.items()
        ]
        for name in LIGHTS:
            self.fields[name] = forms.ChoiceField(
                label=NAMES[name],
                choices=capitalised(Light),
                widget=forms.RadioSelect,
                error_messages={"required": _("Choose how it stands.")},
            )
            hint = _("Not on track? Then say why.")
            self.fields[f"{name}_text"] = said(_("In a few words"), help_text=hint)
        self.initial.setdefault("measured_on", day)
        self.initial.setdefault("new_light", Light.WARN)
        for each in indicators:
            self.fields[f"value_{each.pk}"] = FigureField(label=each.name, required=False)
            self.fields[f"source_{each.pk}"] = forms.CharField(
                label=_("Source"), max_length=200, required=False
            )
        for risk in risks:
            self.fields[f"close_{risk.pk}"] = said(_("Is it over? Say why, and we close it."))

    def clean(self) -> dict[str, Any]:
        """What is not on track says why; a figure has a source and a day; a risk is whole."""
        data: dict[str, Any] = super().clean() or {}
        for name in LIGHTS:
            if data.get(name, Light.TRACK) != Light.TRACK and not data.get(f"{name}_text"):
                self.add_error(f"{name}_text", WHY["required"])
        self._check_figures(data)
        if any(data.get(name) for name in RISK):
            for name in RISK:
                if not data.get(name) and name not in self.errors:
                    self.add_error(name, _("A new risk needs this as well."))
        return data

    def _check_figures(self, data: dict[str, Any]) -> None:
        typed = [each for each in self.indicators if data.get(f"value_{each.pk}") is not None]
        for each in typed:
            if not data.get(f"source_{each.pk}"):
                self.add_error(f"source_{each.pk}", _("Say where the figure comes from."))
        if typed and not data.get("measured_on") and "measured_on" not in self.errors:
            wrong = _("Write the date as day-month-year, for example 31-01-2026.")
            self.add_error("measured_on", wrong)

    def facts(self) -> dict[str, Any]:
        """What the action asks for."""
        data = self.cleaned_data
        return {
            "quarter": self.quarters[data["quarter"]],
            "lights": {name: data[name] for name in LIGHTS},
            "texts": {name: data[f"{name}_text"] for name in LIGHTS},
            "reached": data["reached"],
            "others_should_know": data["others_should_know"],
            "values": self._figures(),
            "new_risk": self._risk(),
            "closes": {
                risk: data[f"close_{risk.pk}"]
                for risk in self.risks
                if data.get(f"close_{risk.pk}")
            },
        }

    def _figures(self) -> list[Measured]:
        data = self.cleaned_data
        return [
            Measured(each, data[f"value_{each.pk}"], data["measured_on"], data[f"source_{each.pk}"])
            for each in self.indicators
            if data.get(f"value_{each.pk}") is not None
        ]

    def _risk(self) -> NewRisk | None:
        data = self.cleaned_data
        if not data.get("new_text"):
            return None
        light = data.get("new_light") or Light.WARN
        return NewRisk(data["new_text"], data["new_measure"], data["new_owner"], light)
