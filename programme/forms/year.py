"""What people fill in about the year."""

from datetime import date, datetime
from typing import Any

from django import forms
from django.utils.functional import keep_lazy_text
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from partners.models import Organisation, Person
from partners.querysets import local_day
from programme.deadlines import closing_moment
from programme.models import Ballot, Programmaraad, Seat, Vote

capfirst_lazy = keep_lazy_text(capfirst)
NO_DEBTORS = _("No data about people with debts.")
SHARES = [
    ("over:1/2", _("More than half")),
    ("at_least:2/3", _("At least two thirds")),
    ("at_least:3/4", _("At least three quarters")),
    ("at_least:1/1", _("Everybody")),
]


def long_text(label: Any, *, rows: int = 6, **kwargs: Any) -> forms.CharField:
    """A field for a longer text, with the reminder that no debtor data belong in it."""
    widget = forms.Textarea(attrs={"rows": rows})
    kwargs.setdefault("help_text", NO_DEBTORS)
    return forms.CharField(label=label, max_length=20_000, widget=widget, **kwargs)


def capitalised(choices: Any) -> list[tuple[str, Any]]:
    """Choices that stand alone in a form, so with a capital."""
    return [(value, capfirst_lazy(label)) for value, label in choices.choices]


class ProposeRaadForm(forms.Form):
    """Which partners hold a seat."""

    organisations = forms.ModelMultipleChoiceField(
        Organisation.objects.none(),
        label=_("Partners with a seat"),
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, day: date, raad: Programmaraad | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisations"].queryset = Organisation.objects.partners(day)  # type: ignore[attr-defined]
        if raad is not None and "organisations" not in self.initial:
            self.initial["organisations"] = raad.seats.values_list("organisation_id", flat=True)


class RaadResponseForm(forms.Form):
    """What a partner thinks of the proposal."""

    text = long_text(_("Your response"), rows=4)


class DelegatesForm(forms.Form):
    """Who votes for a seat."""

    representative = forms.ModelChoiceField(
        Person.objects.none(),
        label=_("Representative"),
        empty_label=_("Choose a person"),
        error_messages={"required": _("Choose who votes.")},
    )
    substitute = forms.ModelChoiceField(
        Person.objects.none(),
        label=_("Substitute"),
        required=False,
        empty_label=_("Nobody"),
        help_text=_("Votes when the representative cannot."),
    )

    def __init__(self, *args: Any, seat: Seat, at: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        day = local_day(at)
        mandates = seat.organisation.mandates.on(day)
        people = Person.objects.can_log_in().filter(mandates__in=mandates).order_by("name")
        for name in ("representative", "substitute"):
            self.fields[name].queryset = people  # type: ignore[attr-defined]
        for role, person in seat.delegates.on(day).values_list("role", "person_id"):
            self.initial[role] = person


class FillSeatForm(forms.Form):
    """Which partner takes an open seat."""

    organisation = forms.ModelChoiceField(
        Organisation.objects.none(),
        label=_("Partner"),
        empty_label=_("Choose a partner"),
        error_messages={"required": _("Choose a partner.")},
    )

    def __init__(self, *args: Any, raad: Programmaraad, day: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        seated = raad.seats.active(day).values("organisation_id")
        partners = Organisation.objects.partners(day).exclude(pk__in=seated)
        self.fields["organisation"].queryset = partners  # type: ignore[attr-defined]


class DeadlineForm(forms.Form):
    """The last day of a ballot; it closes at 17.00."""

    closes_on = forms.DateField(
        label=_("Last day to vote"),
        help_text=_("For example 14-01-2026. The ballot closes at 17:00 on this day."),
        widget=forms.DateInput(attrs={"class": "sl-input-m"}),
    )

    def clean_closes_on(self) -> date:
        """A deadline is a working day, so that everybody can still be reached."""
        day: date = self.cleaned_data["closes_on"]
        if closing_moment(day).date() != day:
            raise forms.ValidationError(
                _("This is not a working day. The next one is %(day)s."),
                params={"day": closing_moment(day).strftime("%d-%m-%Y")},
            )
        return day


class BallotForm(DeadlineForm):
    """What is fixed before a ballot opens."""

    quorum = forms.ChoiceField(
        label=_("Quorum"), choices=SHARES, help_text=_("How many of the seats must vote.")
    )
    majority = forms.ChoiceField(
        label=_("Majority"), choices=SHARES, help_text=_("How many votes must be in favour.")
    )
    base = forms.ChoiceField(label=_("Counted over"), choices=capitalised(Ballot.Base))
    tie_rule = forms.ChoiceField(label=_("With a tie"), choices=capitalised(Ballot.TieRule))

    def rules(self) -> dict[str, Any]:
        """The fields of the ballot that these choices stand for."""
        chosen: dict[str, Any] = {
            "base": self.cleaned_data["base"],
            "tie_rule": self.cleaned_data["tie_rule"],
        }
        for name in ("quorum", "majority"):
            kind, _colon, share = self.cleaned_data[name].partition(":")
            numerator, _slash, denominator = share.partition("/")
            chosen |= {
                f"{name}_is_over": kind == "over",
                f"{name}_numerator": int(numerator),
                f"{name}_denominator": int(denominator),
            }
        return chosen


class VoteForm(forms.Form):
    """A vote on a motion."""

    HINTS = {
        Vote.Choice.FOR: _("This text must be adopted."),
        Vote.Choice.AGAINST: _("This text must not be adopted."),
        Vote.Choice.ABSTAIN: _("You count for the quorum, but you take no side."),
    }

    choice = forms.ChoiceField(
        label=_("Your vote"),
        choices=[(choice.value, choice.label) for choice in HINTS],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose for, against or abstain.")},
    )
    reason = forms.CharField(
        label=_("Why do you vote so?"),
        required=False,
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Everybody sees this after closing. No data about people with debts."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["choice"].choice_hints = self.HINTS  # type: ignore[attr-defined]

    def said(self) -> dict[str, Any]:
        """The facts of the vote."""
        return {"choice": self.cleaned_data["choice"], "reason": self.cleaned_data["reason"]}


class ReceiptForm(forms.Form):
    """The code of a receipt, however it was typed."""

    code = forms.CharField(
        label=_("Code of your receipt"),
        max_length=40,
        help_text=_("Twelve letters and digits, for example K7QF 2M9D XW4T."),
        widget=forms.TextInput(attrs={"class": "sl-input-m", "autocapitalize": "characters"}),
    )

    def clean_code(self) -> str:
        """Letters and digits in capitals, without what somebody put between them."""
        return "".join(each for each in self.cleaned_data["code"] if each.isalnum()).upper()
