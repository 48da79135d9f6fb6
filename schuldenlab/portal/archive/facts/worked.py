"""Facts of themes, projects and what is given to them."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from funding.models import Delivery, Instalment
from programme.models import ExplorationNote, Facilitator
from projects.models import (
    CaseLine,
    Leadership,
    Participation,
    Phase,
    ProjectDocument,
    ProjectNote,
    Stake,
    StuurgroepMember,
)

from .spec import Facts, Part

THEME: Final = Facts(
    (
        *("title", "theme__name", "question", "why", "who_gains", "proposed_by__name", "status"),
        *("proposed_at", "selected_at", "exploring_on", "working_out_on", "result_kind"),
        *("delivered_on", "result", "stopped_on", "stop_reason", "decision_id"),
    ),
    (
        Part(
            *(_("facilitators"), Facilitator, "theme"),
            ("organisation__name", "person__name", "from_on", "until_on"),
        ),
        Part(
            *(_("log"), ExplorationNote, "theme"),
            ("at", "kind", "text", "person__name"),
        ),
    ),
)
PROJECT: Final = Facts(
    (
        *("year", "sequence", "title", "summary", "theme__name", "target_group", "debt_phase"),
        *("outcome", "current_state", "residents_voice", "status", "is_taken_over", "began"),
        *("figures", "sources", "stop_reason", "handed_over_to", "handed_over_on", "stopped_at"),
    ),
    (
        Part(
            *(_("phases"), Phase, "project"),
            (
                "ordinal",
                "kind",
                "title",
                "status",
                "started_on",
                "ended_on",
                "ended_with",
                "decision_id",
                "ballot_id",
            ),
            ("ordinal",),
        ),
        Part(
            *(_("leaders"), Leadership, "project"),
            ("person__name", "organisation__name", "role", "from_on", "until_on"),
        ),
        Part(
            *(_("who takes part"), Participation, "project"),
            ("organisation__name", "kind", "text", "from_on", "until_on"),
        ),
        Part(
            *(_("stuurgroep: interests"), Stake, "stuurgroep__project"),
            ("organisation__name", "text", "from_on", "until_on"),
        ),
        Part(
            *(_("stuurgroep: members"), StuurgroepMember, "stuurgroep__project"),
            (
                "person__name",
                "stake__organisation__name",
                "function",
                "is_chair",
                "from_on",
                "until_on",
            ),
        ),
        Part(
            *(_("documents"), ProjectDocument, "project"),
            ("title", "document_id", "document__sha256", "taken_off_at"),
        ),
        Part(
            *(_("log"), ProjectNote, "project"),
            ("at", "kind", "text", "person__name"),
        ),
    ),
)
CASE: Final = Facts(
    (
        *("project__title", "version", "base_year", "price_year", "horizon", "status"),
        *("discount_rate__percent", "null_alternative", "project_alternative", "notes"),
        *("submitted_at", "approved_at", "decision_id", "author__name", "sha256"),
    ),
    (
        Part(
            *(_("lines"), CaseLine, "case"),
            (
                *("position", "kind", "party__name", "party__organisation__name", "text"),
                *("category", "unit", "quantities", "effect", "price", "deadweight", "low"),
                *("high", "certainty", "source"),
            ),
            ("position",),
        ),
    ),
)
REPORT: Final = Facts(
    (
        *("project__title", "year", "quarter", "ordinal", "time", "time_text", "money"),
        *("money_text", "result", "result_text", "risk", "risk_text", "reached"),
        *("others_should_know", "person__name", "reported_at"),
    )
)
CHANGE: Final = Facts(
    (
        *("title", "about", "what", "why", "effect", "kind", "organisation__name", "happened_on"),
        *("status", "judgement", "judged_by__name", "urgency", "ballot_id", "decision_id"),
        *("carried_out_on", "result", "withdrawal", "proposed_by__name"),
    )
)
PLEDGE: Final = Facts(
    (
        *("organisation__name", "plan__phase__project__title", "category", "form", "amount"),
        *("text", "quantity", "rate", "rate_agreed_by", "condition", "condition_met_at", "is_open"),
        *("status", "offered_at", "offered_by__name", "is_on_behalf", "firm_at"),
        *("made_firm_by__name", "paper_id", "withdrawn_at", "withdrawn_because"),
    ),
    (
        Part(
            *(_("parts"), Instalment, "schedule__pledge"),
            ("schedule__ordinal", "year", "due_on", "amount"),
        ),
        Part(
            *(_("arrived"), Delivery, "pledge"),
            ("arrived_on", "year", "amount", "text", "person__name", "struck_because"),
        ),
    ),
)
