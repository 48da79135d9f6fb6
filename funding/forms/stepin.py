"""What somebody fills in who offers a phase to all partners, or answers for one of them."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from funding.models import Pledge, StepInAnswer, StepInOffer, StepInRound
from funding.proposing import NOTHING_AGREED, Wish, asks_nobody
from partners.forms.fields import EuroField, day_field
from partners.models import Organisation
from programme.forms.year import capitalised, long_text
from projects.forms.days import NO_DEBTORS

from .offers import OfferFields

Answer = StepInAnswer.Answer


class RoundForm(forms.Form):
    """The text, the deadline and the key; and per partner what was agreed with it beforehand."""

    text = long_text(
        _("What do partners step into?"),
        rows=4,
        help_text=NO_DEBTORS,
        error_messages={"required": _("Say in a few sentences what partners step into.")},
    )
    closes_on = day_field(_("Until when can partners answer?"))
    key = forms.ChoiceField(
        label=_("By which key do you propose the shares?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose a key.")},
    )

    def __init__(
        self,
        *args: Any,
        day: date,
        partners: Iterable[Organisation],
        keys: Iterable[str],
        is_trying: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.today, self.partners, self.is_trying = day, list(partners), is_trying
        offered = set(keys)
        self.fields["key"].choices = [  # type: ignore[attr-defined]
            each for each in capitalised(StepInRound.Key) if each[0] in offered
        ]
        for each in self.partners:
            for name, label in (("minimum", _("At least")), ("fixed", _("Agreed"))):
                self.fields[f"{name}_{each.pk}"] = EuroField(label=label, required=False)
        if is_trying:
            for field in ("text", "closes_on", "key"):
                self.fields[field].required = False

    def clean_closes_on(self) -> date | None:
        """A day on which partners can still answer."""
        day: date | None = self.cleaned_data["closes_on"]
        if day is not None and day <= self.today:
            raise forms.ValidationError(_("Fill in a day after today."))
        return day

    def clean(self) -> dict[str, Any]:
        """Amounts are not negative, and what was agreed is not less than the minimum."""
        data: dict[str, Any] = super().clean() or {}
        for each in self.partners:
            least, fixed = data.get(f"minimum_{each.pk}"), data.get(f"fixed_{each.pk}")
            for name, value in (("minimum", least), ("fixed", fixed)):
                if value is not None and value < 0:
                    self.add_error(f"{name}_{each.pk}", _("Fill in zero or more."))
            if least is not None and fixed is not None and fixed < least:
                self.add_error(f"fixed_{each.pk}", _("This is less than the minimum beside it."))
        key = data.get("key", "")
        if not self.is_trying and not self.errors and asks_nobody(key, self.wishes):
            self.add_error("key", NOTHING_AGREED)
        return data

    @property
    def wishes(self) -> dict[int, Wish]:
        """What was agreed, by organisation, as far as it was filled in well."""
        data, found = getattr(self, "cleaned_data", {}), {}
        for each in self.partners:
            least, fixed = data.get(f"minimum_{each.pk}"), data.get(f"fixed_{each.pk}")
            if least or fixed is not None:
                found[each.pk] = Wish(least or Wish.minimum, fixed)
        return found


class AnswerForm(OfferFields):
    """Yes, later or no. A yes names an earlier pledge to this phase, or makes an offer."""

    answer = forms.ChoiceField(
        label=_("Does your organisation step in?"),
        choices=capitalised(Answer),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose yes, later or no.")},
    )
    pledge = forms.ModelChoiceField(
        Pledge.objects.none(),
        label=_("With which pledge?"),
        required=False,
        empty_label=_("A new offer, which I fill in below"),
    )
    is_open = forms.BooleanField(
        label=_("Everybody in the network may see this amount"),
        required=False,
        help_text=_("You cannot take this back."),
    )
    words = forms.CharField(
        label=_("Do you want to say something with it?"),
        max_length=300,
        required=False,
        help_text=_(
            "The kernteam, the programmaraad and the stuurgroep read this. No data about people "
            "with debts."
        ),
    )
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)
    field_order = ("answer", "pledge")
    OFFER = (*OfferFields.base_fields, "is_open")

    def __init__(
        self,
        *args: Any,
        offer: StepInOffer | None = None,
        is_kernteam: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        if offer is None:  # the page that asks for the code shows no form of ours
            return
        pledges = Pledge.objects.standing().filter(
            plan=offer.round.plan_id, organisation=offer.organisation_id
        )
        field: Any = self.fields["pledge"]
        field.queryset = pledges.order_by("pk")
        field.label_from_instance = lambda pledge: pledge.words
        if is_kernteam:
            self.fields["answer"].label = _("What did you hear?")
            del self.fields["is_open"]

    @property
    def has_pledges(self) -> bool:
        """Whether this partner pledged something to the phase already."""
        field: Any = self.fields["pledge"]
        return bool(field.queryset.exists())

    @property
    def shows_more(self) -> bool:
        """Whether a rate or a condition is filled in, or wrong."""
        names = ("quantity", "rate", "rate_agreed_by", "condition")
        return self.is_bound and any(self[name].value() or self[name].errors for name in names)

    @property
    def makes_offer(self) -> bool:
        """Whether a new offer comes with it."""
        data = self.cleaned_data
        return data.get("answer") == Answer.YES and data.get("pledge") is None

    def clean(self) -> dict[str, Any]:
        """Without a new offer, what stands in its fields asks nothing."""
        if not self.makes_offer:
            for name in self.OFFER:
                self.errors.pop(name, None)
            if self.cleaned_data.get("answer") != Answer.YES:
                self.errors.pop("pledge", None)
            return self.cleaned_data
        return super().clean()

    @property
    def facts(self) -> dict[str, Any]:
        """As the action takes it."""
        data = self.cleaned_data
        found = {name: data.get(name) for name in ("answer", "seen")}
        found["words"] = data.get("words", "")
        if self.makes_offer:
            return {**found, **{name: data[name] for name in self.OFFER if name in data}}
        if data["answer"] == Answer.YES:
            found["pledge"] = data["pledge"]
        return found
