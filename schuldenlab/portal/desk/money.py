"""Acts about money that must come in: what waits for the finance department."""

from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from funding.dues import how_many_overdue
from schuldenlab.web.ports import DeskAction


def money_actions(moment: datetime) -> list[DeskAction]:
    """How many parts of firm pledges are late."""
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
