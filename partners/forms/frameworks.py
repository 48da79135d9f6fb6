"""What the kernteam fills in about a framework that is a draft."""

from datetime import date
from typing import Any, Final

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _

from partners.models import Framework, Organisation
from schuldenlab.documents.actions import PDF, WrongFile, check_file

from .fields import day_field
from .network import NO_DEBTORS

DAYS: Final = ("starts_on", "ends_on", "sign_by")
CONTRIBUTION: Final = ("contribution_from", "contribution_until")
NUMBERS: Final = (
    *("seats_min", "seats_max", "response_days", "themes_min", "themes_max"),
    *("inspiration_events", "network_meetings", "leaders_meetings", "kernteam_managers"),
    *("kernteam_staff", "funders_min", "big_change", "big_change_share"),
)
MOST_YEARS: Final = 20
LAST_YEAR: Final = 2200


def check_period(form: forms.Form | forms.ModelForm, facts: dict[str, Any]) -> None:
    """The days go forward, and not for ever: a year that was typed wrongly is found."""
    first, last = facts.get("starts_on"), facts.get("ends_on")
    if not first or not last:
        return
    if last <= first:
        form.add_error("ends_on", _("The last day comes after the first."))
    elif last.year - first.year >= MOST_YEARS or last.year > LAST_YEAR:
        form.add_error("ends_on", _("Check the year. A framework holds for at most 20 years."))


class FrameworkForm(forms.ModelForm):
    """The words, days and numbers of a draft; `groups` is the order of the page."""

    class Meta:
        model = Framework
        fields = (
            *("title", "motto", "host", *DAYS, "introduction", "introduction_en"),
            *(*CONTRIBUTION, *NUMBERS),
        )
        widgets = {
            "introduction": forms.Textarea(attrs={"rows": 5}),
            "introduction_en": forms.Textarea(attrs={"rows": 5, "lang": "en"}),
        }

    def __init__(self, *args: Any, day: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in DAYS:
            old = self.fields[name]
            self.fields[name] = day_field(old.label, required=old.required)
        self.fields["sign_by"].help_text = _(
            "For example 30-11-2026. Partners get reminders. Signing stays open after it."
        )
        self.fields["host"].queryset = Organisation.objects.partners(day)  # type: ignore[attr-defined]
        self.fields["host"].empty_label = _("Choose a partner")  # type: ignore[attr-defined]
        self.fields["introduction"].help_text = NO_DEBTORS
        self.fields["big_change"].sign = "€"  # type: ignore[attr-defined]
        for name in (*NUMBERS, *CONTRIBUTION):
            self.fields[name].widget = forms.TextInput(
                attrs={"class": "sl-input-s", "inputmode": "numeric"}
            )
        self.fields["big_change"].localize = self.fields["big_change"].widget.is_localized = True

    @property
    def groups(self) -> list[tuple[Any, list[BoundField]]]:
        """Fields that belong together, under their heading."""
        names = {
            _("Text"): ("title", "motto", "introduction", "introduction_en"),
            _("Days"): ("host", *DAYS),
            _("Contribution of the municipality"): CONTRIBUTION,
            _("Numbers"): NUMBERS,
        }
        return [(title, [self[name] for name in fields]) for title, fields in names.items()]

    def clean(self) -> dict[str, Any]:
        """What must be in order, said beside the second of the two."""
        facts: dict[str, Any] = super().clean() or {}
        for low, high, words in (
            ("seats_min", "seats_max", _("Fill in at least the number above.")),
            ("themes_min", "themes_max", _("Fill in at least the number above.")),
            ("contribution_from", "contribution_until", _("The last year comes after the first.")),
        ):
            first, last = facts.get(low), facts.get(high)
            if first is not None and last is not None and last < first:
                self.add_error(high, words)
        check_period(self, facts)
        last, sign_by = facts.get("ends_on"), facts.get("sign_by")
        if last and sign_by and sign_by > last:
            self.add_error("sign_by", _("This day comes after the last day of the framework."))
        for name, other in (CONTRIBUTION, CONTRIBUTION[::-1]):
            if name in facts and facts[name] is None and facts.get(other) is not None:
                self.add_error(name, _("Fill in both years, or none."))
        return facts

    def clean_seats_min(self) -> int:
        """Fewer than three is no raad: the rules of voting need them."""
        fewest = 3
        number: int = self.cleaned_data["seats_min"]
        if number < fewest:
            raise forms.ValidationError(_("A programmaraad has at least 3 seats."))
        return number


class SuccessorForm(forms.Form):
    """The name and the days of a copy; the rest is changed in the draft itself."""

    title = forms.CharField(
        label=_("Title"), max_length=120, error_messages={"required": _("Fill in a title.")}
    )
    starts_on = day_field(_("First day"))
    ends_on = day_field(_("Last day"))

    def clean(self) -> dict[str, Any]:
        """Forward."""
        facts: dict[str, Any] = super().clean() or {}
        check_period(self, facts)
        return facts


class SignByForm(forms.Form):
    """The day by which everybody should have signed; empty for none."""

    sign_by = day_field(
        _("Sign by"),
        required=False,
        help_text=_("For example 30-11-2026. Leave it empty to ask for no day."),
    )

    def __init__(self, *args: Any, framework: Framework, day: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.framework, self.day = framework, day
        self.initial.setdefault("sign_by", framework.sign_by)

    def clean_sign_by(self) -> date | None:
        """Not over yet, and within the framework."""
        sign_by: date | None = self.cleaned_data["sign_by"]
        if sign_by and sign_by < self.day:
            raise forms.ValidationError(_("This day is over. Fill in today or a later day."))
        if sign_by and sign_by > self.framework.ends_on:
            raise forms.ValidationError(_("This day comes after the last day of the framework."))
        return sign_by


class FrameworkDocumentForm(forms.Form):
    """The text as it was laid out."""

    document = forms.FileField(
        label=_("Document"),
        widget=forms.FileInput(attrs={"accept": PDF}),
        help_text=_("A PDF of at most 10 MB. Its seal becomes part of what partners sign."),
        error_messages={
            "required": _("Choose a file."),
            "empty": _("This file is empty. Choose another one."),
        },
    )

    def clean_document(self) -> Any:
        """What the bytes say that it is, not its name."""
        document = self.cleaned_data["document"]
        try:
            check_file(document.read(), allowed=(PDF,))
        except WrongFile as error:
            raise forms.ValidationError(str(error)) from error
        document.seek(0)
        return document
