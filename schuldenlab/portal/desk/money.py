"""Acts about money that must come in: what waits for the finance department."""

from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from funding.calling import how_many_to_call
from funding.dues import how_many_overdue
from schuldenlab.web.ports import DeskAction


def money_actions(moment: datetime) -> list[DeskAction]:
    """How many parts of firm pledges are late, and how many partners to call about money."""
    return [*_late(moment), *_to_call(moment)]


def _to_call(moment: datetime) -> list[DeskAction]:
    count = how_many_to_call(moment)
    if not count:
        return []
    title = ngettext(
        "%(count)s partner to call about money", "%(count)s partners to call about money", count
    )
    text = _("Where money misses, and whom you can call about it. By name, no ranking.")
    return [
        DeskAction(
            title % {"count": count}, text, reverse("funding:call-list"), "people", _("Who to call")
        )
    ]


def _late(moment: datetime) -> list[DeskAction]:
    count = how_many_overdue(moment)
    if not count:
        return []
    title = ngettext(
        "%(count)s part of a pledge is late", "%(count)s parts of pledges are late", count
    )
    text = _("Its day has passed, and it did not arrive. Call, or record what arrived.")
    return [
        DeskAction(title % {"count": count}, text, reverse("funding:due-list"), "euro", _("Late"))
    ]
