"""What people fill in about one line of a business case."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from programme.forms.year import capitalised
from projects.models import BusinessCase, CaseLine, CaseParty

from .numbers import NumberField, PercentField

ONE, NONE = Decimal(1), Decimal(0)
AMOUNTS, EFFECT = "amounts", "effect"
Kind, Certain = CaseLine.LineKind, CaseLine.Certain


class LineForm(forms.Form):
    """A cost, a benefit or a transfer: amounts per year, or people or cases with an effect."""

    kind = forms.ChoiceField(
        label=_("What is it?"),
        choices=capitalised(Kind),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what it is.")},
    )
    party = forms.ModelChoiceField(
        CaseParty.objects.none(),
        label=_("Who pays it, or gains it?"),
        empty_label=_("Choose a party"),
        error_messages={"required": _("Choose a party.")},
        help_text=_("Of a transfer: who gives it."),
    )
    receiver = forms.ModelChoiceField(
        CaseParty.objects.none(),
        label=_("To whom does the transfer go?"),
        required=False,
        empty_label=_("It is no transfer"),
    )
    text = forms.CharField(
        label=_("In words"),
        max_length=200,
        help_text=_("For example: fewer evictions."),
        error_messages={"required": _("Say in a few words what it is.")},
    )
    category = forms.ChoiceField(label=_("Category"), choices=capitalised(CaseLine.Category))
    way = forms.ChoiceField(
        label=_("How do you count it?"),
        choices=[
            (AMOUNTS, _("Amounts per year: you fill in euro")),
            (EFFECT, _("Number × effect × price: you fill in people or cases")),
        ],
        widget=forms.RadioSelect,
        initial=AMOUNTS,
    )
    unit = forms.CharField(
        label=_("What do you count?"),
        max_length=60,
        required=False,
        help_text=_("Only with an effect. For example: households."),
    )
    every_year = NumberField(
        label=_("The same in every year"),
        help_text=_("In euro, or how many people or cases. Leave it empty if years differ."),
    )
    effect = PercentField(
        label=_("Effect, in percent"),
        help_text=_("Of how many of them does something change? For example 12.5."),
    )
    price = NumberField(
        label=_("Price in euro"),
        max_digits=14,
        help_text=_("What one change is worth, in euro."),
    )
    deadweight = PercentField(
        label=_("Deadweight, in percent"),
        max_value=100,
        help_text=_("Which part would have happened without the project as well?"),
    )
    certainty = forms.ChoiceField(
        label=_("What does the number rest on?"),
        choices=capitalised(Certain),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what the number rests on.")},
    )
    source = forms.CharField(
        label=_("Source"),
        max_length=300,
        required=False,
        help_text=_("Where can somebody look this up? For example a report with its page."),
    )
    low = PercentField(
        label=_("Low value, in percent of this"),
        max_value=100,
        help_text=_("If it disappoints. Empty is 100: no other value."),
    )
    high = PercentField(
        label=_("High value, in percent of this"),
        min_value=100,
        help_text=_("If it is better than expected. Empty is 100: no other value."),
    )

    def __init__(
        self, *args: Any, case: BusinessCase, line: CaseLine | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.case = case
        for name in ("party", "receiver"):
            field: Any = self.fields[name]
            field.queryset = case.parties.order_by("position")
        self.years = [f"t{t}" for t in range(case.horizon)]
        for name, year in zip(self.years, case.years, strict=True):
            self.fields[name] = NumberField(label=str(year))
        names = list(self.fields)
        place = names.index("every_year") + 1
        rest = [each for each in names[place:] if each not in self.years]
        self.order_fields([*names[:place], *self.years, *rest])
        self.fields["high"].error_messages["min_value"] = _("Fill in 100 or more.")
        if line is not None:
            self.initial = {**_initial(line), **self.initial}

    def parts(self) -> list[dict[str, Any]]:
        """The fields as the page shows them, in four parts."""
        return [
            {"legend": legend, "note": note, "fields": [self[each] for each in names]}
            | ({"years": [self[each] for each in self.years]} if "every_year" in names else {})
            for legend, note, names in PARTS
        ]

    def clean(self) -> dict[str, Any]:
        """What belongs together, each mistake beside its own field."""
        data: dict[str, Any] = super().clean() or {}
        if data.get("kind") == Kind.TRANSFER:
            self._clean_transfer(data)
        if data.get("certainty") and data["certainty"] != Certain.PRO_MEMORIA:
            self._clean_numbers(data)
        return data

    def _clean_transfer(self, data: dict[str, Any]) -> None:
        if data.get("receiver") is None and "receiver" not in self.errors:
            self.add_error("receiver", _("Say to whom the transfer goes."))
        elif data.get("receiver") is not None and data["receiver"] == data.get("party"):
            self.add_error("receiver", _("A transfer goes to another party."))

    def _clean_numbers(self, data: dict[str, Any]) -> None:
        """Numbers are there, in one of two ways; and for an effect all that it multiplies."""
        typed = [data.get(name) for name in self.years]
        if data.get("every_year") is None and all(each is None for each in typed):
            if not {"every_year", *self.years} & self.errors.keys():
                self.add_error("every_year", _("Fill in numbers, here or year by year."))
        elif data.get("every_year") is not None and any(each is not None for each in typed):
            self.add_error("every_year", _("Fill in one number here, or the years; not both."))
        if data.get("way") == EFFECT:
            for name, words in NEEDED.items():
                if data.get(name) in (None, "") and name not in self.errors:
                    self.add_error(name, words)

    def line_facts(self) -> dict[str, Any]:
        """The fields of the line that was filled in."""
        data = self.cleaned_data
        names = ("kind", "party", "receiver", "text", "category", "certainty", "source")
        facts = {name: data[name] for name in names}
        is_effect = data["way"] == EFFECT
        every = data["every_year"]
        numbers = [every if every is not None else data[name] or NONE for name in self.years]
        return {
            **facts,
            "is_effect": is_effect,
            "quantities": numbers,
            "unit": data["unit"],
            "effect": data["effect"] if is_effect else ONE,
            "price": data["price"] if is_effect else ONE,
            "deadweight": (data["deadweight"] or NONE) if is_effect else NONE,
            "low": ONE if data["low"] is None else data["low"],
            "high": ONE if data["high"] is None else data["high"],
        }


PARTS = (
    (_("What it is"), "", ("kind", "party", "receiver", "text", "category")),
    (
        _("How much, in which year"),
        _("P.m.? Then leave the numbers empty."),
        ("way", "unit", "every_year"),
    ),
    (
        _("Effect and price"),
        _("Only if you count people or cases."),
        ("effect", "price", "deadweight"),
    ),
    (_("How certain it is"), "", ("certainty", "source", "low", "high")),
)
NEEDED = {
    "unit": _("Say what you count, for example households."),
    "effect": _("Fill in the effect in percent."),
    "price": _("Fill in what one change is worth."),
}


def _initial(line: CaseLine) -> dict[str, Any]:
    """What stands in the fields of a line that is changed."""
    names = ("kind", "text", "category", "certainty", "source", "unit")
    facts: dict[str, Any] = {name: getattr(line, name) for name in names}
    facts |= {"party": line.party_id, "receiver": line.receiver_id}
    facts["way"] = EFFECT if line.is_effect else AMOUNTS
    if line.is_effect:
        facts |= {name: getattr(line, name) for name in ("effect", "price", "deadweight")}
    facts |= {name: getattr(line, name) for name in ("low", "high") if getattr(line, name) != ONE}
    numbers = list(line.quantities)
    if len(numbers) == line.case.horizon and len(set(numbers)) == 1:
        return {**facts, "every_year": numbers[0]}
    return {**facts, **{f"t{t}": number for t, number in enumerate(numbers)}}
