"""What the kernteam fills in to take over what ran before the lab was kept here."""

import base64
import binascii
from datetime import date
from typing import Any

from django import forms
from django.core import signing
from django.utils.translation import gettext_lazy as _

from partners.actions.imports.sheets import Unreadable
from partners.forms.fields import day_field
from partners.models import Theme
from programme.forms.year import capitalised
from projects.actions import TakenOver
from projects.models import Phase, Project
from projects.resources.files import Line, read_lines

from .days import NO_DEBTORS
from .imported import ImportedForm, theme_in

MAX_BYTES = 500_000
SALT = "projects in a file"
NO_LIVE_DAY = _("First set the day from which this lab is kept here.")


class TakeOverForm(forms.ModelForm):
    """One project that runs, with what is known about it."""

    kind = forms.ChoiceField(
        label=_("In which phase is it?"),
        choices=capitalised(Phase.Kind),
        widget=forms.RadioSelect,
        initial=Phase.Kind.PROJECT,
        error_messages={"required": _("Choose which phase.")},
    )
    started_on = day_field(_("Since when does this phase run?"))

    class Meta:
        model = Project
        fields = (
            *("theme", "title", "summary", "target_group", "debt_phase", "outcome"),
            *("current_state", "figures", "sources"),
        )
        help_texts = {"summary": NO_DEBTORS, "current_state": NO_DEBTORS}
        widgets = {
            name: forms.Textarea(attrs={"rows": 3})
            for name in ("summary", "current_state", "figures", "sources")
        }

    field_order = ("theme", "title", "summary", "kind", "started_on")

    def __init__(self, *args: Any, live_on: date | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.live_on = live_on

    def clean_title(self) -> str:
        """A running project is taken over once."""
        title = " ".join(self.cleaned_data["title"].split())
        if Project.objects.filter(title__iexact=title).exists():
            raise forms.ValidationError(_("There is a project with this title already."))
        return title

    def clean_started_on(self) -> date:
        """Before the first day of this lab: what begins later passes the gate."""
        day: date = self.cleaned_data["started_on"]
        if self.live_on is None:
            raise forms.ValidationError(NO_LIVE_DAY)
        if day >= self.live_on:
            raise forms.ValidationError(
                _(
                    "Only what began before %(day)s is taken over. What begins later passes "
                    "the gate."
                ),
                params={"day": self.live_on.strftime("%d-%m-%Y")},
            )
        return day


class ProjectsFileForm(forms.Form):
    """A file with projects. Once read it goes along in the page, sealed, until it is confirmed."""

    theme = forms.ModelChoiceField(
        Theme.objects.all(),
        label=_("To which theme do most of them belong?"),
        empty_label=_("Choose the theme"),
        required=False,
        help_text=_("In the next step you choose it for each project."),
    )
    file = forms.FileField(
        label=_("File"),
        required=False,
        help_text=_("CSV, XLSX or ODS, at most 400 lines. No data about people with debts."),
        widget=forms.FileInput(attrs={"accept": ".csv,.txt,.xlsx,.ods,text/csv"}),
        error_messages={
            "required": _("Choose a file first."),
            "empty": _("This file is empty. Choose another one."),
        },
    )
    kept = forms.CharField(required=False, widget=forms.HiddenInput)
    lines: list[Line]
    sealed = ""

    def __init__(self, *args: Any, day: date, live_on: date | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.day, self.live_on, self.lines = day, live_on, []
        self.chosen: list[tuple[Line, ImportedForm]] = []
        self.fields["file"].required = not self.data.get("kept")

    def clean(self) -> dict[str, Any]:
        """The file of now, or that of a moment ago; readable as a whole."""
        data: dict[str, Any] = super().clean() or {}
        content = self._content(data)
        if content is None:
            return data
        there = Project.objects.values_list("title", flat=True)
        try:
            self.lines = read_lines(
                content, live_on=self.live_on, there=list(there), today=self.day
            )
        except Unreadable as error:
            self.add_error("file", str(error))
            return data
        self.sealed = signing.dumps(base64.b64encode(content).decode(), salt=SALT, compress=True)
        self._choose(data)
        return data

    @property
    def rows(self) -> list[TakenOver]:
        """The projects that are taken over, each with what was chosen for it."""
        return [form.row for _line, form in self.chosen]

    def _choose(self, data: dict[str, Any]) -> None:
        """Of each new project its theme and how it stands: first proposed, then as was chosen."""
        themes = list(Theme.objects.all())
        given = None if data.get("file") else self.data
        for line in self.lines:
            if line.project is None or line.is_there:
                continue
            project = line.project
            proposed = theme_in(project, themes) or data.get("theme")
            known: dict[str, Any] = {"project": project, "themes": themes, "today": self.day}
            stands = {"how": project.how, "to": project.to, "over_on": project.over_on}
            initial = {"theme": str(proposed.pk) if proposed else "", **stands}
            form = ImportedForm(given, prefix=f"line-{line.line}", initial=initial, **known)
            self.chosen.append((line, form))
            if given is not None and not form.is_valid():
                said = " ".join(str(each) for errors in form.errors.values() for each in errors)
                self.add_error(
                    None,
                    _("Line %(line)s, %(name)s: %(said)s")
                    % {"line": line.line, "name": line.name, "said": said},
                )

    def _content(self, data: dict[str, Any]) -> bytes | None:
        upload = data.get("file")
        if upload is not None and upload.size > MAX_BYTES:
            self.add_error("file", _("This file is too large: at most 500 kB."))
            return None
        if upload is not None:
            return bytes(upload.read())
        if "file" in self.errors:
            return None
        try:
            return base64.b64decode(signing.loads(data.get("kept", ""), salt=SALT))
        except (signing.BadSignature, binascii.Error):
            self.add_error("file", _("Choose a file first."))
            return None
