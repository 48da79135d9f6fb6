"""The registers of projects on the staff desk."""

from django.contrib import admin

from schuldenlab.web.desk import DeskModelAdmin

from .models import (
    BusinessCase,
    DiscountRate,
    Leadership,
    Participation,
    Phase,
    Project,
    Stake,
    StuurgroepMember,
)


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


@admin.register(Leadership)
class LeadershipAdmin(DeskModelAdmin):
    list_display = ["project", "person", "organisation", "role", "from_on", "until_on"]
    list_select_related = ["project", "person", "organisation"]
    list_filter = ["role"]
    search_fields = ["project__title", "person__name", "organisation__name"]


@admin.register(Participation)
class ParticipationAdmin(DeskModelAdmin):
    list_display = ["project", "organisation", "kind", "from_on", "until_on"]
    list_select_related = ["project", "organisation"]
    list_filter = ["kind"]
    search_fields = ["project__title", "organisation__name"]


@admin.register(Stake)
class StakeAdmin(DeskModelAdmin):
    list_display = ["project", "organisation", "text", "from_on", "until_on"]
    list_select_related = ["stuurgroep__project", "organisation"]
    search_fields = ["stuurgroep__project__title", "organisation__name", "text"]

    @admin.display(description=Project._meta.verbose_name)  # noqa: SLF001 - Django's own word
    def project(self, stake: Stake) -> Project:
        """What it steers."""
        return stake.stuurgroep.project


@admin.register(StuurgroepMember)
class StuurgroepMemberAdmin(DeskModelAdmin):
    list_display = ["stuurgroep_of", "person", "stake", "is_chair", "from_on", "until_on"]
    list_select_related = ["stuurgroep__project", "person", "stake__organisation"]
    list_filter = ["is_chair"]
    search_fields = ["stuurgroep__project__title", "person__name"]

    @admin.display(description=Project._meta.verbose_name)  # noqa: SLF001 - Django's own word
    def stuurgroep_of(self, member: StuurgroepMember) -> Project:
        """What it steers."""
        return member.stuurgroep.project


@admin.register(DiscountRate)
class DiscountRateAdmin(DeskModelAdmin):
    list_display = ["percent", "valid_from", "source", "recorded_at"]


@admin.register(BusinessCase)
class BusinessCaseAdmin(DeskModelAdmin):
    list_display = ["project", "version", "status", "submitted_at", "approved_at"]
    list_select_related = ["project"]
    list_filter = ["status"]
