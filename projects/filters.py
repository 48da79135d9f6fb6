"""Narrowing projects, and the themes beside them, by what stands in the address."""

from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from partners.models import Organisation, Theme
from programme.models import InnovationTheme
from projects.models import Leadership, Phase, Project
from projects.querysets import on_day

EXPLORATION = "exploration"
ALL: tuple[str, Any] = ("", _("All"))
# The themes that stand beside projects of a status.
THEMES = {
    "": ("selected", "exploring", "working_out", "delivered", "stopped"),
    Project.Status.ACTIVE: ("selected", "exploring", "working_out"),
    Project.Status.STOPPED: ("stopped",),
}


class ProjectFilter(forms.Form):
    """By phase, lasting theme, status, who leads it, the year of its code, and one's own."""

    phase = forms.ChoiceField(
        label=_("Phase"),
        choices=[ALL, (EXPLORATION, _("exploration")), *Phase.Kind.choices],
        required=False,
    )
    theme = forms.ModelChoiceField(
        Theme.objects.order_by("name"), label=_("Theme"), empty_label=_("All"), required=False
    )
    status = forms.ChoiceField(
        label=_("Status"), choices=[ALL, *Project.Status.choices], required=False
    )
    organisation = forms.ModelChoiceField(
        Organisation.objects.none(), label=_("Led by"), empty_label=_("All"), required=False
    )
    year = forms.TypedChoiceField(label=_("Year"), coerce=int, empty_value=None, required=False)
    mine = forms.BooleanField(
        label=_("Only projects in which you or your organisation takes part"), required=False
    )

    def __init__(self, *args: Any, person: Any, day: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person, self.day = person, day
        projects = Project.objects.visible_to(person)
        themes = InnovationTheme.objects.visible_to(person).filter(status__in=THEMES[""])
        years = {*projects.values_list("year", flat=True)}
        years |= {*themes.filter(project__isnull=True).values_list("call__year", flat=True)}
        choices = [ALL, *((year, str(year)) for year in sorted(years, reverse=True))]
        self.fields["year"].choices = choices  # type: ignore[attr-defined]
        leaders = Leadership.objects.filter(project__in=projects.values("pk"))
        self.fields["organisation"].queryset = Organisation.objects.filter(  # type: ignore[attr-defined]
            pk__in=leaders.values("organisation")
        ).order_by("name")

    @property
    def is_used(self) -> bool:
        """Whether anything was chosen."""
        return any(self.data.get(name) for name in self.fields)

    def narrow(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """The projects that were asked for; of a choice that does not exist there are none."""
        if not self.is_valid():
            return rows.none()
        asked = self.cleaned_data
        if asked["phase"]:
            rows = rows.filter(stage=asked["phase"])
        for name in ("theme", "status", "year"):
            if asked[name]:
                rows = rows.filter(**{name: asked[name]})
        if asked["organisation"]:
            leads = Leadership.objects.filter(organisation=asked["organisation"], role="leader")
            rows = rows.filter(pk__in=on_day(leads, self.day).values("project"))
        return rows.of(self.person, self.day) if asked["mine"] else rows  # type: ignore[attr-defined]

    def narrow_themes(self, rows: QuerySet[InnovationTheme]) -> QuerySet[InnovationTheme]:
        """The themes without a project that were asked for."""
        if not self.is_valid():
            return rows.none()
        asked, works_for = self.cleaned_data, self.person.standing.organisation_ids
        rows = rows.filter(project__isnull=True, status__in=THEMES.get(asked["status"], ()))
        if asked["phase"]:
            kind = "" if asked["phase"] == EXPLORATION else asked["phase"]
            rows = rows.filter(result_kind=kind)
        if asked["theme"]:
            rows = rows.filter(theme=asked["theme"])
        if asked["year"]:
            rows = rows.filter(call__year=asked["year"])
        if asked["organisation"]:
            rows = rows.filter(facilitators__organisation=asked["organisation"])
        if asked["mine"]:
            rows = rows.filter(facilitators__organisation__in=works_for)
        return rows.distinct()
