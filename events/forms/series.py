"""What people fill in about series, their guests, and periods without meetings."""

import re
from datetime import date
from itertools import pairwise
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events.cadence import YEARS_AHEAD, Window, slot_without_working_day
from events.models import MeetingSeries
from partners.forms import day_field
from partners.models import Person

from .meetings import time_field

DAY = re.compile(r"(\d{1,2})\s*[-/.]\s*(\d{1,2})(?![-/.]?\d)")
LEAP_YEAR = 2000  # 29 February is a day: it means the last one of that month
FEWEST_MINUTES, MOST_MINUTES = 15, 720


def parse_windows(text: str) -> list[list[str]]:
    """Periods as people type them, one on a line ("01-03 t/m 31-05"), as a series keeps them.

    Raises `ValidationError` that names the line.
    """
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    windows = [_window(line, number) for number, line in enumerate(lines, start=1)]
    ordered = sorted(windows)
    for earlier, later in pairwise(ordered):
        if later[0] <= earlier[1]:
            raise forms.ValidationError(
                _("The periods %(one)s and %(other)s overlap."),
                params={"one": _typed(earlier), "other": _typed(later)},
            )
    return ordered


def _window(line: str, number: int) -> list[str]:
    days = DAY.findall(line)
    if len(days) != 2:  # noqa: PLR2004 - a first and a last day
        raise forms.ValidationError(
            _("Line %(number)s: write a period as 01-03 to 31-05."), params={"number": number}
        )
    first, last = (_month_day(int(month), int(day), number) for day, month in days)
    if last < first:
        raise forms.ValidationError(
            _("Line %(number)s: the last day comes before the first day."),
            params={"number": number},
        )
    return [first, last]


def _month_day(month: int, day: int, number: int) -> str:
    try:
        date(LEAP_YEAR, month, day)
    except ValueError as error:
        raise forms.ValidationError(
            _("Line %(number)s: %(day)s is not a day of the year."),
            params={"number": number, "day": f"{day:02}-{month:02}"},
        ) from error
    return f"{month:02}-{day:02}"


def _typed(window: list[str]) -> str:
    """A period as people type it."""
    first, last = ("-".join(reversed(each.split("-"))) for each in window)
    return _("%(first)s to %(last)s") % {"first": first, "last": last}


def number_field(label: Any, lowest: int, highest: int, **kwargs: Any) -> forms.IntegerField:
    """A whole number between two others."""
    wrong = gettext_lazy("Fill in a whole number, for example 10.")
    return forms.IntegerField(
        label=label,
        min_value=lowest,
        max_value=highest,
        widget=forms.NumberInput(attrs={"class": "sl-input-s", "inputmode": "numeric"}),
        error_messages={"invalid": wrong, "required": wrong},
        **kwargs,
    )


