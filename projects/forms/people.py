"""What people fill in about who leads, takes part and steers."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from partners.forms.fields import day_field
from partners.models import Organisation
from programme.forms.year import capitalised
from projects.models import Leadership, Participation

from .days import OnDayForm, ReasonForm


class SomebodyForm(forms.Form):
    """A person by work address; somebody new gets an account."""

    name = forms.CharField(label=_("Name"), max_length=120)
    email = forms.EmailField(label=_("E-mail address"), help_text=_("The work address."))


class LeaderForm(SomebodyForm):
    """Who leads, or stands in."""

    role = forms.ChoiceField(
        label=_("As what?"),
        choices=capitalised(Leadership.Role),
        widget=forms.RadioSelect,
        initial=Leadership.Role.LEADER,
    )
    organisation = forms.ModelChoiceField(
        Organisation.objects.none(), label=_("Works for"), required=False
    )
    from_on = day_field(_("From"))

    def __init__(self, *args: Any, day: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisation"].queryset = Organisation.objects.order_by("name")  # type: ignore[attr-defined]
        self.initial.setdefault("from_on", day)


class MemberForm(SomebodyForm):
    """Who speaks for a stake."""

    function = forms.CharField(label=_("Function"), max_length=120, required=False)
    is_chair = forms.BooleanField(label=_("Chairs the stuurgroep"), required=False)
    from_on = day_field(_("From"))
    term_ends_on = day_field(_("Term ends on"), required=False)

    def __init__(self, *args: Any, day: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("from_on", day)


class OrganisationForm(forms.Form):
    """Which organisation, from when."""

    organisation = forms.ModelChoiceField(
        Organisation.objects.none(),
        label=_("Organisation"),
        empty_label=_("Choose the organisation"),
        error_messages={"required": _("Choose the organisation.")},
    )
    from_on = day_field(_("From"))

    def __init__(self, *args: Any, day: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisation"].queryset = Organisation.objects.order_by("name")  # type: ignore[attr-defined]
        self.initial.setdefault("from_on", day)


class ParticipationForm(OrganisationForm):
    """How an organisation takes part."""

    kind = forms.ChoiceField(
        label=_("How?"),
        choices=capitalised(Participation.Kind),
        widget=forms.RadioSelect,
        initial=Participation.Kind.INTERESTED,
    )
    text = forms.CharField(label=_("With what?"), max_length=200, required=False)
    field_order = ("organisation", "kind", "text", "from_on")


class StakeForm(OrganisationForm):
    """What an organisation has at stake."""

    text = forms.CharField(
        label=_("What does it have at stake?"),
        max_length=200,
        error_messages={"required": _("Say what this organisation has at stake.")},
    )
    field_order = ("organisation", "text", "from_on")


class EndStakeForm(OnDayForm, ReasonForm):
    """Until when, and why it leaves."""

    field_order = ("reason", "on")
