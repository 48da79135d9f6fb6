"""The points that an agenda always has, and what earlier meetings left for it."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from events.ports import PointFact


def standing_points(meeting: Any, at: datetime) -> list[PointFact]:
    """Open actions, progress, and the rest; minutes to approve come as soon as they are sent."""
    from events.models import ActionItem  # noqa: PLC0415 - the model names this file

    del at
    points = [PointFact("inform", _("Opening and announcements"))]
    count = ActionItem.objects.returning_to(meeting).count()
    if count:
        text = ngettext(
            "%(count)s action of earlier meetings is open.",
            "%(count)s actions of earlier meetings are open.",
            count,
        )
        points.append(PointFact("discuss", _("Open actions"), text % {"count": count}))
    points.append(
        PointFact(
            "discuss",
            _("Progress per project, and what links the projects"),
            _("Each project leader says in three minutes what goes well and what is needed."),
            is_progress=True,
        )
    )
    return [*points, PointFact("discuss", _("Questions and what else there is"))]
