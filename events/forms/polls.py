"""What people fill in about a date poll: the moments, the answers, and the choice."""

import re
from calendar import Calendar
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import groupby
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events.models import PollAnswer, PollOption
from partners.forms import day_field
from schuldenlab.web.templatetags.look import day as day_words

from .meetings import time_field

LINE = re.compile(r"(\d{1,2})-(\d{1,2})-(\d{4}),?\s+(\d{1,2})[.:](\d{2})")
MOST_TYPED = 2_000
FIRST_YEAR, LAST_YEAR = 2000, 2199
WORKING_WEEK = 5
# Why nothing is proposed on a day, and nothing when it is free.
WhyNot = Callable[[date], str]


@dataclass(frozen=True)
class Cell:
    """One working day of the calendar: with a box to tick, or with why it cannot be."""

    on: date
    box: Any = None
    why: str = ""


@dataclass(frozen=True)
class Month:
    """The working weeks of one month; days outside the period are None."""

    first: date
    weeks: list[list[Cell | None]]
    taken: list[str]


def aware(day: date, clock: time) -> datetime:
    """This time of this day on the clocks of the city."""
    return timezone.make_aware(datetime.combine(day, clock))


class MomentsForm(forms.Form):
    """Days to tick in a calendar, all at one time, and other moments that are typed."""

    days = forms.MultipleChoiceField(
        label=gettext_lazy("Which days?"),
        required=False,
        widget=forms.CheckboxSelectMultiple(
            attrs={"class": "utrecht-checkbox utrecht-checkbox--html-input"}
        ),
        error_messages={
            "invalid_choice": gettext_lazy("This day cannot be chosen. Choose days below.")
        },
    )
    clock = time_field()
    others = forms.CharField(
        label=gettext_lazy("Other moments"),
        required=False,
        max_length=MOST_TYPED,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("One on each line, for example 31-01-2026 14:00."),
    )

    def __init__(self, *args: Any, days: Sequence[date], why_not: WhyNot, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.shown, self.why_not = days, why_not
        self.fields["days"].choices = [  # type: ignore[attr-defined]
            (day.isoformat(), day_words(day)) for day in days if not why_not(day)
        ]
        self.fields["clock"].label = _("At what time?")
        self.fields["clock"].help_text = _("For all days that you tick. For example 14:00.")

    def months(self) -> Iterator[Month]:
        """The calendar, month by month."""
        boxes = {box.data["value"]: box for box in self["days"].subwidgets}
        cells = {
            day: Cell(day, boxes.get(day.isoformat()), self.why_not(day)) for day in self.shown
        }
        for (year, month), days in groupby(self.shown, key=lambda day: (day.year, day.month)):
            weeks = [
                [cells.get(day) if day.month == month else None for day in week[:WORKING_WEEK]]
                for week in Calendar().monthdatescalendar(year, month)
            ]
            filled = [week for week in weeks if any(week)]
            yield Month(date(year, month, 1), filled, taken_words(list(days), self.why_not))

    def clean_others(self) -> list[datetime]:
        """Each line a day and a time; every line that is not right is named."""
        moments, wrong = [], []
        for line in filter(None, map(str.strip, self.cleaned_data["others"].splitlines())):
            moment = parse_moment(line)
            why = self.why_not(timezone.localdate(moment)) if moment else ""
            if moment is None:
                words = _("“%(line)s” is no day with a time. Write it as 31-01-2026 14:00.")
                wrong.append(words % {"line": line[:40]})
            elif why:
                words = _("“%(line)s” cannot be: %(why)s.")
                wrong.append(words % {"line": line[:40], "why": why})
            else:
                moments.append(moment)
        if wrong:
            raise ValidationError(wrong)
        return moments

    def moments(self) -> list[datetime]:
        """What was ticked and typed, in order, each once."""
        clock = self.cleaned_data["clock"]
        ticked = [aware(date.fromisoformat(day), clock) for day in self.cleaned_data["days"]]
        return sorted({*ticked, *self.cleaned_data["others"]})


class OpenPollForm(MomentsForm):
    """The moments, until when people can answer, and a note."""

    closes_on = day_field(gettext_lazy("Answer until and including"))
    note = forms.CharField(
        label=gettext_lazy("Explanation"),
        required=False,
        max_length=300,
        help_text=gettext_lazy("Stands in the mail and above the question."),
    )


class AddOptionsForm(MomentsForm):
    """More moments for a poll that is open."""


class PollAnswerForm(forms.Form):
    """Of every moment: yes, if need be, or no."""

    def __init__(
        self, *args: Any, options: Iterable[PollOption], known: Mapping[int, str], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.options = list(options)
        for option in self.options:
            words = _("Say whether %(day)s suits you.") % {"day": day_words(option.starts_at)}
            self.fields[f"option_{option.pk}"] = forms.ChoiceField(
                label=capfirst(day_words(option.starts_at)),
                choices=[(value, capfirst(label)) for value, label in PollAnswer.Answer.choices],
                initial=known.get(option.pk),
                widget=forms.RadioSelect(
                    attrs={"class": "utrecht-radio-button utrecht-radio-button--html-input"}
                ),
                error_messages={"required": words, "invalid_choice": words},
            )

    def rows(self) -> Iterator[dict[str, Any]]:
        """Each moment with its field."""
        for option in self.options:
            yield {"option": option, "field": self[f"option_{option.pk}"]}

    def answers(self) -> dict[int, str]:
        """Option's id -> answer."""
        return {each.pk: self.cleaned_data[f"option_{each.pk}"] for each in self.options}


class ChooseForm(forms.Form):
    """What the invitation says besides the date."""

    subject = forms.CharField(label=gettext_lazy("Subject"), required=False, max_length=120)
    place = forms.CharField(
        label=gettext_lazy("Place"),
        required=False,
        max_length=120,
        help_text=gettext_lazy("A room, an address, or “online”."),
    )


def parse_moment(line: str) -> datetime | None:
    """A line such as 31-01-2026 14.00; None when it is no such moment."""
    found = LINE.fullmatch(line)
    if found is None:
        return None
    day, month, year, hour, minute = map(int, found.groups())
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return timezone.make_aware(datetime(year, month, day, hour, minute))  # noqa: DTZ001
    except ValueError:
        return None


def taken_words(days: Sequence[date], why_not: WhyNot) -> list[str]:
    """The days of a month that cannot be, in words such as “21 to 25 December: holidays”."""
    words = []
    for why, found in groupby(days, key=why_not):
        span = list(found)
        first, last = span[0], span[-1]
        if not why:
            continue
        facts = {"first": first.day, "last": date_format(last, "j F"), "why": why}
        text = _("%(last)s: %(why)s") if first == last else _("%(first)s to %(last)s: %(why)s")
        words.append(text % facts)
    return words
