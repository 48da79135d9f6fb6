"""What people fill in about signing a framework."""

from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from partners.models import Framework, Organisation, Person
from partners.pdf import declarations
from schuldenlab.documents.actions import SCANS, WrongFile, check_file

from .fields import day_field
from .network import NO_DEBTORS


class SignForm(forms.Form):
    """A signature: the name comes from the account, the rest is declared here."""

    function = forms.CharField(
        label=_("Your function"),
        max_length=120,
        help_text=_("As it must stand under the signature"),
        error_messages={"required": _("Fill in your function.")},
    )
    declares_mandate = forms.BooleanField(
        error_messages={"required": _("Tick this when you may sign. If not, send it on.")}
    )
    declares_read = forms.BooleanField(
        error_messages={"required": _("Read the agreements first, then tick this.")}
    )

    def __init__(self, *args: Any, organisation: str = "", clauses: int = 0, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        labels = declarations(organisation, clauses)
        self.fields["declares_mandate"].label, self.fields["declares_read"].label = labels

    def clean_function(self) -> str:
        """Without doubled spaces."""
        return " ".join(self.cleaned_data["function"].split())


class ForwardForm(forms.Form):
    """To which colleague the request to sign goes."""

    to = forms.ModelChoiceField(
        Person.objects.none(),
        label=_("Who signs for your organisation?"),
        empty_label=_("Choose a colleague"),
        error_messages={"required": _("Choose a colleague.")},
    )
    note = forms.CharField(
        label=_("Your message"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=NO_DEBTORS,
    )

    def __init__(
        self, *args: Any, colleagues: QuerySet[Person] | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        if colleagues is not None:
            self.fields["to"].queryset = colleagues  # type: ignore[attr-defined]


class SignatureForm(forms.Form):
    """A signature on paper."""

    organisation = forms.ModelChoiceField(
        Organisation.objects.none(),
        label=_("Partner"),
        empty_label=_("Choose a partner"),
        error_messages={"required": _("Choose which partner signed.")},
    )
    signatory = forms.CharField(
        label=_("Signed by"),
        max_length=120,
        error_messages={"required": _("Fill in the name of the person who signed.")},
    )
    function = forms.CharField(
        label=_("Function"),
        max_length=120,
        help_text=_("As it stands on the paper, for example director."),
        error_messages={"required": _("Fill in the function of this person.")},
    )
    signed_on = day_field(_("Signed on"))
    scan = forms.FileField(
        label=_("Scan of the paper"),
        required=False,
        widget=forms.FileInput(attrs={"accept": ",".join(SCANS)}),
        error_messages={"empty": _("This file is empty. Choose another one.")},
        help_text=_("PDF, PNG or JPEG, at most 10 MB. Only you and this partner can open it."),
    )

    def __init__(self, *args: Any, framework: Framework, day: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        signed = framework.signatures.holding().values("organisation_id")
        missing = Organisation.objects.partners(day).exclude(pk__in=signed)
        self.fields["organisation"].queryset = missing  # type: ignore[attr-defined]
        self.today = day

    def clean_signed_on(self) -> date:
        """A signature that was given."""
        day: date = self.cleaned_data["signed_on"]
        if day > self.today:
            raise forms.ValidationError(_("This day has not come yet. Fill in a day in the past."))
        return day

    def clean_scan(self) -> Any:
        """What the bytes say that it is, not its name."""
        scan = self.cleaned_data["scan"]
        if scan:
            try:
                check_file(scan.read(), allowed=SCANS)
            except WrongFile as error:
                raise forms.ValidationError(str(error)) from error
            scan.seek(0)
        return scan or None


class WithdrawSignatureForm(forms.Form):
    """Why a signature does not count."""

    reason = forms.CharField(
        label=_("Why does this signature not count?"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=NO_DEBTORS,
        error_messages={"required": _("Say why. The partner reads it.")},
    )
