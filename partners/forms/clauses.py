"""What the kernteam fills in about one agreement of a draft."""

import calendar
import re
from typing import Any, Final

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from partners.framework_2020 import END_OF_YEAR, ClauseFacts, MeasureFacts
from partners.models import Clause, Framework
from partners.ports import measure_titles

from .network import NO_DEBTORS

SPARE_ROWS: Final = 2
MOST_ROWS: Final = 12
LEAP_YEAR: Final = 2024
DAY_OF_YEAR: Final = re.compile(r"^\s*(\d{1,2})-(\d{1,2})\s*$")


class ClauseForm(forms.Form):
    """One agreement in two languages, and what is measured for it."""

    number = forms.IntegerField(
        label=_("Number"),
        min_value=1,
        max_value=99,
        widget=forms.TextInput(attrs={"class": "sl-input-s", "inputmode": "numeric"}),
        error_messages={
            "required": _("Fill in the number of this agreement."),
            "invalid": _("Fill in a whole number from 1."),
        },
    )
    title = forms.CharField(
        label=_("Title"), max_length=160, error_messages={"required": _("Fill in a title.")}
    )
    text = forms.CharField(
        label=_("Text"),
        required=False,
        max_length=4_000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=NO_DEBTORS,
    )
    title_en = forms.CharField(label=_("Title in English"), required=False, max_length=160)
    text_en = forms.CharField(
        label=_("Text in English"),
        required=False,
        max_length=4_000,
        widget=forms.Textarea(attrs={"rows": 5, "lang": "en"}),
    )

    def __init__(
        self, *args: Any, framework: Framework, clause: Clause | None = None, **kwargs: Any
    ) -> None:
        self.framework, self.clause = framework, clause
        rows = list(clause.measures.order_by("position")) if clause else []
        self.row_count = min(len(rows) + SPARE_ROWS, max(MOST_ROWS, len(rows)))
        super().__init__(*args, **kwargs)
        titles = sorted((str(title), code) for code, title in measure_titles().items())
        choices = [("", gettext("Nothing")), *((code, title) for title, code in titles)]
        for place in range(self.row_count):
            row = rows[place] if place < len(rows) else None
            self._add_row(place, choices, row)

    def _add_row(self, place: int, choices: list[tuple[str, str]], row: Any) -> None:
        if row and row.code not in dict(choices):
            choices = [*choices, (row.code, row.code)]
        number = {"number": place + 1}
        self.fields[f"measure_{place}"] = forms.ChoiceField(
            label=_("Measure %(number)s") % number,
            required=False,
            choices=choices,
            initial=row.code if row else "",
        )
        self.fields[f"by_{place}"] = forms.CharField(
            label=_("Each year by, for measure %(number)s") % number,
            required=False,
            max_length=5,
            initial=f"{row.by_day:02}-{row.by_month:02}" if row else "",
            widget=forms.TextInput(attrs={"class": "sl-input-s", "autocomplete": "off"}),
        )

    @property
    def words(self) -> list[BoundField]:
        """Number, titles and texts."""
        return [self[name] for name in ("number", "title", "text", "title_en", "text_en")]

    @property
    def rows(self) -> list[tuple[BoundField, BoundField]]:
        """A measure and its day, place by place."""
        return [(self[f"measure_{n}"], self[f"by_{n}"]) for n in range(self.row_count)]

    def clean_number(self) -> int:
        """Every number once."""
        number: int = self.cleaned_data["number"]
        taken = self.framework.clauses.filter(number=number).first()
        if taken is not None and taken != self.clause:
            raise forms.ValidationError(
                _("There is an agreement %(number)s already.") % {"number": number}
            )
        return number

    def clean(self) -> dict[str, Any]:
        """Days of the year, and no measure twice."""
        facts: dict[str, Any] = super().clean() or {}
        measures: list[MeasureFacts] = []
        for place in range(self.row_count):
            code, typed = facts.get(f"measure_{place}"), facts.get(f"by_{place}", "")
            if code and any(code == measure.code for measure in measures):
                self.add_error(f"measure_{place}", _("This measure stands above already."))
            elif code:
                day = _day_of_year(typed)
                if day is None:
                    self.add_error(f"by_{place}", _("Write day-month, for example 31-12."))
                measures.append(MeasureFacts(code, day or END_OF_YEAR))
        return {**facts, "measures": tuple(measures)}

    @property
    def clause_facts(self) -> ClauseFacts:
        """What was filled in, as the action takes it."""
        names = ("number", "title", "title_en", "text", "text_en", "measures")
        return ClauseFacts(**{name: self.cleaned_data[name] for name in names})


def _day_of_year(typed: str) -> tuple[int, int] | None:
    """Month and day of a text such as 31-12; nothing typed is the end of the year."""
    if not typed.strip():
        return END_OF_YEAR
    if found := DAY_OF_YEAR.match(typed):
        day, month = (int(part) for part in found.groups())
        if 1 <= month <= END_OF_YEAR[0]:
            last = calendar.monthrange(LEAP_YEAR, month)[1]
            return (month, day) if 1 <= day <= last else None
    return None
