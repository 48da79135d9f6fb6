"""What the kernteam chooses for each project of a file, before it is taken over."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from partners.forms.fields import day_field
from partners.models import Theme
from projects.actions import How, TakenOver


class ImportedForm(forms.Form):
    """Theme of one project, and how it stands; what its words say is filled in already."""

    theme = forms.ChoiceField(label=_("Theme"), error_messages={"required": _("Choose the theme.")})
    how = forms.ChoiceField(
        label=_("How does it stand?"),
        choices=How.choices,
        error_messages={"required": _("Choose how it stands.")},
    )
    to = forms.CharField(label=_("Handed over to"), max_length=200, required=False)
    over_on = day_field(_("Handed over or ended on"), required=False)

    def __init__(
        self, *args: Any, project: TakenOver, themes: Collection[Theme], today: date, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.project, self.today = project, today
        self.themes = {str(each.pk): each for each in themes}
        names = [(key, each.name) for key, each in self.themes.items()]
        self.fields["theme"].choices = [("", _("Choose the theme")), *names]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """What does not run any more says since when, and to whom it went."""
        data: dict[str, Any] = super().clean() or {}
        how, day = data.get("how"), data.get("over_on")
        if how == How.RUNS:
            return {**data, "to": "", "over_on": None}
        if how and "over_on" not in self.errors:
            self._check_day(day)
        if how == How.HANDED_OVER and not data.get("to"):
            self.add_error("to", _("Say to whom the project is handed over."))
        return data

    def _check_day(self, day: date | None) -> None:
        if day is None:
            self.add_error("over_on", _("Fill in on which day it was handed over or ended."))
        elif day < self.project.started_on:
            self.add_error("over_on", _("The last day lies before the first day."))
        elif day > self.today:
            self.add_error("over_on", _("This day has not come yet. Fill in a day in the past."))

    @property
    def row(self) -> TakenOver:
        """The project with what was chosen."""
        data = self.cleaned_data
        to = "" if data["how"] == How.ENDED else data["to"]
        theme = self.themes[data["theme"]]
        return replace(self.project, theme=theme, how=data["how"], to=to, over_on=data["over_on"])


def theme_in(project: TakenOver, themes: Collection[Theme]) -> Theme | None:
    """The theme that the words of a project name, if they name one."""
    said = (project.title, project.target_group, project.current_state, project.figures)
    words = " ".join(said).casefold()
    return next((each for each in themes if each.name.casefold() in words), None)
