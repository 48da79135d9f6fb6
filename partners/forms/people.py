"""What people fill in about people: looking for partners, inviting, the kernteam, a language."""

from datetime import date
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from partners.models import KernteamMember, Mandate, Organisation, Person, Sector, Theme

from .fields import day_field
from .scope import SigningScopeForm


class DirectoryForm(forms.Form):
    """Looking for partners."""

    q = forms.CharField(label=_("Name or word"), required=False, max_length=120)
    sector = forms.ChoiceField(
        label=_("Sector"), required=False, choices=[("", _("All sectors")), *Sector.choices]
    )
    theme = forms.ModelChoiceField(
        Theme.objects.all(), label=_("Theme"), required=False, empty_label=_("All themes")
    )
    unseen = forms.BooleanField(
        label=_("Only partners that are to look at their facts"), required=False
    )

    def __init__(self, *args: Any, is_kernteam: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not is_kernteam:  # who is late with that is between the partner and the kernteam
            del self.fields["unseen"]


class PersonSearchForm(forms.Form):
    """Looking for somebody."""

    q = forms.CharField(label=_("Name, organisation or address"), required=False, max_length=120)


class InviteForm(SigningScopeForm):
    """A person, and for which organisation."""

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
    organisation = forms.ModelChoiceField(
        Organisation.objects.none(),
        label=_("Organisation"),
        empty_label=_("Choose a partner"),
        error_messages={"required": _("Choose for which partner this person acts.")},
    )
    role = forms.ChoiceField(
        label=_("Role"), choices=Mandate.Role.choices, widget=forms.RadioSelect, initial="contact"
    )
    may_sign = forms.BooleanField(
        label=_("May sign for the organisation"),
        required=False,
        help_text=_("The framework, the programme and pledges."),
    )
    field_order = (
        *("name", "email", "organisation", "role"),
        *("may_sign", "signs_for", "pledge_limit", "from_on"),
    )
    from_on = day_field(_("From"))

    def __init__(self, *args: Any, day: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisation"].queryset = Organisation.objects.partners(day)  # type: ignore[attr-defined]
        self.initial.setdefault("from_on", day)

    def clean(self) -> dict[str, Any]:
        """How far goes with whether."""
        data = super().clean()
        if not data.get("may_sign"):
            for name in ("signs_for", "pledge_limit"):
                if data.get(name):
                    self.add_error(name, _("This only goes with “may sign”. Tick that as well."))
        return data


class AppointForm(forms.Form):
    """Who joins the kernteam: somebody with an account, or somebody new."""

    person = forms.ModelChoiceField(
        Person.objects.none(),
        label=_("Somebody with an account"),
        required=False,
        empty_label=_("Somebody else: fill in below"),
    )
    name = forms.CharField(label=_("Or a new person: name"), required=False, max_length=120)
    email = forms.EmailField(
        label=_("E-mail address"),
        required=False,
        help_text=_("The work address. This is how the person logs in."),
    )
    role = forms.ChoiceField(
        label=_("Role"),
        choices=KernteamMember.Role.choices,
        widget=forms.RadioSelect,
        initial=KernteamMember.Role.STAFF,
    )
    from_on = day_field(_("From"))

    def __init__(self, *args: Any, day: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        now = KernteamMember.objects.on(day).values("person_id")
        people = Person.objects.can_log_in().exclude(pk__in=now)
        self.fields["person"].queryset = people  # type: ignore[attr-defined]
        self.initial.setdefault("from_on", day)

    def clean(self) -> dict[str, Any]:
        """One of the two ways, and that one whole."""
        data = super().clean() or {}
        if data.get("person") and (data.get("name") or data.get("email")):
            self.add_error("person", _("Choose somebody, or fill in a new person; not both."))
        elif not data.get("person") and not self.has_error("person"):
            if not data.get("name"):
                self.add_error("name", _("Choose somebody above, or fill in the name."))
            if not data.get("email") and not self.has_error("email"):
                self.add_error("email", _("Fill in the e-mail address of this person."))
        return data


class LastDayForm(forms.Form):
    """The last day on which something holds."""

    until_on = day_field(_("Last day"))

    def __init__(self, *args: Any, from_on: date, day: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.from_on = from_on
        self.initial.setdefault("until_on", max(day, from_on))

    def clean_until_on(self) -> date:
        """Not before it began."""
        day: date = self.cleaned_data["until_on"]
        if day < self.from_on:
            raise forms.ValidationError(
                _("It began on %(day)s. Fill in that day or a later one."),
                params={"day": self.from_on.strftime("%d-%m-%Y")},
            )
        return day


class LanguageForm(forms.Form):
    """In which language the lab speaks to you."""

    language = forms.ChoiceField(
        label=_("Language"), choices=settings.LANGUAGES, widget=forms.RadioSelect
    )
    next = forms.CharField(required=False, max_length=2_000, widget=forms.HiddenInput)
