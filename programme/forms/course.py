"""What people fill in about changes of course."""

from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _

from partners.forms.fields import EuroField, day_field
from partners.forms.upkeep import NOT_YET
from partners.models import Organisation, Theme
from programme.models import CourseChange, Decision, Programmaraad

from .year import BallotForm, capitalised, long_text

Kind, About = CourseChange.Kind, CourseChange.About
NEEDED = _("Fill this in, because of what you chose above.")


class ChangeForm(forms.Form):
    """A change in words, and the facts by which the system judges it."""

    title = forms.CharField(label=_("Title"), max_length=120)
    about = forms.ChoiceField(
        label=_("What is changed?"), choices=capitalised(About), widget=forms.RadioSelect
    )
    subject = forms.CharField(
        label=_("Name of the theme or project"), max_length=120, required=False
    )
    theme = forms.ModelChoiceField(
        Theme.objects.all(),
        label=_("Belongs to the theme"),
        required=False,
        empty_label=_("None of these"),
    )
    kind = forms.ChoiceField(
        label=_("What happens?"), choices=Kind.choices, widget=forms.RadioSelect
    )
    category = forms.ChoiceField(
        label=_("Which category of money?"),
        choices=[("", _("Not about money")), *capitalised(CourseChange.Category)],
        required=False,
    )
    budget_before = EuroField(label=_("Amount until now"), required=False, min_value=0)
    budget_after = EuroField(label=_("Amount after it"), required=False, min_value=0)
    organisation = forms.ModelChoiceField(
        Organisation.objects.none(),
        label=_("Which partner leaves, or withdraws its pledge?"),
        required=False,
        empty_label=_("None"),
    )
    happened_on = day_field(_("On which day did it happen?"), required=False)
    what = long_text(_("What changes?"), rows=4)
    why = long_text(_("Why?"), rows=3)
    effect = long_text(_("What is the effect?"), rows=3)

    def __init__(self, *args: Any, day: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.day = day
        everybody = Organisation.objects.filter(partnerships__struck_at__isnull=True).distinct()
        self.fields["organisation"].queryset = everybody  # type: ignore[attr-defined]
        for name in ("budget_before", "budget_after"):
            self.fields[name].sign = "€"  # type: ignore[attr-defined]

    @property
    def groups(self) -> list[tuple[Any, list[BoundField]]]:
        """Fields that belong together, under their heading."""
        names = {
            _("In words"): ("title", "raad", "about", "subject", "theme", "what", "why", "effect"),
            _("What happens"): ("kind",),
            _("Only when money moves"): ("category", "budget_before", "budget_after"),
            _("Only when a partner leaves or withdraws a pledge"): ("organisation", "happened_on"),
        }
        return [
            (title, [self[name] for name in fields if name in self.fields])
            for title, fields in names.items()
        ]

    def clean(self) -> dict[str, Any]:
        """Each kind asks for its own facts, and leaves out those of another."""
        data = super().clean() or {}
        if data.get("about") in {About.THEME, About.PROJECT}:
            self._need(data, "subject")
        if data.get("kind") == Kind.BUDGET_MOVED:
            self._need(data, "category", "budget_before", "budget_after")
        else:
            data |= {"category": "", "budget_before": None, "budget_after": None}
        if data.get("kind") in CourseChange.FACTS:
            self._need(data, "organisation", "happened_on")
        else:
            data |= {"organisation": None, "happened_on": None}
        if data.get("happened_on") and data["happened_on"] > self.day:
            self.add_error("happened_on", NOT_YET)
        return data

    def _need(self, data: dict[str, Any], *names: str) -> None:
        for name in names:
            if data.get(name) in (None, "") and name not in self.errors:
                self.add_error(name, NEEDED)


class ProposeChangeForm(ChangeForm):
    """The same, with the raad that it is for when there is more than one."""

    raad = forms.ModelChoiceField(
        Programmaraad.objects.none(),
        label=_("For which programmaraad?"),
        empty_label=None,
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, raden: QuerySet[Programmaraad], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["raad"].queryset = raden  # type: ignore[attr-defined]
        if len(raden) == 1:
            self.fields["raad"].widget = forms.HiddenInput()
        self.initial.setdefault("raad", raden[0].pk if raden else None)


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
