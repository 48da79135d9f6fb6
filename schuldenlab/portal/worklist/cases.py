"""Business cases: what lies before the raad without a ballot, and what it delivered."""

from collections.abc import Iterator

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext as _

from projects.models import BusinessCase, Phase

from .due import Due


def case_dues() -> Iterator[Due]:
    """Submitted cases that no ballot is about, then approved ones whose theme is not delivered."""
    yield from _to_decide()
    yield from _to_deliver()


def _to_decide() -> Iterator[Due]:
    asked = Phase.objects.filter(project=OuterRef("project"), status="planned").filter(
        Q(ballot__isnull=False) | Q(decision__isnull=False)
    )
    waiting = BusinessCase.objects.filter(status="submitted").filter(~Exists(asked))
    rows = waiting.select_related("project__innovation_theme").order_by("submitted_at")
    for case in rows:
        theme = case.project.innovation_theme
        yield Due(
            f"case-decide:{case.pk}",
            _("Put the business case of “%(project)s” before the programmaraad")
            % {"project": case.project.title},
            _("It is submitted. The programmaraad decides on it with the next phase."),
            case.project.get_absolute_url(),
            _("See the project"),
            None if theme is None else theme.result_due_on,
            "theme_results",
            "scales",
        )


def _to_deliver() -> Iterator[Due]:
    approved = BusinessCase.objects.approved().filter(
        project__innovation_theme__status="working_out",
        project__innovation_theme__result_kind="business_case",
    )
    rows = approved.select_related("project__innovation_theme").order_by("approved_at")
    for case in rows:
        theme = case.project.innovation_theme
        if theme is None:
            continue
        yield Due(
            f"case-deliver:{case.pk}",
            _("Say that “%(project)s” delivered its business case")
            % {"project": case.project.title},
            _("It is approved, and its theme still counts as being worked out."),
            reverse("programme:theme-deliver", args=[theme.pk]),
            _("Record the result"),
            theme.result_due_on,
            "theme_results",
            "check",
        )
