"""The states of a change of course, its kinds, how it moves, and what holds for every row."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from schuldenlab.lifecycle import Move


class ChangeStatus(models.TextChoices):
    """Where a change stands."""

    PROPOSED = "proposed", _("to be judged")
    MINOR = "minor", _("not crucial")
    CRUCIAL = "crucial", _("waits for the programmaraad")
    AHEAD = "ahead", _("went first, the programmaraad decides afterwards")
    ADOPTED = "adopted", _("agreed, to be carried out")
    CARRIED_OUT = "carried_out", _("carried out")
    REJECTED = "rejected", _("rejected by the programmaraad")
    WITHDRAWN = "withdrawn", _("withdrawn")


class ChangeAbout(models.TextChoices):
    """What is changed."""

    PROGRAMME = "programme", _("the programme of the year")
    THEME = "theme", _("an innovation theme")
    PROJECT = "project", _("a project")


class ChangeKind(models.TextChoices):
    """What happens, as far as the system has an opinion about it."""

    THEME_DROPPED = "theme_dropped", _("An innovation theme is dropped")
    BUDGET_MOVED = "budget_moved", _("Money of one category moves")
    PLEDGE_WITHDRAWN = "pledge_withdrawn", _("A firm pledge is withdrawn")
    PARTNER_LEFT = "partner_left", _("A partner leaves")
    OTHER = "other", _("Something else")


class BudgetCategory(models.TextChoices):
    """The four categories of money."""

    INFRASTRUCTURE = "infrastructure", _("infrastructure (the kernteam)")
    INNOVATION = "innovation", _("innovation")
    EVENTS = "events", _("events")
    PROJECTS = "projects", _("projects")


CHANGE_MOVES: dict[str, Move] = {
    "judge_minor": Move(frozenset({ChangeStatus.PROPOSED}), ChangeStatus.MINOR, "minor_at"),
    "judge_crucial": Move(frozenset({ChangeStatus.PROPOSED}), ChangeStatus.CRUCIAL, "crucial_at"),
    "call": Move(frozenset({ChangeStatus.MINOR}), ChangeStatus.CRUCIAL, "called_at"),
    "call_afterwards": Move(
        frozenset({ChangeStatus.CARRIED_OUT}), ChangeStatus.AHEAD, "called_afterwards_at"
    ),
    "go_first": Move(frozenset({ChangeStatus.CRUCIAL}), ChangeStatus.AHEAD, "went_first_at"),
    "agree": Move(frozenset({ChangeStatus.CRUCIAL}), ChangeStatus.ADOPTED, "adopted_at"),
    "uphold": Move(frozenset({ChangeStatus.AHEAD}), ChangeStatus.CARRIED_OUT, "upheld_at"),
    "reject": Move(
        frozenset({ChangeStatus.CRUCIAL, ChangeStatus.AHEAD}), ChangeStatus.REJECTED, "rejected_at"
    ),
    "carry_out": Move(
        frozenset({ChangeStatus.MINOR, ChangeStatus.ADOPTED}),
        ChangeStatus.CARRIED_OUT,
        "carried_out_at",
    ),
    "withdraw": Move(
        frozenset({ChangeStatus.PROPOSED, ChangeStatus.MINOR, ChangeStatus.CRUCIAL}),
        ChangeStatus.WITHDRAWN,
        "withdrawn_at",
    ),
}
# What a proposal says, as forms and actions pass it.
CHANGE_FIELDS = (
    *("title", "what", "why", "effect", "about", "subject", "theme", "kind", "organisation"),
    *("innovation_theme", "happened_on", "category", "budget_before", "budget_after"),
)
# What holds for every row.
CHANGE_CONSTRAINTS: list[models.BaseConstraint] = [
    models.CheckConstraint(
        condition=Q(about="programme") | ~Q(subject=""), name="change_has_subject"
    ),
    models.CheckConstraint(
        condition=Q(innovation_theme__isnull=True) | Q(about="theme"),
        name="change_names_theme_it_is_about",
    ),
    models.CheckConstraint(
        condition=~Q(kind="budget_moved")
        | (
            ~Q(category="")
            & Q(budget_before__gte=0, budget_after__gte=0)
            & Q(budget_before__isnull=False, budget_after__isnull=False)
        ),
        name="change_of_budget_has_amounts",
    ),
    models.CheckConstraint(
        condition=~Q(kind__in=["pledge_withdrawn", "partner_left"])
        | Q(happened_on__isnull=False, organisation__isnull=False),
        name="change_after_fact_has_day",
    ),
    models.CheckConstraint(
        condition=Q(status__in=["proposed", "withdrawn"]) | (~Q(why="") & ~Q(effect="")),
        name="change_judged_is_complete",
    ),
    models.CheckConstraint(
        condition=Q(minor_at__isnull=True) | ~Q(judgement=""),
        name="change_minor_has_reason",
    ),
    models.CheckConstraint(
        condition=Q(went_first_at__isnull=True) | ~Q(urgency=""),
        name="change_first_has_reason",
    ),
    models.CheckConstraint(
        condition=~Q(status__in=["ahead", "carried_out"]) | Q(carried_out_on__isnull=False),
        name="change_carried_out_has_day",
    ),
    models.CheckConstraint(
        condition=~Q(status__in=["adopted", "rejected"]) | Q(decision__isnull=False),
        name="change_decided_by_decision",
    ),
    models.CheckConstraint(
        condition=~Q(status="withdrawn") | ~Q(withdrawal=""),
        name="change_withdrawn_has_reason",
    ),
]
