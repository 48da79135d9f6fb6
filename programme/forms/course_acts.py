"""What people fill in to judge, decide and carry out a change of course."""

from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from partners.forms.fields import day_field
from partners.forms.upkeep import NOT_YET
from programme.models import Decision

from .year import BallotForm, long_text


class JudgeForm(forms.Form):
    """Crucial or not, and why."""

    HINTS = {
        "yes": _("The programmaraad decides first, and we wait for that."),
        "no": _("It goes on the next agenda. Two seats can still call it crucial."),
    }
    is_crucial = forms.ChoiceField(
        label=_("Is this change crucial?"),
        choices=[("yes", _("Crucial")), ("no", _("Not crucial"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose crucial or not crucial.")},
    )
    reason = forms.CharField(
        label=_("Why?"),
        required=False,
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_(
            "Needed when it is not crucial, and when you judge otherwise than the system. "
            "All partners can read it. No data about people with debts."
        ),
    )

    def __init__(self, *args: Any, proposes_crucial: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.proposes_crucial = proposes_crucial
        self.fields["is_crucial"].choice_hints = self.HINTS  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """A reason where one is asked."""
        data = super().clean() or {}
        if data.get("reason", "").strip() or "is_crucial" not in data:
            return data
        if data["is_crucial"] == "no":
            self.add_error("reason", _("Say in a sentence why this is not crucial."))
        elif not self.proposes_crucial:
            self.add_error("reason", _("Say why you judge otherwise than the system."))
        return data


class CallForm(forms.Form):
    """Why a seat calls it crucial."""

    reason = long_text(_("Why do you call it crucial?"), rows=3, required=False)


class ChangeBallotForm(BallotForm):
    """The rules of the ballot, and whether it opens at once."""

    begins = forms.ChoiceField(
        label=_("When does the ballot open?"),
        choices=[
            ("now", _("Now")),
            ("later", _("Later: first note which partners have an interest in it")),
        ],
        initial="now",
        widget=forms.RadioSelect,
    )


class DecidedForm(forms.Form):
    """A decision of a meeting, or advice, that stands in the register."""

    decision = forms.ModelChoiceField(
        Decision.objects.none(),
        label=_("Which decision or advice?"),
        empty_label=_("Choose from the register"),
        help_text=_("Decisions without a ballot. Enter it in the register first."),
        error_messages={"required": _("Choose the decision.")},
    )
    verdict = forms.ChoiceField(
        label=_("What did the programmaraad say of this change?"),
        choices=[("agreed", _("It agrees")), ("rejected", _("It does not agree"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one of the two.")},
    )

    def __init__(self, *args: Any, decisions: QuerySet[Decision], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["decision"].queryset = decisions  # type: ignore[attr-defined]


class DoneForm(forms.Form):
    """When the effect was there, and what was done."""

    done_on = day_field(_("Carried out on"))
    result = long_text(_("What was done?"), rows=3, required=False)

    def __init__(self, *args: Any, day: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("done_on", day)
        self.day = day

    def clean_done_on(self) -> date:
        """Nothing is recorded before it happens."""
        done_on: date = self.cleaned_data["done_on"]
        if done_on > self.day:
            raise forms.ValidationError(NOT_YET)
        return done_on


class FirstForm(DoneForm):
    """The same for what could not wait, with the reason."""

    reason = long_text(_("Why could this not wait for the programmaraad?"), rows=3)
    result = None  # type: ignore[assignment]
    field_order = ("reason", "done_on")


class ReasonForm(forms.Form):
    """Why it does not go on."""

    reason = long_text(
        _("Why does it not go on?"),
        rows=3,
        error_messages={"required": _("Say in a few words why it does not go on.")},
    )
