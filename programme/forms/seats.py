"""What people fill in about seats: who is asked, what a partner answers, why a seat ends."""

from datetime import date, datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from partners.forms import day_field
from partners.models import Framework, Organisation, Person
from partners.querysets import local_day
from programme.deadlines import closing_moment
from programme.models import SeatInvitation

from .year import NO_DEBTORS, long_text

ACCEPT, DECLINE = "accept", "decline"


class InviteToSeatsForm(forms.Form):
    """Which partners are asked for a seat, and until when they answer."""

    organisations = forms.ModelMultipleChoiceField(
        Organisation.objects.none(),
        label=_("Partners to ask"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one partner.")},
    )
    answer_by = day_field(_("They answer until and including"))

    def __init__(
        self, *args: Any, day: date, default: datetime, busy: set[int], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self._day = day
        self.fields["answer_by"].initial = local_day(default)
        free = Organisation.objects.partners(day).exclude(pk__in=busy)
        self.fields["organisations"].queryset = free  # type: ignore[attr-defined]

    def clean_answer_by(self) -> datetime:
        """A day that is still to come; the moment is 17.00 on it."""
        chosen: date = self.cleaned_data["answer_by"]
        if chosen <= self._day:
            raise forms.ValidationError(_("Choose a day after today."))
        return closing_moment(chosen)


class AnswerSeatForm(forms.Form):
    """The answer of a partner, with who would vote, or why not."""

    answer = forms.ChoiceField(
        label=_("Your answer"),
        choices=[(ACCEPT, _("Yes, we take the seat")), (DECLINE, _("No, not this year"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one of the two answers.")},
    )
    representative = forms.ModelChoiceField(
        Person.objects.none(),
        label=_("With a yes: who votes for you?"),
        required=False,
        empty_label=_("We name this person later"),
    )
    substitute = forms.ModelChoiceField(
        Person.objects.none(),
        label=_("And who when that person cannot?"),
        required=False,
        empty_label=_("We name this person later"),
    )
    reason = forms.CharField(
        label=_("With a no: why not?"),
        required=False,
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=NO_DEBTORS,
    )

    def __init__(self, *args: Any, invitation: SeatInvitation, at: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        mandates = invitation.organisation.mandates.on(local_day(at))
        people = Person.objects.can_log_in().filter(mandates__in=mandates).distinct()
        for name in ("representative", "substitute"):
            self.fields[name].queryset = people.order_by("name")  # type: ignore[attr-defined]


class EndSeatForm(forms.Form):
    """Why a partner gives its seat back."""

    reason = long_text(_("Why does this seat end?"), rows=3)


class TakeOverRaadForm(forms.Form):
    """A raad from before this lab was kept here."""

    framework = forms.ModelChoiceField(
        Framework.objects.none(), label=_("Framework"), empty_label=None
    )
    installed_on = day_field(_("Installed on"))
    organisations = forms.ModelMultipleChoiceField(
        Organisation.objects.none(),
        label=_("Partners with a seat"),
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, year: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        frameworks = Framework.objects.filter(
            starts_on__year__lte=year, ends_on__year__gte=year
        ).exclude(status=Framework.Status.DRAFT)
        self.fields["framework"].queryset = frameworks  # type: ignore[attr-defined]
        then = Organisation.objects.filter(partnerships__joined_on__year__lte=year).distinct()
        self.fields["organisations"].queryset = then.order_by("name")  # type: ignore[attr-defined]
