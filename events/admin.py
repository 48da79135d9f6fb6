"""The registers of meetings on the staff desk."""

from typing import Any, Final

from django.contrib import admin
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from schuldenlab.web.columns import know_names, moment_words, shown_fields
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

# In which role somebody is invited; whoever knows better than the audience wrote words instead.
ROLES: Final = {
    "representative": _("representative"),
    "substitute": _("substitute"),
    "director": _("director"),
    "contact": _("contact person"),
    "kernteam": _("kernteam"),
    "leader": _("project leader"),
    "facilitator": _("facilitator"),
    "chair": _("chair"),
    "stuurgroep": _("member of a stuurgroep"),
}


@admin.register(MeetingSeries)
class MeetingSeriesAdmin(DeskModelAdmin):
    list_display = ["title", "framework", "duty", "audience", "per_year", "lead_days"]
    fields = [*shown_fields(MeetingSeries), "parts_of_year"]
    list_select_related = ["framework"]
    list_filter = ["duty"]

    @admin.display(description=_("in which parts of the year"))
    def parts_of_year(self, series: MeetingSeries) -> str:
        """First and last day of each; without any the whole year."""
        days = ("-".join(reversed(day.split("-"))) for part in series.windows for day in part)
        return ", ".join(f"{first} – {next(days)}" for first in days) or "-"


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
    def moment(self, answer: PollAnswer) -> str:
        """Which of the moments."""
        return moment_words(answer.option.starts_at)


@admin.register(GuestLink)
class GuestLinkAdmin(DeskModelAdmin):
    list_display = [
        *("recorded_at", "invitee", "poll_invitee", "action_item", "expires_at", "revoked_at"),
    ]
    list_select_related = ["action_item"]

    def name_of(self, row: Any) -> str:
        """For what it is."""
        know_names([row])
        found = [name for name in row.known_names.values() if name]
        return found[0] if found else moment_words(row.recorded_at)


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
    list_display = ["meeting", "person", "organisation", "as_what", "recorded_at", "withdrawn_at"]
    instead = {"reason": "as_what"}
    list_select_related = ["meeting", "person", "organisation"]
    search_fields = ["person__name", "organisation__name"]

    @admin.display(description=_("invited as"), ordering="reason")
    def as_what(self, row: Invitee) -> str:
        """In which role, in words; a reason that somebody wrote stands as it is."""
        return capfirst(str(ROLES.get(row.reason, row.reason))) or "-"


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
