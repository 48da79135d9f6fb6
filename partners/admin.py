"""The registers of people and organisations on the staff desk."""

from django.contrib import admin

from schuldenlab.web.desk import DeskModelAdmin

from .models import (
    Ambassadorship,
    Clause,
    ClauseMeasure,
    Framework,
    KernteamMember,
    Mandate,
    Organisation,
    Partnership,
    Person,
    Signature,
    Theme,
)


@admin.register(Organisation)
class OrganisationAdmin(DeskModelAdmin):
    list_display = ["name", "sector", "website"]
    list_filter = ["sector"]
    search_fields = ["name"]


@admin.register(Partnership)
class PartnershipAdmin(DeskModelAdmin):
    list_display = ["organisation", "joined_on", "left_on"]
    list_select_related = ["organisation"]
    search_fields = ["organisation__name"]


@admin.register(Person)
class PersonAdmin(DeskModelAdmin):
    list_display = ["name", "email", "invited_at"]
    search_fields = ["name", "email"]
    fields = ["name", "email", "language", "is_active", "invited_at", "recorded_at"]


@admin.register(Mandate)
class MandateAdmin(DeskModelAdmin):
    list_display = ["person", "organisation", "role", "may_sign", "from_on", "until_on"]
    list_select_related = ["person", "organisation"]
    list_filter = ["role", "may_sign"]
    search_fields = ["person__name", "organisation__name"]


@admin.register(KernteamMember)
class KernteamMemberAdmin(DeskModelAdmin):
    list_display = ["person", "role", "from_on", "until_on"]
    list_select_related = ["person"]


@admin.register(Framework)
class FrameworkAdmin(DeskModelAdmin):
    list_display = ["title", "starts_on", "ends_on", "status", "seats_min", "seats_max"]
    list_select_related = ["host"]


@admin.register(Clause)
class ClauseAdmin(DeskModelAdmin):
    list_display = ["number", "title", "framework"]
    list_select_related = ["framework"]
    list_filter = ["framework"]


@admin.register(ClauseMeasure)
class ClauseMeasureAdmin(DeskModelAdmin):
    list_display = ["code", "clause", "by_day", "by_month"]
    list_select_related = ["clause"]
    list_filter = ["clause__framework"]


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
