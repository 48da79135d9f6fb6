"""What the kernteam fills in to keep the register right, and what a partner says about it."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from partners.models import Theme, Way

from .fields import day_field
from .keeping import InvolvementForm, capfirst_lazy
from .network import NO_DEBTORS

NOT_YET = _("This day has not come yet. Fill in a day in the past.")
HEARD = [(way, capfirst_lazy(label)) for way, label in Way.choices if way != Way.ONLINE]


class PastForm(forms.Form):
    """Days that have been: each field of `past` is today or earlier."""

    past: tuple[str, ...] = ()

    def __init__(self, *args: Any, day: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = day

    def clean(self) -> dict[str, Any]:
        """Nothing is recorded before it happens."""
        data = super().clean() or {}
        for name in self.past:
            if data.get(name) and data[name] > self.today:
                self.add_error(name, NOT_YET)
        return data


class GoLiveForm(forms.Form):
    """The first day of this lab here."""

    live_on = day_field(_("First day"))
    is_sure = forms.BooleanField(
        label=_("I know that this day cannot be changed"),
        error_messages={"required": _("Tick this box: the day cannot be changed later.")},
    )


class NoteForm(PastForm):
    """What was said, and when."""

    past = ("spoken_on",)
    spoken_on = day_field(_("Spoken on"))
    text = forms.CharField(
        label=_("Note"),
        max_length=4_000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=NO_DEBTORS,
        error_messages={"required": _("Write down what you want to remember.")},
    )

    def __init__(self, *args: Any, day: date, **kwargs: Any) -> None:
        super().__init__(*args, day=day, **kwargs)
        self.initial.setdefault("spoken_on", day)


def reason_field() -> forms.CharField:
    """Why something is corrected."""
    return forms.CharField(
        label=_("What was wrong?"),
        max_length=300,
        help_text=_("Stays beside the old facts. No data about people with debts."),
        error_messages={"required": _("Say in a few words what was wrong.")},
    )


class CorrectNoteForm(NoteForm):
    """The right note, and what was wrong with the old one."""

    reason = reason_field()


class DisputeForm(forms.Form):
    """What a partner thinks is not right."""

    text = forms.CharField(
        label=_("What is not right?"),
        max_length=4_000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Only the kernteam reads this. No data about people with debts."),
        error_messages={"required": _("Say in a sentence what is not right.")},
    )


class LeaveForm(forms.Form):
    """The last day of a partner."""

    last_on = day_field(_("Last day as a partner"))

    def __init__(self, *args: Any, joined_on: date, day: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.joined_on = joined_on
        self.initial.setdefault("last_on", max(day, joined_on))

    def clean_last_on(self) -> date:
        """Not before it began."""
        day: date = self.cleaned_data["last_on"]
        if day < self.joined_on:
            raise forms.ValidationError(
                _("It began on %(day)s. Fill in that day or a later one."),
                params={"day": self.joined_on.strftime("%d-%m-%Y")},
            )
        return day

    @property
    def left_on(self) -> date:
        """The first day without."""
        last: date = self.cleaned_data["last_on"]
        return last + timedelta(days=1)


class JoinForm(PastForm):
    """The first day of a partner."""

    past = ("joined_on",)
    joined_on = day_field(_("Partner from"))

    def __init__(self, *args: Any, day: date, **kwargs: Any) -> None:
        super().__init__(*args, day=day, **kwargs)
        self.initial.setdefault("joined_on", day)


class HeardForm(PastForm):
    """How an answer came in, and when."""

    past = ("heard_on",)
    way = forms.ChoiceField(
        label=_("How did it come in?"),
        choices=HEARD,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how you heard it.")},
    )
    heard_on = day_field(_("On which day?"))


class AmbassadorHeardForm(HeardForm):
    """A partner says that it becomes ambassador of a theme."""

    theme = forms.ModelChoiceField(
        Theme.objects.all(),
        label=_("Theme"),
        empty_label=_("Choose a theme"),
        error_messages={"required": _("Choose a theme.")},
    )
    field_order = ("theme", "way", "heard_on")


class InvolvementHeardForm(HeardForm, InvolvementForm):
    """In which forms a partner takes part this year, as the kernteam heard it."""

    field_order = ("forms", "other", "note", "way", "heard_on")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["forms"].label = _("How does this partner take part?")
