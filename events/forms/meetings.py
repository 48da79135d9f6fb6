"""What people fill in about the date of a meeting and who was there."""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from partners.forms import day_field
from partners.models import Organisation

from .circulars import CircularForm, EditionForm

__all__ = [
    "CallOffForm",
    "CircularForm",
    "EditionForm",
    "HoldForm",
    "ScheduleForm",
    "TakeOverForm",
    "time_field",
]

# What is unusual about a moment, a sentence each.
Unusual = Callable[[datetime], list[str]]
WRONG_TIME = _("Write the time as hours and minutes, for example 14:00.")
MOST_PEOPLE = 500


def time_field() -> forms.TimeField:
    """A time that is typed as hours and minutes."""
    return forms.TimeField(
        label=_("Time"),
        help_text=_("For example 14:00."),
        widget=forms.TimeInput(attrs={"class": "sl-input-m", "autocomplete": "off"}),
        error_messages={"invalid": WRONG_TIME, "required": WRONG_TIME},
    )


class ScheduleForm(forms.Form):
    """A date for a meeting; with `is_again` for one that had a date already.

    `nevertheless` is only there when the moment that was typed is unusual.
    """

    starts_on = day_field(_("Date"))
    starts_time = time_field()
    subject = forms.CharField(label=_("Subject"), required=False, max_length=120)
    place = forms.CharField(
        label=_("Place"),
        required=False,
        max_length=120,
        help_text=_("A room, an address, or “online”."),
    )
    reason = forms.CharField(
        label=_("Why another date?"),
        required=False,
        max_length=200,
        help_text=_("Everybody who takes part can read this."),
    )

    nevertheless = forms.BooleanField(label=_("Fix this date nevertheless"), required=False)

    def __init__(self, *args: Any, is_again: bool, unusual: Unusual, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.unusual = unusual
        if not is_again:
            del self.fields["reason"]
        if not self.is_bound:
            del self.fields["nevertheless"]

    def clean(self) -> dict[str, Any]:
        """An unusual moment is asked about; the tick is for that moment and for no other."""
        data: dict[str, Any] = super().clean() or {}
        words = []
        if {"starts_on", "starts_time"} <= data.keys():
            words = self.unusual(self.starts_at)
        if not words:
            del self.fields["nevertheless"]
            return data
        mark = self.starts_at.isoformat()
        is_agreed = self.data.get("nevertheless") == mark
        self.fields["nevertheless"].widget = forms.CheckboxInput(
            attrs={"value": mark}, check_test=lambda _value: is_agreed
        )
        if not is_agreed:
            self.add_error("nevertheless", words)
        return data

    @property
    def starts_at(self) -> datetime:
        """The moment that was typed, on the clocks of the lab's city."""
        day, clock = self.cleaned_data["starts_on"], self.cleaned_data["starts_time"]
        return timezone.make_aware(datetime.combine(day, clock))


class CallOffForm(forms.Form):
    """Why a meeting does not take place on its date."""

    reason = forms.CharField(
        label=_("Why is it called off?"),
        max_length=200,
        help_text=_("No data about people with debts."),
        error_messages={"required": _("Say in a few words why it is called off.")},
    )


class HoldForm(forms.Form):
    """Which organisations were there, and with how many people if that is known."""

    organisations = forms.ModelMultipleChoiceField(
        Organisation.objects.none(),
        label=_("Who was there?"),
        widget=forms.CheckboxSelectMultiple(
            attrs={"class": "utrecht-checkbox utrecht-checkbox--html-input"}
        ),
        error_messages={"required": _("Choose at least one organisation that was there.")},
    )

    def __init__(self, *args: Any, organisations: QuerySet[Organisation], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisations"].queryset = organisations  # type: ignore[attr-defined]
        wrong = _("Fill in a number from 1 to %(most)s, or leave it empty.") % {"most": MOST_PEOPLE}
        for organisation in organisations:
            self.fields[f"people_{organisation.pk}"] = forms.IntegerField(
                label=_("People of %(name)s") % {"name": organisation.name},
                required=False,
                min_value=1,
                max_value=MOST_PEOPLE,
                error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), wrong),
            )

    def clean(self) -> dict[str, Any]:
        """A number that is filled in says that they were there, also without a tick.

        Who takes off the tick of an organisation that was counted need not empty its number.
        """
        data: dict[str, Any] = super().clean() or {}
        field = self.fields["organisations"]
        every = field.queryset  # type: ignore[attr-defined]
        names = {f"people_{each.pk}": each for each in every}
        there = {names[name] for name in names if data.get(name) and name in self.changed_data}
        if there and "organisations" in self.errors and not self["organisations"].data:
            del self.errors["organisations"]
        if "organisations" not in self.errors:
            data["organisations"] = every.filter(
                pk__in=[each.pk for each in {*data.get("organisations", ()), *there}]
            )
        return data

    def rows(self) -> Iterator[dict[str, Any]]:
        """For each organisation its checkbox and its number."""
        for check in self["organisations"].subwidgets:
            yield {"check": check, "people": self[f"people_{check.data['value']}"]}

    def attendance(self) -> dict[Organisation, int]:
        """The organisations that were there with their people; one when nobody counted."""
        return {
            organisation: self.cleaned_data[f"people_{organisation.pk}"] or 1
            for organisation in self.cleaned_data["organisations"]
        }


class TakeOverForm(HoldForm):
    """A meeting that was held before the lab went live: when, where, and who was there."""

    starts_on = day_field(_("Date"))
    starts_time = time_field()
    subject = forms.CharField(label=_("Subject"), required=False, max_length=120)
    place = forms.CharField(label=_("Place"), required=False, max_length=120)

    @property
    def starts_at(self) -> datetime:
        """The moment that was typed, on the clocks of the lab's city."""
        day, clock = self.cleaned_data["starts_on"], self.cleaned_data["starts_time"]
        return timezone.make_aware(datetime.combine(day, clock))
