"""What people fill in about changes of course."""

from datetime import date, timedelta
from typing import Any, ClassVar

from django import forms
from django.db.models import Q, QuerySet
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _

from partners.forms.fields import EuroField, day_field
from partners.forms.upkeep import NOT_YET
from partners.models import Organisation, Partnership, Theme
from programme.models import CourseChange, InnovationTheme, Programmaraad

from .year import capitalised, long_text

Kind, About = CourseChange.Kind, CourseChange.About
IN_WORDS = (
    *("title", "raad", "about", "innovation_theme", "subject", "theme"),
    *("what", "why", "effect"),
)
YEAR = timedelta(days=366)
NEEDED = _("Fill this in, because of what you chose above.")


def _partners_lately(day: date, chosen: Organisation | None) -> Any:
    """The partners of today, those that left in the year before it, and who was chosen already."""
    lately = Partnership.objects.filter(joined_on__lte=day, struck_at__isnull=True).filter(
        Q(left_on__isnull=True) | Q(left_on__gt=day - YEAR)
    )
    known = Q(pk__in=lately.values("organisation")) | Q(pk=getattr(chosen, "pk", chosen))
    return Organisation.objects.filter(known).order_by("name")


class ChangeForm(forms.Form):
    """A change in words, and the facts by which the system judges it."""

    in_words: ClassVar[tuple[str, ...]] = IN_WORDS
    title = forms.CharField(label=_("Title"), max_length=120)
    about = forms.ChoiceField(
        label=_("What is changed?"), choices=capitalised(About), widget=forms.RadioSelect
    )
    innovation_theme = forms.ModelChoiceField(
        InnovationTheme.objects.none(),
        label=_("Which innovation theme?"),
        required=False,
        empty_label=_("None of these"),
    )
    subject = forms.CharField(
        label=_("Name of the theme or project"),
        max_length=120,
        required=False,
        help_text=_("Not needed when you chose an innovation theme."),
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
        known = Q(pk=getattr(self.initial.get("innovation_theme"), "pk", None))
        themes = InnovationTheme.objects.stoppable() | InnovationTheme.objects.filter(known)
        if "innovation_theme" in self.fields:
            self.fields["innovation_theme"].queryset = themes.order_by("title")  # type: ignore[attr-defined]
        partners = _partners_lately(day, self.initial.get("organisation"))
        self.fields["organisation"].queryset = partners  # type: ignore[attr-defined]
        for name in ("budget_before", "budget_after"):
            self.fields[name].sign = "€"  # type: ignore[attr-defined]

    @property
    def groups(self) -> list[tuple[Any, list[BoundField]]]:
        """Fields that belong together, under their heading."""
        names = {
            _("In words"): self.in_words,
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
        if data.get("about") in {About.THEME, About.PROJECT} and not data.get("innovation_theme"):
            self._need(data, "subject")
        self._clean_theme(data)
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
        elif data.get("happened_on") and data.get("organisation"):
            self._clean_partner(data["organisation"], data["happened_on"])
        return data

    def _clean_partner(self, organisation: Organisation, happened_on: date) -> None:
        """A partner on that day, or until the day before when this is the day on which it left."""
        days = (happened_on, happened_on - timedelta(days=1))
        if not any(organisation.partnerships.on(day).exists() for day in days):
            self.add_error("happened_on", _("This organisation was no partner on that day."))

    def _clean_theme(self, data: dict[str, Any]) -> None:
        """Which theme is dropped, must be known: only then can it be stopped afterwards."""
        if "innovation_theme" not in self.fields:
            return
        is_about_theme = data.get("about") == About.THEME
        if data.get("innovation_theme") and not is_about_theme:
            self.add_error("about", _("You chose an innovation theme, so choose that here too."))
        themes: Any = self.fields["innovation_theme"]
        if data.get("kind") == Kind.THEME_DROPPED and is_about_theme and themes.queryset.exists():
            self._need(data, "innovation_theme")

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
