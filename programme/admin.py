"""The registers of the year on the staff desk. Votes are not among them: choices stay hidden."""

from django.contrib import admin
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from schuldenlab.web.desk import DeskModelAdmin

from .models import (
    AnnualAccount,
    Ballot,
    Commitment,
    CourseChange,
    Decision,
    ExplorationNote,
    Facilitator,
    InnovationTheme,
    Programmaraad,
    Programme,
    Seat,
    SeatInvitation,
    ThemeCall,
)
from .search import decisions
from .wording import share_in_words


@admin.register(Programmaraad)
class ProgrammaraadAdmin(DeskModelAdmin):
    is_named = True
    list_display = ["year", "status", "proposed_at", "installed_at"]


@admin.register(Seat)
class SeatAdmin(DeskModelAdmin):
    list_display = ["raad", "organisation", "from_on", "until_on"]
    list_select_related = ["raad", "organisation"]
    list_filter = ["raad"]


@admin.register(SeatInvitation)
class SeatInvitationAdmin(DeskModelAdmin):
    list_display = ["raad", "organisation", "status", "sent_at", "answer_by"]
    list_select_related = ["raad", "organisation"]


@admin.register(Programme)
class ProgrammeAdmin(DeskModelAdmin):
    list_display = ["year", "title", "status", "adopted_at"]


@admin.register(AnnualAccount)
class AnnualAccountAdmin(DeskModelAdmin):
    list_display = ["year", "edition", "status", "is_interim", "published_at"]
    list_filter = ["year", "status"]


@admin.register(ThemeCall)
class ThemeCallAdmin(DeskModelAdmin):
    is_named = True
    list_display = ["year", "status", "opened_at", "closes_at"]


@admin.register(InnovationTheme)
class InnovationThemeAdmin(DeskModelAdmin):
    list_display = ["title", "call", "status", "proposed_by", "exploring_on"]
    list_select_related = ["call", "proposed_by"]
    list_filter = ["call", "status"]
    search_fields = ["title"]


@admin.register(Facilitator)
class FacilitatorAdmin(DeskModelAdmin):
    list_display = ["theme", "organisation", "person", "from_on", "until_on"]
    list_select_related = ["theme", "organisation", "person"]


@admin.register(ExplorationNote)
class ExplorationNoteAdmin(DeskModelAdmin):
    list_display = ["theme", "kind", "person", "at"]
    list_select_related = ["theme", "person"]


@admin.register(Ballot)
class BallotAdmin(DeskModelAdmin):
    list_display = ["title", "raad", "round", "status", "closes_at", "outcome"]
    list_select_related = ["raad"]
    search_fields = ["title"]
    list_filter = ["status"]
    instead = {
        "quorum_numerator": "quorum",
        "quorum_denominator": "quorum",
        "majority_numerator": "majority",
        "majority_denominator": "majority",
        "quorum_is_over": "quorum",
        "majority_is_over": "majority",
    }

    @admin.display(description=_("quorum"))
    def quorum(self, ballot: Ballot) -> str:
        """How many seats have to vote."""
        return capfirst(share_in_words(ballot.quorum))

    @admin.display(description=_("majority"))
    def majority(self, ballot: Ballot) -> str:
        """How many of them have to agree."""
        return capfirst(share_in_words(ballot.majority))


@admin.register(Decision)
class DecisionAdmin(DeskModelAdmin):
    is_named = True
    list_display = ["cited", "title", "taken_at", "status"]
    search_fields = ["title"]
    find = staticmethod(decisions)

    @admin.display(description=_("number"), ordering="year")
    def cited(self, decision: Decision) -> str:
        """As people cite it."""
        return decision.number


@admin.register(Commitment)
class CommitmentAdmin(DeskModelAdmin):
    list_display = ["programme", "organisation", "answer", "way", "given_on", "at"]
    list_select_related = ["programme", "organisation"]
    list_filter = ["answer"]


@admin.register(CourseChange)
class CourseChangeAdmin(DeskModelAdmin):
    list_display = ["title", "raad", "status", "decision", "recorded_at"]
    list_select_related = ["raad", "decision"]
    list_filter = ["status"]
