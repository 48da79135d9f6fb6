"""The registers of money on the staff desk."""

from django.contrib import admin

from schuldenlab.web.desk import DeskModelAdmin

from .models import Delivery, FundingPlan, Pledge


@admin.register(FundingPlan)
class FundingPlanAdmin(DeskModelAdmin):
    list_display = ["phase", "version", "recorded_at"]
    list_select_related = ["phase__project"]


@admin.register(Pledge)
class PledgeAdmin(DeskModelAdmin):
    list_display = ["organisation", "plan", "form", "amount", "status", "offered_at", "firm_at"]
    list_select_related = ["organisation", "plan"]
    list_filter = ["form", "status"]
    search_fields = ["organisation__name", "text"]


@admin.register(Delivery)
class DeliveryAdmin(DeskModelAdmin):
    list_display = ["pledge", "amount", "text", "arrived_on", "struck_because", "recorded_at"]
    list_select_related = ["pledge__organisation"]
    search_fields = ["pledge__organisation__name", "text"]
