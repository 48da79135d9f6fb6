"""Acts about business cases: what lies before the raad without a ballot, and what it delivered."""

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext as _

from projects.models import BusinessCase, Phase
from schuldenlab.web.ports import DeskAction

MOST = 5


def case_actions() -> list[DeskAction]:
    """Submitted cases that no ballot is about, then approved ones whose theme is not delivered."""
    return [*_to_decide(), *_to_deliver()]


def _to_decide() -> list[DeskAction]:
    asked = Phase.objects.filter(project=OuterRef("project"), status="planned").filter(
        Q(ballot__isnull=False) | Q(decision__isnull=False)
    )
    waiting = BusinessCase.objects.filter(status="submitted").filter(~Exists(asked))
    rows = waiting.select_related("project").order_by("submitted_at")[:MOST]
    return [
        DeskAction(
            case.project.title,
            _("Its business case is submitted. Put the next phase before the programmaraad."),
            case.project.get_absolute_url(),
            "scales",
            _("To decide"),
        )
        for case in rows
    ]


def _to_deliver() -> list[DeskAction]:
    approved = BusinessCase.objects.approved().filter(
        project__innovation_theme__status="working_out",
        project__innovation_theme__result_kind="business_case",
    )
    rows = approved.select_related("project__innovation_theme").order_by("approved_at")[:MOST]
    return [
        DeskAction(
            case.project.title,
            _("Its business case is approved. Say that its theme is delivered."),
            reverse("programme:theme-deliver", args=[case.project.innovation_theme_id]),
            "check",
        )
        for case in rows
    ]
