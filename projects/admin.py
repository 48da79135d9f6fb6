"""The registers of projects on the staff desk."""

from django.contrib import admin

from schuldenlab.web.desk import DeskModelAdmin

from .models import BusinessCase, DiscountRate, Phase, Project


@admin.register(Project)
class ProjectAdmin(DeskModelAdmin):
    list_display = ["code", "title", "theme", "status", "is_taken_over", "recorded_at"]
    list_select_related = ["theme"]
    list_filter = ["status", "is_taken_over"]
    search_fields = ["title", "summary"]


@admin.register(Phase)
class PhaseAdmin(DeskModelAdmin):
    list_display = ["project", "ordinal", "kind", "status", "started_on", "ended_on"]
    list_select_related = ["project"]
    list_filter = ["kind", "status"]


@admin.register(DiscountRate)
class DiscountRateAdmin(DeskModelAdmin):
    list_display = ["percent", "valid_from", "source", "recorded_at"]


@admin.register(BusinessCase)
class BusinessCaseAdmin(DeskModelAdmin):
    list_display = ["project", "version", "status", "submitted_at", "approved_at"]
    list_select_related = ["project"]
    list_filter = ["status"]
