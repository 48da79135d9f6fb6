"""What a partner fills in about itself, and what the kernteam answers."""

from typing import Any

from django import forms
from django.utils.functional import keep_lazy_text
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from partners.models import Involvement, Mandate, Organisation

from .fields import WebField
from .network import NO_DEBTORS
from .scope import SigningScopeForm

capfirst_lazy = keep_lazy_text(capfirst)
KERNTEAM_ONLY = ("name", "sector")
ICONS = {
    Involvement.Form.AMBASSADOR: "megaphone",
    Involvement.Form.RAAD: "ballot",
    Involvement.Form.STUURGROEP: "flag",
    Involvement.Form.FINANCE: "euro",
    Involvement.Form.KNOWLEDGE: "graduation",
    Involvement.Form.FACILITATE: "bulb",
    Involvement.Form.HOST: "place",
    Involvement.Form.COMMUNICATE: "mail",
    Involvement.Form.OTHER: "pencil",
    Involvement.Form.FOLLOW: "eye",
}


class OrganisationForm(forms.ModelForm):
    """The facts of an organisation; name and sector are the kernteam's to write."""

    website = WebField(label=_("Website"), required=False, max_length=200, assume_scheme="https")

    class Meta:
        model = Organisation
        fields = (
            *KERNTEAM_ONLY,
            "short_name",
            "website",
            "description",
            "kvk_number",
            "is_public",
        )
        widgets = {"description": forms.Textarea(attrs={"rows": 5})}

    def __init__(self, *args: Any, is_kernteam: bool, may_publish: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        hidden = [*(() if is_kernteam else KERNTEAM_ONLY)]
        for name in [*hidden, *(() if may_publish else ("is_public",))]:
            del self.fields[name]
        self.fields["kvk_number"].help_text = _("Eight digits.")

    def clean_name(self) -> str:
        """Without doubled spaces."""
        return " ".join(self.cleaned_data["name"].split())


class ColleagueForm(forms.Form):
    """Somebody of the own organisation."""

    name = forms.CharField(
        label=_("Name"),
        max_length=120,
        error_messages={"required": _("Fill in the name of this person.")},
    )
    email = forms.EmailField(
        label=_("E-mail address"),
        error_messages={"required": _("Fill in the e-mail address of this person.")},
        help_text=_("The work address. This is how the person logs in."),
    )
    role = forms.ChoiceField(
        label=_("Role"), widget=forms.RadioSelect, initial=Mandate.Role.CONTACT
    )

    def __init__(self, *args: Any, is_director: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        roles = [(value, capfirst_lazy(label)) for value, label in Mandate.Role.choices]
        if is_director:
            self.fields["role"].choices = roles  # type: ignore[attr-defined]
            self.fields["role"].choice_hints = {  # type: ignore[attr-defined]
                Mandate.Role.DIRECTOR: _("Answers for your organisation."),
                Mandate.Role.CONTACT: _("Prepares answers, and follows the network."),
            }
        else:
            del self.fields["role"]

    @property
    def role_chosen(self) -> str:
        """The role that was chosen; without that question contact."""
        return str(self.cleaned_data.get("role", Mandate.Role.CONTACT))


class AskSigningForm(SigningScopeForm):
    """For what, and why, this person must be able to sign."""

    reason = forms.CharField(
        label=_("What must the kernteam know?"),
        required=False,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=NO_DEBTORS,
    )


class DeclineForm(forms.Form):
    """Why a request is not confirmed."""

    answer = forms.CharField(
        label=_("Why not?"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("The person who asked reads this."),
        error_messages={"required": _("Say why not. The person reads it.")},
    )


class InvolvementForm(forms.Form):
    """In which forms the own organisation takes part this year."""

    other = forms.CharField(label=_("Otherwise, namely"), required=False, max_length=120)
    note = forms.CharField(
        label=_("Explanation"),
        required=False,
        max_length=1_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Everybody who takes part can read this. No data about people with debts."),
    )
    forms = forms.MultipleChoiceField(
        label=_("How do you take part?"),
        choices=[(value, capfirst_lazy(label)) for value, label in Involvement.Form.choices],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one form.")},
        help_text=_("Choose all that fit. None of them counts more than another."),
    )
    field_order: tuple[str, ...] = ("forms", "other", "note")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["forms"].choice_icons = ICONS  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Only following goes alone; another form has a name."""
        data = super().clean() or {}
        chosen = data.get("forms", [])
        if Involvement.Form.FOLLOW in chosen and len(chosen) > 1:
            self.add_error("forms", _("Who only follows chooses nothing else."))
        if Involvement.Form.OTHER in chosen and not data.get("other"):
            self.add_error("other", _("Say in a few words which other form."))
        return data
