"""What the kernteam fills in about the contribution of the municipality."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from funding.yearly import CONTRIBUTES_TO
from partners.forms.fields import EuroField, day_field
from partners.models import Framework

from .pledges import PaperForm

LABELS = {
    "infrastructure": _("%(year)s: for the kernteam, in euro"),
    "innovation": _("%(year)s: for exploring themes, in euro"),
}


class ContributionForm(PaperForm):
    """An amount for each year and category, empty where nothing comes, and the signed decision."""

    def __init__(self, *args: Any, framework: Framework, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        first, last = framework.contribution_from, framework.contribution_until
        self.years = [] if first is None or last is None else list(range(first, last + 1))
        for year in self.years:
            for category in CONTRIBUTES_TO:
                label = LABELS[category] % {"year": year}
                self.fields[f"{category}_{year}"] = EuroField(label=label, required=False)
            label = _("%(year)s: paid on") % {"year": year}
            help_text = _("Only if a day was agreed. For example 31-01-2026.")
            self.fields[f"due_{year}"] = day_field(label, required=False, help_text=help_text)
        self.fields["paper"].label = _("Scan of the signed decision (beschikking)")
        self.order_fields([name for name in self.fields if name != "paper"])

    def clean(self) -> dict[str, Any]:
        """As the action asks it: by category and year, without what is empty."""
        data = super().clean() or {}
        for name, value in list(data.items()):  # an error takes its field out of them
            if name.startswith(tuple(CONTRIBUTES_TO)) and value is not None and value < 0:
                self.add_error(name, _("Fill in more than zero, or leave this empty."))
        amounts = {
            category: {
                year: data[name] for year in self.years if data.get(name := f"{category}_{year}")
            }
            for category in CONTRIBUTES_TO
        }
        if not any(amounts.values()) and not self.errors:
            self.add_error(None, _("Fill in the amount of at least one year."))
        due = {year: data[f"due_{year}"] for year in self.years if data.get(f"due_{year}")}
        for year, day in due.items():
            if day.year != year:
                self.add_error(f"due_{year}", _("Choose a day in %(year)s.") % {"year": year})
        return {"amounts": amounts, "due": due, "paper": data.get("paper")}