class SeriesForm(forms.Form):
    """How a series is arranged from now on."""

    per_year = number_field(
        gettext_lazy("Meetings a year"),
        0,
        52,
        help_text=gettext_lazy("0: only when there is a reason to meet."),
    )
    windows = forms.CharField(
        label=gettext_lazy("Periods"),
        required=False,
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 4, "class": "sl-input-m"}),
        help_text=gettext_lazy(
            "One on each line, for example 01-03 to 31-05. As many as there are meetings, or one "
            "for all of them. Empty: the whole year."
        ),
    )
    duration_minutes = number_field(
        gettext_lazy("Duration in minutes"), FEWEST_MINUTES, MOST_MINUTES
    )
    usual_time = time_field()
    lead_days = number_field(
        gettext_lazy("Working days to prepare"),
        0,
        200,
        help_text=gettext_lazy("So long before the meeting its date must be fixed."),
    )
    poll_days = number_field(gettext_lazy("Working days to answer a date poll"), 1, 60)
    polls_itself = forms.BooleanField(
        label=gettext_lazy("Start the date poll by itself"),
        required=False,
        help_text=gettext_lazy("As soon as a meeting needs a date and nobody asked for it yet."),
    )
    reply_days = number_field(
        gettext_lazy("Answer so many working days ahead"),
        0,
        60,
        help_text=gettext_lazy("Until then invited people can say whether they come."),
    )
    colleagues = number_field(
        gettext_lazy("Colleagues that somebody may bring"),
        0,
        20,
        help_text=gettext_lazy("0: only who is invited."),
    )
    is_public = forms.BooleanField(
        label=gettext_lazy("Its dates are public"),
        required=False,
        help_text=gettext_lazy("Everybody can see them and subscribe to them in a calendar."),
    )

    def __init__(self, *args: Any, series: MeetingSeries, first_year: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.years = range(first_year, first_year + YEARS_AHEAD)
        self.fields["usual_time"].label = _("Usual time")
        facts = {name: getattr(series, name) for name in self.fields if name != "windows"}
        facts["windows"] = "\n".join(_typed(window) for window in series.windows)
        self.initial = {**facts, **self.initial}

    def clean_windows(self) -> list[list[str]]:
        """As the series keeps them."""
        return parse_windows(self.cleaned_data["windows"])

    def clean(self) -> dict[str, Any]:
        """As many periods as meetings, one, or none; said beside the field."""
        data: dict[str, Any] = super().clean() or {}
        count, windows = data.get("per_year"), data.get("windows")
        if count is not None and windows is not None and len(windows) not in {0, 1, count}:
            words = _(
                "There are %(windows)s periods for %(meetings)s meetings a year. Give one period "
                "for each meeting, one for all of them, or none."
            )
            self.add_error("windows", words % {"windows": len(windows), "meetings": count})
        elif count and windows:
            self._check_working_days(count, windows)
        return data

    def _check_working_days(self, count: int, windows: list[list[str]]) -> None:
        """Holidays and leap days move: each period must have room in the years that come."""
        edges = [[tuple(map(int, edge.split("-"))) for edge in window] for window in windows]
        try:
            slot = slot_without_working_day(
                self.years,
                count,
                [Window(*edge) for edge in edges],  # type: ignore[arg-type]
            )
        except ValueError:
            self.add_error("windows", _("The period is too short for so many meetings."))
            return
        if slot is not None:
            words = _("There is no working day from %(first)s until %(last)s.")
            days = {"first": f"{slot.opens_on:%d-%m-%Y}", "last": f"{slot.closes_on:%d-%m-%Y}"}
            self.add_error("windows", words % days)


class StandingGuestForm(forms.Form):
    """Somebody who is always invited, and why."""

    person = forms.ModelChoiceField(
        Person.objects.none(),
        label=gettext_lazy("Person"),
        empty_label=gettext_lazy("Choose somebody"),
        error_messages={"required": gettext_lazy("Choose who is a standing guest.")},
    )
    reason = forms.CharField(
        label=gettext_lazy("Invited as"),
        max_length=80,
        help_text=gettext_lazy("For example: alderman, or speaker on behalf of the residents."),
        error_messages={"required": gettext_lazy("Say in a few words as what.")},
    )

    def __init__(self, *args: Any, people: QuerySet[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = people  # type: ignore[attr-defined]


class BlockedPeriodForm(forms.Form):
    """From when until when nothing is planned, and why."""

    title = forms.CharField(
        label=gettext_lazy("Name"),
        max_length=80,
        help_text=gettext_lazy("For example: autumn holiday."),
        error_messages={"required": gettext_lazy("Give the period a name.")},
    )
    title_en = forms.CharField(label=gettext_lazy("Name in English"), max_length=80, required=False)
    first_on = day_field(gettext_lazy("First day"))
    last_on = day_field(gettext_lazy("Last day"))

    def clean(self) -> dict[str, Any]:
        """The last day is not before the first."""
        data: dict[str, Any] = super().clean() or {}
        first, last = data.get("first_on"), data.get("last_on")
        if first and last and last < first:
            self.add_error("last_on", _("The last day comes before the first day."))
        return data
