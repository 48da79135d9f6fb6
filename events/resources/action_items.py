"""Actions as a table, and those of one person."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events.models import ActionItem
from partners.querysets import local_day
from partners.resources.tables import Table
from schuldenlab.web.ports import DataColumn, DataGroup

COLUMNS: Final = (
    *("actie", "wie", "organisatie", "uiterlijk", "status", "toelichting"),
    *("bijeenkomst", "bijeenkomst_op", "klaar_op"),
)


def action_table(actions: Iterable[ActionItem], at: datetime) -> Table:
    """One row for each action; of one that is late it says so."""
    day = local_day(at)
    rows = [
        (
            each.text,
            each.owner.name,
            each.organisation.name if each.organisation else "",
            each.due_on,
            _("late")
            if each.status == "open" and each.due_on < day
            else str(each.get_status_display()),
            each.note,
            each.meeting.subject or f"{each.meeting.series.heading} {each.meeting.ordinal}",
            local_day(each.meeting.starts_at) if each.meeting.starts_at else None,
            local_day(each.done_at) if each.done_at else None,
        )
        for each in actions
    ]
    return Table(_("Actions"), COLUMNS, rows)


def about_actions(person: Any) -> list[DataGroup]:
    """What somebody promised to do in meetings."""
    return [
        DataGroup(
            "meeting_actions",
            gettext_lazy("Actions that you took in meetings"),
            ActionItem.objects.filter(owner=person).order_by("-pk"),
            {
                "text": DataColumn(gettext_lazy("what"), "text"),
                "due_on": DataColumn(gettext_lazy("until and including"), "due_on"),
                "status": DataColumn(
                    gettext_lazy("status"), "status", dict(ActionItem.Status.choices)
                ),
                "note": DataColumn(gettext_lazy("note"), "note"),
            },
        )
    ]
