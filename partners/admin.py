"""The registers of people and organisations on the staff desk."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from schuldenlab.web.desk import DeskModelAdmin

from .models import (
    Ambassadorship,
    ApiToken,
    Clause,
    ClauseMeasure,
    ContactNote,
    Framework,
    GoLive,
    ImportRun,
    Invitation,
    Involvement,
    KernteamMember,
    Mandate,
    Organisation,
    Partnership,
    Person,
    Review,
    Signature,
    SignatureWithdrawal,
    SigningRequest,
    Theme,
)
from .ports import measure_titles
from .search.desk import organisations, people


@admin.register(Organisation)
class OrganisationAdmin(DeskModelAdmin):
    list_display = ["name", "sector", "website"]
    list_filter = ["sector"]
    search_fields = ["name"]
    find = staticmethod(organisations)


@admin.register(Partnership)
class PartnershipAdmin(DeskModelAdmin):
    list_display = ["organisation", "joined_on", "left_on"]
    list_select_related = ["organisation"]
    search_fields = ["organisation__name"]


@admin.register(Person)
class PersonAdmin(DeskModelAdmin):
    list_display = ["name", "email", "invited_at"]
    search_fields = ["name", "email"]
    find = staticmethod(people)
    fields = ["name", "email", "language", "is_active", "invited_at", "recorded_at"]


@admin.register(Mandate)
class MandateAdmin(DeskModelAdmin):
    list_display = [
        "person",
        "organisation",
        "role",
        "may_sign",
        "signs_for",
        "from_on",
        "until_on",
    ]
    list_select_related = ["person", "organisation"]
    list_filter = ["role", "may_sign"]
    search_fields = ["person__name", "organisation__name"]


@admin.register(KernteamMember)
class KernteamMemberAdmin(DeskModelAdmin):
    list_display = ["person", "role", "from_on", "until_on"]
    list_select_related = ["person"]


@admin.register(Framework)
class FrameworkAdmin(DeskModelAdmin):
    list_display = ["title", "starts_on", "ends_on", "sign_by", "status", "seats_min", "seats_max"]
    list_filter = ["status"]
    list_select_related = ["host"]
    search_fields = ["title"]


@admin.register(Clause)
class ClauseAdmin(DeskModelAdmin):
    is_named = True
    list_display = ["number", "title", "framework"]
    list_select_related = ["framework"]
    list_filter = ["framework"]


@admin.register(ClauseMeasure)
class ClauseMeasureAdmin(DeskModelAdmin):
    list_display = ["measure", "clause", "by_day", "by_month"]
    list_select_related = ["clause"]
    list_filter = ["clause__framework"]
    instead = {"code": "measure"}

    def name_of(self, row: ClauseMeasure) -> str:
        """What is measured."""
        return self.measure(row)

    @admin.display(description=_("measure"), ordering="code")
    def measure(self, row: ClauseMeasure) -> str:
        """What is measured, in words."""
        return capfirst(str(measure_titles().get(row.code, row.code)))


@admin.register(Signature)
class SignatureAdmin(DeskModelAdmin):
    list_display = ["framework", "organisation", "signatory", "function", "signed_on"]
    list_select_related = ["framework", "organisation"]
    list_filter = ["framework"]
    search_fields = ["organisation__name", "signatory"]


@admin.register(Theme)
class ThemeAdmin(DeskModelAdmin):
    list_display = ["name", "recorded_at"]
    search_fields = ["name"]


@admin.register(Ambassadorship)
class AmbassadorshipAdmin(DeskModelAdmin):
    list_display = ["theme", "organisation", "from_on", "until_on"]
    list_select_related = ["theme", "organisation"]
    list_filter = ["theme"]
    search_fields = ["organisation__name"]


@admin.register(Involvement)
class InvolvementAdmin(DeskModelAdmin):
    list_display = ["organisation", "year", "way", "chosen_on", "recorded_at"]
    list_select_related = ["organisation"]
    list_filter = ["year", "way"]
    search_fields = ["organisation__name"]


@admin.register(Review)
class ReviewAdmin(DeskModelAdmin):
    list_display = ["organisation", "reviewed_by", "reviewed_at"]
    list_select_related = ["organisation", "reviewed_by"]
    search_fields = ["organisation__name"]


@admin.register(SigningRequest)
class SigningRequestAdmin(DeskModelAdmin):
    list_display = ["mandate", "asked_by", "status", "recorded_at"]
    list_select_related = ["mandate__person", "mandate__organisation", "asked_by"]
    list_filter = ["status"]
    search_fields = ["mandate__person__name", "mandate__organisation__name"]


@admin.register(SignatureWithdrawal)
class SignatureWithdrawalAdmin(DeskModelAdmin):
    list_display = ["signature", "reason", "withdrawn_by", "withdrawn_at"]
    list_select_related = ["signature", "withdrawn_by"]


@admin.register(ContactNote)
class ContactNoteAdmin(DeskModelAdmin):
    list_display = ["organisation", "spoken_on", "author", "reason"]
    list_select_related = ["organisation", "author"]
    search_fields = ["organisation__name"]


@admin.register(Invitation)
class InvitationAdmin(DeskModelAdmin):
    """Who may come in until when; never the link, nor what is left of it."""

    list_display = ["person", "invited_by", "expires_at", "used_at", "revoked_at"]
    list_select_related = ["person", "invited_by"]
    search_fields = ["person__name"]
    fields = ["person", "invited_by", "expires_at", "used_at", "revoked_at", "recorded_at"]


@admin.register(ApiToken)
class ApiTokenAdmin(DeskModelAdmin):
    """Which programs read along, and until when; never the token, nor what is kept of it."""

    list_display = ["prefix", "organisation", "purpose", "expires_on", "last_used_on", "revoked_at"]
    list_select_related = ["organisation", "made_by", "revoked_by"]
    search_fields = ["purpose", "organisation__name", "prefix"]
    fields = [
        *("organisation", "purpose", "prefix", "expires_on", "last_used_on"),
        *("made_by", "recorded_at", "revoked_at", "revoked_by"),
    ]


@admin.register(ImportRun)
class ImportRunAdmin(DeskModelAdmin):
    """Which files came in and what became of them; their content is for the preview only."""

    list_display = ["file_name", "status", "done", "total", "started_by", "recorded_at"]
    list_select_related = ["started_by"]
    list_filter = ["status"]
    search_fields = ["file_name"]
    fields = [
        *("file_name", "status", "done", "total", "default_joined_on", "skip_invalid"),
        *("started_by", "confirmed_by", "error", "recorded_at"),
    ]

    def get_queryset(self, request: HttpRequest) -> Any:
        """Without the files themselves: they can be large, and nobody reads them here."""
        return super().get_queryset(request).defer("content", "report")


@admin.register(GoLive)
class GoLiveAdmin(DeskModelAdmin):
    list_display = ["live_on", "set_by", "recorded_at"]
    list_select_related = ["set_by"]

    def name_of(self, row: GoLive) -> str:
        """The day itself."""
        return date_format(row.live_on)
