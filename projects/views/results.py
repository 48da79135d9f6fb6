"""The doors of results: what all projects bring for each goal, and the figures of one."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from projects import actions, forms
from projects.models import Indicator, IndicatorValue
from schuldenlab.web.doors import DetailDoor

from .acts import OfProject, OnProject, Today
from .crumbs import project_crumbs
from .going import figure_row
from .overview import across_crumbs
from .reports import OfProgress, progress_crumbs


class Results(DetailDoor):
    """The four goals of the framework, and what the projects measured for each."""

    permission = "projects.view_project"
    template_name = "projects/result_list.html"

    def facts(self) -> dict[str, Any]:
        """Indicators by goal and unit."""
        seen = Indicator.objects.standing().with_latest(self.at).visible_to(self.person)
        rows = [figure_row(each) for each in seen.select_related("project")]
        return {
            "goals": [
                {
                    "key": key,
                    "title": capfirst(label),
                    "units": units_of(each for each in rows if each["indicator"].goal == key),
                }
                for key, label in Indicator.Goal.choices
            ],
            "is_insider": self.person.standing.is_insider,
            "heading": _("What the projects bring"),
            "lead": _("The four goals of the framework, with what was measured for each."),
            "crumbs": across_crumbs(_("Results")),
        }


def units_of(rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Rows of one goal by their unit; of two or more with the same unit the sum, and of what."""
    found: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        found.setdefault(row["indicator"].unit.casefold(), []).append(row)
    return [
        {
            "unit": same[0]["indicator"].unit,
            "rows": same,
            "measured": sum(each["latest"] is not None for each in same),
            "total": sum((each["latest"].value for each in same if each["latest"]), Decimal(0)),
            "target": sum((each["indicator"].target for each in same), Decimal(0)),
        }
        for same in found.values()
    ]


class IndicatorDetail(DetailDoor):
    """One indicator: its target and everything that was measured, also what was corrected."""

    queryset = Indicator.objects.select_related("project")
    permission = "projects.view_indicator"
    template_name = "projects/indicator_detail.html"

    def facts(self) -> dict[str, Any]:
        """Values with the newest day first."""
        indicator, project = self.object, self.object.project
        values = indicator.values.select_related("correction").order_by("-measured_on", "-pk")
        keeps = self.person.has_perm("projects.add_value", indicator)
        return {
            "indicator": indicator,
            "project": project,
            "values": values,
            "keeps": keeps and not indicator.is_dropped,
            "heading": capfirst(indicator.name),
            "lead": capfirst(indicator.get_goal_display()),
            "crumbs": progress_crumbs(project, self.person, indicator.name),
        }


class AddIndicator(OfProgress, OnProject):
    """What the project wants to change, in figures."""

    permission = "projects.add_indicator"
    form_class: Any = forms.IndicatorForm
    heading = gettext_lazy("Add an indicator")
    lead = gettext_lazy("A few are enough: what changes for people, and what it saves.")
    submit = gettext_lazy("Keep the indicator")

    def act(self, form: Any) -> Indicator:
        """Keep it."""
        return actions.add_indicator(self.object, **form.cleaned_data, **self.acting)


class OnIndicator(OfProject):
    """An act on an indicator; afterwards its figures are read."""

    queryset: Any = Indicator.objects.select_related("project")

    @property
    def indicator(self) -> Indicator:
        """The object itself."""
        found: Indicator = self.object
        return found

    def obstacle(self) -> str:
        """Not of what is measured no longer."""
        return _("This indicator is measured no longer.") if self.indicator.is_dropped else ""

    def facts(self) -> dict[str, Any]:
        """Of which indicator."""
        crumbs = project_crumbs(self.project, self.person, self.heading)
        target = {"name": self.indicator.name, "unit": self.indicator.unit}
        lead = _("%(name)s, in %(unit)s") % target
        return {**super().facts(), "crumbs": crumbs, "lead": capfirst(lead)}

    def get_success_url(self) -> str:
        """Everything that was measured."""
        return self.indicator.get_absolute_url()


class AddValue(Today, OnIndicator):
    """A figure was measured."""

    permission = "projects.add_value"
    form_class: Any = forms.ValueForm
    heading = gettext_lazy("What was measured?")
    submit = gettext_lazy("Keep the figure")

    def act(self, form: Any) -> IndicatorValue:
        """Keep it."""
        return actions.add_value(self.object, **form.facts(), **self.acting)


class CorrectValue(Today, OnIndicator):
    """A figure was not right."""

    queryset: Any = IndicatorValue.objects.select_related("indicator__project")
    permission = "projects.correct_value"
    form_class: Any = forms.ValueForm
    heading = gettext_lazy("Correct a figure")
    submit = gettext_lazy("Correct it")

    @property
    def indicator(self) -> Indicator:
        """Of which it is a value."""
        found: Indicator = self.object.indicator
        return found

    def get_initial(self) -> dict[str, Any]:
        """As it stands."""
        wrong = self.object
        return {"value": wrong.value, "on": wrong.measured_on, "source": wrong.source}

    def act(self, form: Any) -> IndicatorValue:
        """A new row."""
        return actions.correct_value(self.object, **form.facts(), **self.acting)


class DropIndicator(OnIndicator):
    """It is measured no longer."""

    permission = "projects.drop_indicator"
    form_class: Any = forms.DropIndicatorForm
    heading = gettext_lazy("Stop measuring this?")
    submit = gettext_lazy("Stop measuring")

    def act(self, form: Any) -> Indicator:
        """Drop it."""
        return actions.drop_indicator(self.object, **form.cleaned_data, **self.acting)
