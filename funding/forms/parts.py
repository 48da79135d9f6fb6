"""For which years a pledge is, as lines that work without script."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from django import forms
from django.forms import formset_factory
from django.utils.translation import gettext_lazy as _

from funding.actions.schedules import FIRST_YEAR, LAST_YEAR
from funding.spreading import Part, evenly, total_of
from partners.forms.fields import EuroField, day_field
from programme.forms.programmes import Row, Rows
from schuldenlab.web.templatetags.look import euro

MOST_PARTS = 40
PREFIX = "parts"
Typed = list[dict[str, Any]]


class PartRow(Row):
    """One part: for which year, how much, and when it is due."""

    typed = ("year", "amount", "due_on")
    field_order = typed
    place = None  # type: ignore[assignment] # years give the order
    year = forms.IntegerField(
        label=_("For the year"),
        min_value=FIRST_YEAR,
        max_value=LAST_YEAR,
        widget=forms.TextInput(attrs={"class": "sl-input-s", "inputmode": "numeric"}),
        error_messages={
            "required": _("Fill in a year."),
            "invalid": _("Fill in a year, for example 2027."),
            "min_value": _("Fill in a year between 2000 and 2100."),
            "max_value": _("Fill in a year between 2000 and 2100."),
        },
    )
    amount = EuroField(
        label=_("Value in euro"),
        required=False,
        help_text=_("Leave it empty in all years to give each the same."),
    )
    due_on = day_field(
        _("Due on"),
        required=False,
        help_text=_("For example 31-01-2026. Empty: any day in that year."),
    )


class WithParts(forms.Form):
    """A form about a pledge with lines for its years; `cleaned_data["parts"]` is what they say.

    `parts` are the lines as they begin; with `more` there is one more of them.
    """

    def __init__(
        self, *args: Any, parts: Iterable[dict[str, Any]] = (), more: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.rows = _rows(self.data if self.is_bound else None, list(parts), more=more)

    def worth(self, data: Mapping[str, Any]) -> Decimal | None:
        """How much all parts are together; None when nobody valued it."""
        raise NotImplementedError

    def clean(self) -> dict[str, Any]:
        """The lines too; what is wrong in them stands above the form as well."""
        data: dict[str, Any] = super().clean() or {}
        data["parts"] = ()
        if f"{PREFIX}-TOTAL_FORMS" not in self.data:
            return data
        if not self.rows.is_valid():
            self.add_error(None, _("Look at the years: something is missing or not right there."))
        elif not self.errors:
            data["parts"] = self._parts(self.worth(data))
        return data

    def _parts(self, worth: Decimal | None) -> tuple[Part, ...]:
        rows = self.rows.filled()
        typed = [row for row in rows if row.get("amount") is not None]
        if worth is None:
            if typed:
                self.add_error(None, _("Without a value there are no amounts per year."))
            return ()
        if not typed:
            years = [row["year"] for row in rows]
            spread = evenly(worth, years) if years else []
            return tuple(
                replace(part, due_on=row.get("due_on"))
                for part, row in zip(spread, rows, strict=True)
            )
        if len(typed) < len(rows):
            self.add_error(None, _("Fill in an amount for every year, or for none."))
            return ()
        parts = tuple(Part(row["year"], row["amount"], row.get("due_on")) for row in rows)
        if total_of(parts) != worth:
            words = _("The years are %(parts)s together; the value is %(worth)s.")
            facts = {"parts": euro(total_of(parts)), "worth": euro(worth)}
            self.add_error(None, words % facts)
        return parts

    def as_typed(self) -> dict[str, Any]:
        """What stands in the form now, for one that says nothing about it yet."""
        rows = [
            {name: row[name].data for name in row.fields}
            for row in self.rows.forms
            if row.has_changed()
        ]
        return {"initial": {name: self[name].data for name in self.fields}, "parts": rows}


def _rows(data: Any, initial: Typed, *, more: bool) -> Rows:
    if more:
        last = str(initial[-1].get("year") or "") if initial else ""
        initial = [*initial, {"year": int(last) + 1 if last.isdecimal() else None}]
    rows: type[Any] = formset_factory(
        PartRow,
        formset=Rows,
        extra=max(1, len(initial)),
        max_num=MOST_PARTS,
        absolute_max=MOST_PARTS,
    )
    found: Rows = rows(data, prefix=PREFIX, initial=initial)
    return found


def lines_of(parts: Iterable[Part]) -> Typed:
    """Parts as the lines of a form begin."""
    return [{"year": each.year, "amount": each.amount, "due_on": each.due_on} for each in parts]


class ScheduleForm(WithParts):
    """Other years or other days, and why."""

    reason = forms.CharField(
        label=_("Why do the years or the days change?"),
        max_length=200,
        error_messages={"required": _("Say in a few words why the parts change.")},
    )

    def __init__(self, *args: Any, amount: Decimal | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.amount = amount

    def worth(self, data: Mapping[str, Any]) -> Decimal | None:
        """As much as it was."""
        del data
        return self.amount
