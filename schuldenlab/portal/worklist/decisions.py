"""Decisions that nobody carries out, and actions of meetings that are late: one item each."""

from collections.abc import Iterator
from datetime import date

from django.db.models import Count, Min, Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from events.models import ActionItem
from programme.models import Decision

from .due import Due
from .today import Today


def decision_dues(today: Today) -> Iterator[Due]:
    """Overdue and without an owner; then late actions."""
    late = Q(due_on__lt=today.day)
    loose = Q(pk__in=Decision.objects.without_owner().order_by().values("pk"))
    counts = Decision.objects.filter(status=Decision.Status.OPEN).aggregate(
        late=Count("pk", filter=late),
        first=Min("due_on", filter=late),
        loose=Count("pk", filter=loose),
    )
    if counts["late"]:
        yield _late(counts["late"], counts["first"])
    if counts["loose"]:
        yield _loose(counts["loose"])
    yield from _actions(today.day)


def _late(count: int, first: date) -> Due:
    title = ngettext(
        "Ask after %(count)s decision that is overdue",
        "Ask after %(count)s decisions that are overdue",
        count,
    )
    return Due(
        "decisions-late",
        title % {"count": count},
        _("Ask whoever sees to it, or agree on another day."),
        reverse("programme:decision-list") + "?status=late",
        _("See the decisions"),
        first,
        "",
        "hourglass",
    )


def _loose(count: int) -> Due:
    title = ngettext(
        "Name who sees to %(count)s decision",
        "Name who sees to %(count)s decisions",
        count,
    )
    return Due(
        "decisions-loose",
        title % {"count": count},
        _("Nobody carries it out now, or who did has left."),
        reverse("programme:decision-list") + "?status=loose",
        _("Name an owner"),
        None,
        "",
        "person",
    )


def _actions(day: date) -> Iterator[Due]:
    late = ActionItem.objects.late(day).order_by()
    counts = late.aggregate(count=Count("pk"), first=Min("due_on"))
    count = counts["count"]
    if count:
        title = ngettext(
            "Ask after %(count)s action of a meeting that is late",
            "Ask after %(count)s actions of meetings that are late",
            count,
        )
        yield Due(
            "actions-late",
            title % {"count": count},
            _("Somebody promised it in a meeting, and its day has passed."),
            reverse("events:action-list") + "?status=late",
            _("See the actions"),
            counts["first"],
            "",
            "check",
        )
