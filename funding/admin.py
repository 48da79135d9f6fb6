"""The registers of money on the staff desk."""

from django.contrib import admin
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from projects.admin import phase_name
from schuldenlab.web.desk import NamedModelAdmin

from .models import Delivery, FundingPlan, Instalment, Pledge


def _pledge_name(pledge: Pledge) -> str:
    """Who gives in which form, and to what; no amount."""
    return f"{pledge.organisation.name} – {pledge.get_form_display()} – {_goal_name(pledge)}"


def _goal_name(pledge: Pledge) -> str:
    """The phase, or the category of the budget."""
    if pledge.plan is None:
        return str(pledge.get_category_display())
    return _plan_name(pledge.plan)


def _plan_name(plan: FundingPlan) -> str:
    return phase_name(plan.phase)


@admin.register(FundingPlan)
class FundingPlanAdmin(NamedModelAdmin):
    list_display = ["phase_named", "version", "recorded_at"]
    list_select_related = ["phase__project"]
    instead = {"phase": "phase_named"}

    def name_of(self, row: FundingPlan) -> str:
        """The phase that asks for it."""
        return _plan_name(row)

    @admin.display(description=_("phase"), ordering="phase__project__title")
    def phase_named(self, plan: FundingPlan) -> str:
        """The phase that asks for it."""
        return _plan_name(plan)


@admin.register(Pledge)
class PledgeAdmin(NamedModelAdmin):
    list_display = ["organisation", "goal_named", "form", "amount", "status", "offered_at"]
    list_select_related = ["organisation", "plan__phase__project"]
    list_filter = ["category", "form", "status"]
    search_fields = ["organisation__name", "text", "plan__phase__project__title"]
    instead = {"plan": "goal_named"}

    def name_of(self, row: Pledge) -> str:
        """Who gives, and to what."""
        return _pledge_name(row)

    @admin.display(description=_("goes to"), ordering="plan__phase__project__title")
    def goal_named(self, pledge: Pledge) -> str:
        """To what it is given."""
        return _goal_name(pledge)


@admin.register(Delivery)
class DeliveryAdmin(NamedModelAdmin):
    list_display = [
        "pledge_named",
        "amount",
        "text",
        "year",
        "arrived_on",
        "struck_because",
        "recorded_at",
    ]
    list_select_related = ["pledge__organisation", "pledge__plan__phase__project"]
    search_fields = ["pledge__organisation__name", "text"]
    instead = {"pledge": "pledge_named"}

    def name_of(self, row: Delivery) -> str:
        """Of which pledge, and when."""
        return f"{_pledge_name(row.pledge)}, {date_format(row.arrived_on)}"

    @admin.display(description=_("pledge"), ordering="pledge__organisation__name")
    def pledge_named(self, delivery: Delivery) -> str:
        """Of which pledge."""
        return _pledge_name(delivery.pledge)


@admin.register(Instalment)
class InstalmentAdmin(NamedModelAdmin):
    list_display = ["pledge_named", "ordinal", "year", "due_on", "amount"]
    list_select_related = [
        "schedule__pledge__organisation",
        "schedule__pledge__plan__phase__project",
    ]
    list_filter = ["year"]
    search_fields = ["schedule__pledge__organisation__name"]
    instead = {"schedule": "pledge_named"}

    def name_of(self, row: Instalment) -> str:
        """Of which pledge, and for which year."""
        return f"{_pledge_name(row.schedule.pledge)}, {row.year}"

    @admin.display(description=_("pledge"), ordering="schedule__pledge__organisation__name")
    def pledge_named(self, row: Instalment) -> str:
        """Of which pledge."""
        return _pledge_name(row.schedule.pledge)

    @admin.display(description=_("schedule"), ordering="schedule__ordinal")
    def ordinal(self, row: Instalment) -> int:
        """Of several schedules the highest holds."""
        return int(row.schedule.ordinal)
