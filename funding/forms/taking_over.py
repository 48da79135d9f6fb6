"""What the kernteam fills in to take over a firm pledge."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from funding.models import FundingPlan
from partners.forms.fields import day_field
from partners.models import Organisation
from projects.forms.taking_over import NO_LIVE_DAY
from projects.models import Phase

from .offers import OfferFields
from .pledges import PaperForm


class PhaseChoice(forms.ModelChoiceField):
    """A phase by the name of its project."""

    def label_from_instance(self, obj: Phase) -> str:
        """Its project first."""
        return f"{obj.project.title}: {obj.get_kind_display()}"


class TakeOverPledgeForm(PaperForm, OfferFields):
    """Which organisation bound itself, to which phase, to how much, and by which paper."""

    phase = PhaseChoice(
        Phase.objects.filter(is_taken_over=True).select_related("project").order_by("project"),
        label=_("To which phase?"),
        empty_label=_("Choose the phase"),
        help_text=_("Only phases that were taken over."),
        error_messages={"required": _("Choose the phase.")},
    )
    organisation = forms.ModelChoiceField(
        Organisation.objects.order_by("name"),
        label=_("Which organisation?"),
        empty_label=_("Choose an organisation"),
        error_messages={"required": _("Choose an organisation.")},
    )
    firm_on = day_field(_("Signed on"))
    condition = None  # type: ignore[assignment]
    field_order = (
        *("phase", "organisation", "form", "amount", "text"),
        *("quantity", "rate", "rate_agreed_by", "firm_on", "paper"),
    )

    def __init__(self, *args: Any, live_on: date | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.live_on = live_on
        self.fields["form"].label = _("What was pledged?")

    def clean_phase(self) -> FundingPlan:
        """The plan of the phase: a pledge belongs to what was asked."""
        plan = FundingPlan.objects.filter(phase=self.cleaned_data["phase"]).first()
        if plan is None:
            raise forms.ValidationError(
                _("This phase has no funding plan yet. First make it on its dossier.")
            )
        return plan

    def clean_firm_on(self) -> date:
        """Before the first day of this lab: what comes later is an offer that is made firm."""
        day: date = self.cleaned_data["firm_on"]
        if self.live_on is None:
            raise forms.ValidationError(NO_LIVE_DAY)
        if day >= self.live_on:
            raise forms.ValidationError(
                _("Only what was pledged before %(day)s is taken over."),
                params={"day": self.live_on.strftime("%d-%m-%Y")},
            )
        return day
