"""The text of a programme with its themes and budget: one page, and no script needed."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django import forms
from django.forms import BaseFormSet, formset_factory
from django.utils.translation import gettext_lazy as _

from partners.forms.fields import EuroField
from partners.models import Theme
from programme.models import BudgetLine, Programme
from programme.passages import Line, ThemePlan

from .year import capitalised, long_text

MOST_LINES = 60
STEP = 10  # between two places, so that a line can be put between them
LAST_PLACE = 1_000
MORE = 1  # empty lines below what there is


class Row(forms.Form):
    """A line of a list; one in which nothing is typed does not count."""

    place = forms.IntegerField(
        label=_("Order"),
        required=False,
        help_text=_("A lower number stands higher."),
        min_value=1,
        max_value=LAST_PLACE,
        widget=forms.TextInput(attrs={"class": "sl-input-s", "inputmode": "numeric"}),
    )
    typed: tuple[str, ...] = ()

    def has_changed(self) -> bool:
        """Whether something stands in it besides its place."""
        return any(str(self[name].data or "").strip() for name in self.typed)


class ThemeRow(Row):
    """A theme of the year."""

    typed = ("title", "plan", "theme")
    field_order = ("title", "theme", "plan", "place")
    title = forms.CharField(label=_("Title of the theme"), max_length=120)
    theme = forms.TypedChoiceField(
        label=_("Belongs to the lasting theme"), required=False, coerce=int, empty_value=None
    )
    plan = long_text(_("What do we do this year?"), rows=3, help_text="")

    def __init__(self, *args: Any, lasting: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["theme"].choices = [("", _("None of these")), *lasting]  # type: ignore[attr-defined]


class BudgetRow(Row):
    """An amount of the year."""

    typed = ("title", "amount", "category")
    field_order = ("category", "title", "amount", "place")
    category = forms.ChoiceField(label=_("Category"))
    title = forms.CharField(label=_("For what"), max_length=120)
    amount = EuroField(
        label=_("Amount in euro"),
        min_value=Decimal(0),
        error_messages={"invalid": _("Fill in an amount in euro, for example 25,000.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", _("Choose a category")), *capitalised(BudgetLine.Category)]
        self.fields["category"].choices = choices  # type: ignore[attr-defined]


class Rows(BaseFormSet):
    """Lines in the order of their place; those that are empty fall away."""

    def initial_form_count(self) -> int:
        """No line is there before all others: each may be emptied."""
        return 0

    def filled(self) -> list[dict[str, Any]]:
        """What stands in the lines, in order."""
        rows = [form.cleaned_data for form in self.forms if form.has_changed()]
        return sorted(rows, key=lambda row: row.get("place") or LAST_PLACE)


class ProgrammeForm(forms.ModelForm):
    """Title, ambition and text, and below them themes and budget as lists that grow.

    `version` is the one that the writer has before it. `as_typed` gives the same form with what
    was typed and one more line, and says nothing about what is not filled in yet.
    """

    ambition = long_text(_("Ambition"), rows=4)
    text = long_text(
        _("Programme"),
        rows=14,
        help_text=_(
            "A blank line starts a new paragraph; a short line without a full stop becomes a "
            "heading. No data about people with debts."
        ),
    )
    note = forms.CharField(
        label=_("What is new in this version?"),
        required=False,
        max_length=200,
        help_text=_("Only the kernteam reads this, in the list of versions."),
    )
    version = forms.IntegerField(
        required=False, min_value=0, max_value=32_000, widget=forms.HiddenInput
    )

    class Meta:
        model = Programme
        fields = ["title", "ambition", "text"]

    def __init__(
        self,
        *args: Any,
        themes: Iterable[dict[str, Any]] = (),
        budget: Iterable[dict[str, Any]] = (),
        more: str = "",
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        data = self.data if self.is_bound else None
        lasting = list(Theme.objects.values_list("pk", "name"))
        self.themes = _list(ThemeRow, "themes", data, list(themes), more, lasting=lasting)
        self.budget = _list(BudgetRow, "budget", data, list(budget), more)

    def is_valid(self) -> bool:
        """Everything on the page; what is wrong in a list stands in the list above the form too."""
        is_right = super().is_valid()
        for rows, sentence in (
            (self.themes, _("Look at the themes: something is missing or not right there.")),
            (self.budget, _("Look at the budget: something is missing or not right there.")),
        ):
            if self.has_rows(rows) and not rows.is_valid():
                self.add_error(None, sentence)
                is_right = False
        return is_right

    def has_rows(self, rows: Rows) -> bool:
        """Whether this list was sent along."""
        return f"{rows.prefix}-TOTAL_FORMS" in self.data

    def theme_plans(self) -> list[ThemePlan] | None:
        """The themes that were filled in; None when the list was not sent along."""
        if not self.has_rows(self.themes):
            return None
        return [ThemePlan(row["title"], row["plan"], row["theme"]) for row in self.themes.filled()]

    def budget_lines(self) -> list[Line] | None:
        """The amounts that were filled in; None when the list was not sent along."""
        if not self.has_rows(self.budget):
            return None
        return [Line(row["category"], row["title"], row["amount"]) for row in self.budget.filled()]

    def as_typed(self) -> dict[str, Any]:
        """What stands in the form now, for one that says nothing about it yet."""
        return {
            "initial": {name: self[name].data for name in self.fields},
            "themes": _typed(self.themes),
            "budget": _typed(self.budget),
        }


def _list(
    form: type[Row], prefix: str, data: Any, initial: list[dict[str, Any]], more: str, **each: Any
) -> Rows:
    rows: type[Any] = formset_factory(
        form,
        formset=Rows,
        extra=len(initial) + MORE + (more == prefix),
        max_num=MOST_LINES,
        absolute_max=MOST_LINES,
    )
    found: Rows = rows(data, prefix=prefix, initial=initial, form_kwargs=each)
    return found


def _typed(rows: Rows) -> list[dict[str, Any]]:
    return [
        {name: row[name].data for name in row.fields} for row in rows.forms if row.has_changed()
    ]
