"""The register of decisions as a table, and what a person did for it."""

from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partners.querysets import local_day
from partners.resources.tables import Table
from programme.models import Decision, DecisionStep
from schuldenlab.web.ports import DataColumn, DataGroup

COLUMNS: Final = (
    *("nummer", "titel", "tekst", "genomen_op", "wijze", "stemming", "bijeenkomst"),
    *("opvolging", "eigenaar", "uiterlijk", "status", "afgerond_op", "wat_ervan_werd"),
)


def decision_table(decisions: Any) -> Table:
    """One row for each decision, in queries that do not grow; last what became of it.

    That is how each theme stands that it chose, and its last step.
    """
    found = decisions.with_last_step().select_related("ballot", "meeting__series", "owner")
    found = found.prefetch_related("innovation_themes")
    rows = [
        (
            each.number,
            each.title,
            each.text,
            local_day(each.taken_at),
            str(each.get_origin_display()),
            each.ballot.title if each.ballot else "",
            each.occasion,
            each.follow_up,
            each.owner.name if each.owner else "",
            each.due_on,
            each.stand,
            local_day(settled) if (settled := each.done_at or each.dropped_at) else None,
            _what_became(each),
        )
        for each in found
    ]
    return Table(_("Decisions"), COLUMNS, rows)


def _what_became(decision: Any) -> str:
    """A line for each theme that it chose, and the last step."""
    lines = [theme.in_short for theme in decision.innovation_themes.all()]
    return "\n".join(filter(None, [*lines, decision.last_step]))


def about_decisions(person: Any) -> list[DataGroup]:
    """Decisions that somebody sees to, and the steps that somebody recorded."""
    number = {
        "year": DataColumn(gettext_lazy("year"), "decision__year"),
        "number": DataColumn(gettext_lazy("number"), "decision__sequence"),
    }
    kinds = dict(DecisionStep.Kind.choices)
    return [
        DataGroup(
            "owned_decisions",
            gettext_lazy("Decisions that you see to"),
            Decision.objects.filter(owner=person),
            {
                "year": DataColumn(gettext_lazy("year"), "year"),
                "number": DataColumn(gettext_lazy("number"), "sequence"),
                "title": DataColumn(gettext_lazy("title"), "title"),
                "due_on": DataColumn(gettext_lazy("due on"), "due_on"),
                "status": DataColumn(
                    gettext_lazy("status"), "status", dict(Decision.Status.choices)
                ),
            },
        ),
        DataGroup(
            "given_decisions",
            gettext_lazy("Decisions that were given to you"),
            DecisionStep.objects.filter(owner=person).order_by("-pk"),
            {"at": DataColumn(gettext_lazy("when"), "at"), **number},
        ),
        DataGroup(
            "decision_steps",
            gettext_lazy("What you recorded about decisions"),
            DecisionStep.objects.filter(person=person).order_by("-pk"),
            {
                "at": DataColumn(gettext_lazy("when"), "at"),
                **number,
                "kind": DataColumn(gettext_lazy("kind"), "kind", kinds),
                "text": DataColumn(gettext_lazy("what happened"), "text"),
            },
        ),
    ]
