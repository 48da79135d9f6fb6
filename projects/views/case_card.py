"""The business case on the dossier of its project: how it stands, and what can be done."""

from typing import Any

from projects.businesscase import evaluate_case
from projects.models import BusinessCase, Project

from .case_words import BADGES, headline

Status = BusinessCase.Status


def case_card(project: Project, person: Any, *, keeps: bool) -> dict[str, Any] | None:
    """The version that counts, the one that is worked on, and what comes next; None without any.

    Whoever keeps the dossier sees the card before there is a case, to begin one.
    """
    seen = BusinessCase.objects.filter(project=project).visible_to(person)
    standing = seen.exclude(status=Status.DROPPED).select_related("discount_rate")
    rows = list(standing.order_by("-version"))
    if not rows and not keeps:
        return None
    counts = next((each for each in rows if each.status == Status.APPROVED), None)
    newer = [each for each in rows if each.status in {Status.DRAFT, Status.SUBMITTED}]
    shown = counts or next(iter(newer), None)
    return {
        "shown": shown,
        "badge": BADGES[shown.status] if shown else "",
        "headline": headline(evaluate_case(shown.as_case())) if shown else "",
        "newer": [each for each in newer if each is not shown],
        "begins": keeps and not rows,
        "copies": shown if keeps and shown and not newer else None,
    }
