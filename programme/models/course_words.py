"""The states of a change of course, its kinds, and how it moves from state to state."""

from django.db import models
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
    *("happened_on", "category", "budget_before", "budget_after"),
)
