"""The registers of meetings on the staff desk."""

from django.contrib import admin

from schuldenlab.web.desk import DeskModelAdmin

from .models import ActionItem, Attendance, Meeting, MeetingDate, MeetingSeries, Minutes


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


@admin.register(Minutes)
class MinutesAdmin(DeskModelAdmin):
    list_display = ["meeting", "status", "sent_at", "approved_at", "approved_in"]
    list_select_related = ["meeting", "approved_in"]
    list_filter = ["status"]


@admin.register(ActionItem)
class ActionItemAdmin(DeskModelAdmin):
    list_display = ["text", "meeting", "owner", "organisation", "due_on", "status"]
    list_select_related = ["meeting", "owner", "organisation"]
    list_filter = ["status"]
    search_fields = ["text"]
