"""The registers of the year on the staff desk. Votes are not among them: choices stay hidden."""

from django.contrib import admin

from schuldenlab.web.desk import DeskModelAdmin

from .models import Ballot, Commitment, Decision, Programmaraad, Programme, Seat


@admin.register(Programmaraad)
class ProgrammaraadAdmin(DeskModelAdmin):
    list_display = ["year", "status", "proposed_at", "installed_at"]


@admin.register(Seat)
class SeatAdmin(DeskModelAdmin):
    list_display = ["raad", "organisation", "from_on", "until_on"]
    list_select_related = ["raad", "organisation"]
    list_filter = ["raad"]


@admin.register(Programme)
class ProgrammeAdmin(DeskModelAdmin):
    list_display = ["year", "title", "status", "adopted_at"]


@admin.register(Ballot)
class BallotAdmin(DeskModelAdmin):
    list_display = ["title", "raad", "round", "status", "closes_at", "outcome"]
    list_select_related = ["raad"]
    list_filter = ["status"]


@admin.register(Decision)
class DecisionAdmin(DeskModelAdmin):
    list_display = ["number", "title", "taken_at", "status"]
    search_fields = ["title", "text"]


@admin.register(Commitment)
class CommitmentAdmin(DeskModelAdmin):
    list_display = ["programme", "organisation", "answer", "way", "given_on", "at"]
    list_select_related = ["programme", "organisation"]
    list_filter = ["answer"]
