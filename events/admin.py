"""The registers of meetings on the staff desk."""

from datetime import datetime

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from schuldenlab.web.desk import DeskModelAdmin

from .models import (
    ActionItem,
    Attendance,
    BlockedPeriod,
    CalendarFeed,
    Circular,
    CircularRecipient,
    DatePoll,
    FormerTerms,
    GuestLink,
    Invitee,
    Meeting,
    MeetingDate,
    MeetingDocument,
    MeetingSeries,
    Minutes,
    PollAnswer,
    PollInvitee,
    ProgrammePart,
    Reply,
    StandingGuest,
)
from .search import meetings


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
    find = staticmethod(meetings)


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


@admin.register(Minutes)
class MinutesAdmin(DeskModelAdmin):
    list_display = ["meeting", "status", "sent_at", "approved_at", "approved_in"]
    list_select_related = ["meeting", "approved_in"]
    list_filter = ["status"]


@admin.register(ActionItem)
class ActionItemAdmin(DeskModelAdmin):
    is_named = True
    list_display = ["text", "meeting", "owner", "organisation", "due_on", "status"]
    list_select_related = ["meeting", "owner", "organisation"]
    list_filter = ["status"]
    search_fields = ["text"]


@admin.register(DatePoll)
class DatePollAdmin(DeskModelAdmin):
    list_display = ["meeting", "closes_on", "status", "recorded_at"]
    list_select_related = ["meeting"]
    list_filter = ["status"]


@admin.register(PollInvitee)
class PollInviteeAdmin(DeskModelAdmin):
    list_display = ["poll", "person", "organisation", "answered_at", "reminded_at"]
    list_select_related = ["poll", "person", "organisation"]


@admin.register(PollAnswer)
class PollAnswerAdmin(DeskModelAdmin):
    list_display = ["moment", "invitee", "answer", "recorded_at"]
    list_select_related = ["option"]
    instead = {"option": "moment"}

    @admin.display(description=_("moment"), ordering="option__starts_at")
    def moment(self, answer: PollAnswer) -> datetime:
        """Which of the moments."""
        return answer.option.starts_at


@admin.register(GuestLink)
class GuestLinkAdmin(DeskModelAdmin):
    list_display = [
        *("recorded_at", "invitee", "poll_invitee", "action_item", "expires_at", "revoked_at"),
    ]
    list_select_related = ["action_item"]


@admin.register(BlockedPeriod)
class BlockedPeriodAdmin(DeskModelAdmin):
    list_display = ["title", "first_on", "last_on", "recorded_at", "withdrawn_at"]
    search_fields = ["title"]


@admin.register(StandingGuest)
class StandingGuestAdmin(DeskModelAdmin):
    list_display = ["series", "person", "reason", "recorded_at", "ended_at"]
    list_select_related = ["series", "person"]


@admin.register(FormerTerms)
class FormerTermsAdmin(DeskModelAdmin):
    list_display = ["series", "per_year", "lead_days", "poll_days", "until_at"]
    list_select_related = ["series"]


@admin.register(CalendarFeed)
class CalendarFeedAdmin(DeskModelAdmin):
    list_display = ["person", "recorded_at", "revoked_at"]
    list_select_related = ["person"]
    search_fields = ["person__name"]


@admin.register(Invitee)
class InviteeAdmin(DeskModelAdmin):
    list_display = ["meeting", "person", "organisation", "reason", "recorded_at", "withdrawn_at"]
    list_select_related = ["meeting", "person", "organisation"]
    search_fields = ["person__name", "organisation__name"]


@admin.register(Reply)
class ReplyAdmin(DeskModelAdmin):
    list_display = ["invitee", "ordinal", "answer", "people", "recorded_at"]
    list_select_related = ["invitee"]
    list_filter = ["answer"]


@admin.register(ProgrammePart)
class ProgrammePartAdmin(DeskModelAdmin):
    list_display = ["meeting", "begins", "title", "by", "taken_out_at"]
    list_select_related = ["meeting"]
    search_fields = ["title"]


@admin.register(MeetingDocument)
class MeetingDocumentAdmin(DeskModelAdmin):
    list_display = ["meeting", "title", "audience", "recorded_at", "taken_out_at"]
    list_select_related = ["meeting"]
    search_fields = ["title"]
