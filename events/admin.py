"""The registers of meetings on the staff desk."""

from django.contrib import admin

from schuldenlab.web.desk import DeskModelAdmin

from .models import (
    Attendance,
    Circular,
    CircularRecipient,
    Meeting,
    MeetingDate,
    MeetingSeries,
)


@admin.register(MeetingSeries)
class MeetingSeriesAdmin(DeskModelAdmin):
    list_display = ["title", "framework", "duty", "audience", "per_year", "lead_days"]
    list_select_related = ["framework"]
    list_filter = ["duty"]


@admin.register(Meeting)
class MeetingAdmin(DeskModelAdmin):
    list_display = ["series", "year", "ordinal", "subject", "starts_at", "status", "held_on"]
    list_select_related = ["series"]
    list_filter = ["year", "status"]
    search_fields = ["subject", "place"]


@admin.register(MeetingDate)
class MeetingDateAdmin(DeskModelAdmin):
    list_display = ["meeting", "starts_at", "reason", "recorded_at", "withdrawn_at"]
    list_select_related = ["meeting"]


@admin.register(Attendance)
class AttendanceAdmin(DeskModelAdmin):
    list_display = ["meeting", "organisation", "people", "recorded_at"]
    list_select_related = ["meeting", "organisation"]
    search_fields = ["organisation__name"]


@admin.register(Circular)
class CircularAdmin(DeskModelAdmin):
    list_display = ["subject", "kind", "audience", "status", "sent_at", "recorded_at"]
    list_filter = ["status", "kind", "audience"]
    search_fields = ["subject"]


@admin.register(CircularRecipient)
class CircularRecipientAdmin(DeskModelAdmin):
    list_display = ["circular", "person", "organisation", "recorded_at"]
    list_select_related = ["circular", "person", "organisation"]
    search_fields = ["person__name", "organisation__name"]
