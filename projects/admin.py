"""The registers of projects on the staff desk."""

from typing import Any

from django.contrib import admin
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from schuldenlab.web.columns import as_written
from schuldenlab.web.desk import DeskModelAdmin, NamedModelAdmin

from .models import (
    BusinessCase,
    Connection,
    DiscountRate,
    Indicator,
    Leadership,
    Participation,
    Phase,
    ProgressReport,
    Project,
    Risk,
    Stake,
    StuurgroepMember,
)
from .search import projects
from .wording import quarter_in_short, quarter_in_words


def phase_name(phase: Phase) -> str:
    """A phase as people call it: its project, its kind, and its own name."""
    words = f"{phase.project.title} – {phase.get_kind_display()}"
    return f"{words} ({phase.title})" if phase.title else words


def rate_words(rate: DiscountRate) -> str:
    """How much, and since when."""
    return f"{as_written(rate.percent)} %, {date_format(rate.valid_from)}"


@admin.register(Project)
class ProjectAdmin(DeskModelAdmin):
    is_named = True
    list_display = ["code", "title", "theme", "status", "is_taken_over", "recorded_at"]
    list_select_related = ["theme"]
    list_filter = ["status", "is_taken_over"]
    search_fields = ["title", "summary"]
    find = staticmethod(projects)


@admin.register(Phase)
class PhaseAdmin(NamedModelAdmin):
    list_display = ["project", "ordinal", "kind", "status", "started_on", "ended_on"]
    list_select_related = ["project"]
    list_filter = ["kind", "status"]

    def name_of(self, row: Any) -> str:
        """Which step of which project."""
        return phase_name(row)


@admin.register(Leadership)
class LeadershipAdmin(NamedModelAdmin):
    list_display = ["project", "person", "organisation", "role", "from_on", "until_on"]
    list_select_related = ["project", "person", "organisation"]
    list_filter = ["role"]
    search_fields = ["project__title", "person__name", "organisation__name"]

    def name_of(self, row: Any) -> str:
        """Who leads what."""
        return f"{row.person.name} – {row.project.title}"


@admin.register(Participation)
class ParticipationAdmin(NamedModelAdmin):
    list_display = ["project", "organisation", "kind", "from_on", "until_on"]
    list_select_related = ["project", "organisation"]
    list_filter = ["kind"]
    search_fields = ["project__title", "organisation__name"]

    def name_of(self, row: Any) -> str:
        """Who takes part in what."""
        return f"{row.organisation.name} – {row.project.title}"


@admin.register(Stake)
class StakeAdmin(NamedModelAdmin):
    list_display = ["project", "organisation", "text", "from_on", "until_on"]
    list_select_related = ["stuurgroep__project", "organisation"]
    search_fields = ["stuurgroep__project__title", "organisation__name", "text"]
    instead = {"stuurgroep": "project"}

    def name_of(self, row: Any) -> str:
        """Who has something at stake in what."""
        return f"{row.organisation.name} – {row.stuurgroep.project.title}"

    @admin.display(description=Project._meta.verbose_name)  # noqa: SLF001 - Django's own word
    def project(self, stake: Stake) -> Project:
        """What it steers."""
        return stake.stuurgroep.project


@admin.register(StuurgroepMember)
class StuurgroepMemberAdmin(NamedModelAdmin):
    list_display = ["stuurgroep_of", "person", "speaks_for", "is_chair", "from_on", "until_on"]
    list_select_related = ["stuurgroep__project", "person", "stake__organisation"]
    list_filter = ["is_chair"]
    search_fields = ["stuurgroep__project__title", "person__name"]
    instead = {"stuurgroep": "stuurgroep_of", "stake": "speaks_for"}

    def name_of(self, row: Any) -> str:
        """Who steers what."""
        return f"{row.person.name} – {row.stuurgroep.project.title}"

    @admin.display(description=Project._meta.verbose_name)  # noqa: SLF001 - Django's own word
    def stuurgroep_of(self, member: StuurgroepMember) -> Project:
        """What it steers."""
        return member.stuurgroep.project

    @admin.display(description=_("stake of"), ordering="stake__organisation__name")
    def speaks_for(self, member: StuurgroepMember) -> str:
        """The organisation for whose stake this member speaks."""
        return member.stake.organisation.name


@admin.register(DiscountRate)
class DiscountRateAdmin(DeskModelAdmin):
    list_display = ["percent", "valid_from", "source", "recorded_at"]

    def name_of(self, row: Any) -> str:
        """How much, and since when."""
        return rate_words(row)


@admin.register(BusinessCase)
class BusinessCaseAdmin(NamedModelAdmin):
    instead = {"discount_rate": "rate"}
    list_display = ["project", "version", "status", "submitted_at", "approved_at"]
    list_select_related = ["project"]
    list_filter = ["status"]

    def name_of(self, row: Any) -> str:
        """Which version of which case."""
        return f"{row.project.title} – {row.version}"

    @admin.display(description=DiscountRate._meta.verbose_name)  # noqa: SLF001 - Django's own word
    def rate(self, case: BusinessCase) -> str:
        """By which rate its years are compared."""
        return rate_words(case.discount_rate)


@admin.register(ProgressReport)
class ProgressReportAdmin(NamedModelAdmin):
    """What the leaders reported; every version stays."""

    list_display = [
        *("project", "period_named", "ordinal", "time", "money", "result", "risk", "reported_at"),
    ]
    list_select_related = ["project", "person"]
    list_filter = ["year", "quarter"]
    search_fields = ["project__title"]

    def name_of(self, row: Any) -> str:
        """Of which project, and about which quarter."""
        return f"{row.project.title} – {quarter_in_words(row.period)}"

    @admin.display(description=_("quarter"), ordering="-year")
    def period_named(self, report: ProgressReport) -> str:
        """About which quarter."""
        return quarter_in_short(report.period)


@admin.register(Risk)
class RiskAdmin(NamedModelAdmin):
    """What may go wrong, and who looks after it."""

    list_display = ["project", "text", "light", "owner", "raised_on", "closed_on"]
    list_select_related = ["project"]
    list_filter = ["light"]
    search_fields = ["project__title", "text"]

    def name_of(self, row: Any) -> str:
        """What may go wrong, and where."""
        return f"{row.project.title} – {row.text}"


@admin.register(Connection)
class ConnectionAdmin(NamedModelAdmin):
    """Which projects hang together."""

    list_display = ["project", "kind", "other", "reason", "from_on", "until_on"]
    list_select_related = ["project", "other"]
    list_filter = ["kind"]
    search_fields = ["project__title", "other__title", "reason"]

    def name_of(self, row: Any) -> str:
        """From which project to which."""
        return f"{row.project.title} – {row.other.title}"


@admin.register(Indicator)
class IndicatorAdmin(NamedModelAdmin):
    """What a project counts, and what it wants to reach."""

    list_display = ["project", "name", "unit", "target", "target_on", "dropped_at"]
    list_select_related = ["project"]
    list_filter = ["goal"]
    search_fields = ["project__title", "name"]

    def name_of(self, row: Any) -> str:
        """What is counted, and where."""
        return f"{row.project.title} – {row.name}"
