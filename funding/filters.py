"""Narrowing the ledger and what is due by what stands in the address."""

from datetime import date, datetime
from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from funding.dues import dues_at, waiting_at
from funding.ledger import FIRM, OFFERED, WAITS, WITHDRAWN, pledges_as_known
from funding.models import Instalment, Pledge
from partners.forms.fields import day_field
from partners.models import Organisation
from partners.querysets import end_of_day, local_day
from programme.models import BudgetCategory

ALL: tuple[str, Any] = ("", _("All"))
STATES = (
    (OFFERED, _("offered")),
    (FIRM, _("certain")),
    (WAITS, _("waits for a condition")),
    (WITHDRAWN, _("withdrawn or replaced")),
)
GOALS = (("phase", _("a phase of a project")), ("budget", _("the budget")))


class LedgerFilter(forms.Form):
    """By year, category, form, status, organisation and goal; and as it was known on a day."""

    year = forms.TypedChoiceField(label=_("Year"), coerce=int, empty_value=None, required=False)
    category = forms.ChoiceField(
        label=_("Category"), choices=[ALL, *BudgetCategory.choices], required=False
    )
    form = forms.ChoiceField(label=_("What"), choices=[ALL, *Pledge.Form.choices], required=False)
    state = forms.ChoiceField(label=_("Status"), choices=[ALL, *STATES], required=False)
    organisation = forms.ModelChoiceField(
        Organisation.objects.none(), label=_("Organisation"), empty_label=_("All"), required=False
    )
    goal = forms.ChoiceField(label=_("For"), choices=[ALL, *GOALS], required=False)
    day = day_field(_("As it was on"), required=False)

    def __init__(self, *args: Any, pledges: Any, at: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.at, self.pledges = at, pledges
        years = Instalment.objects.filter(schedule__pledge__in=pledges.values("pk")).order_by(
            "-year"
        )
        found = years.values_list("year", flat=True).distinct()
        self.fields["year"].choices = [ALL, *((year, str(year)) for year in found)]  # type: ignore[attr-defined]
        givers = Organisation.objects.filter(pk__in=pledges.values("organisation"))
        self.fields["organisation"].queryset = givers.order_by("name")  # type: ignore[attr-defined]

    @property
    def is_used(self) -> bool:
        """Whether anything was chosen."""
        return any(self.data.get(name) for name in self.fields)

    def clean_day(self) -> date | None:
        """A day that has come."""
        day: date | None = self.cleaned_data["day"]
        if day is not None and day > local_day(self.at):
            raise forms.ValidationError(_("This day has not come yet. Fill in a day in the past."))
        return day

    @property
    def moment(self) -> datetime:
        """The end of the day that was asked for; else now."""
        day = self.cleaned_data.get("day") if self.is_valid() else None
        return self.at if day is None or day == local_day(self.at) else end_of_day(day)

    def found(self) -> Any:
        """The pledges that were asked for, as they were known; of a wrong question there are none.

        What another one replaced is found with its status; else the other one stands for it.
        """
        asked = self.cleaned_data if self.is_valid() else {}
        rows = pledges_as_known(self.pledges, self.moment, asked.get("year"))
        if not self.is_valid():
            return rows.none()
        for name in ("category", "form", "organisation", "state"):
            if asked[name]:
                rows = rows.filter(**{name: asked[name]})
        if asked["goal"]:
            rows = rows.filter(plan__isnull=asked["goal"] == "budget")
        if asked["state"] != WITHDRAWN:
            rows = rows.exclude(replaced_by__offered_at__lte=self.moment)
        return rows


class DueFilter(forms.Form):
    """Until a day, and of one organisation."""

    until = day_field(_("Due until and including"), required=False)
    organisation = forms.ModelChoiceField(
        Organisation.objects.none(), label=_("Organisation"), empty_label=_("All"), required=False
    )

    def __init__(self, *args: Any, pledges: Any, at: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.dues, self.waits = dues_at(pledges, at), waiting_at(pledges, at)
        owing = "schedule__pledge__organisation"
        givers = Organisation.objects.filter(
            Q(pk__in=self.dues.values(owing)) | Q(pk__in=self.waits.values(owing))
        )
        self.fields["organisation"].queryset = givers.order_by("name")  # type: ignore[attr-defined]

    @property
    def is_used(self) -> bool:
        """Whether anything was chosen."""
        return any(self.data.get(name) for name in self.fields)

    def found(self) -> Any:
        """The parts that were asked for; of a wrong question there are none."""
        return self._asked_of(self.dues)

    def waiting(self) -> Any:
        """The same, of what waits until a phase starts."""
        return self._asked_of(self.waits)

    def _asked_of(self, rows: Any) -> Any:
        if not self.is_valid():
            return rows.none()
        asked = self.cleaned_data
        if asked["until"]:
            rows = rows.filter(last_on__lte=asked["until"])
        if asked["organisation"]:
            rows = rows.filter(schedule__pledge__organisation=asked["organisation"])
        return rows
