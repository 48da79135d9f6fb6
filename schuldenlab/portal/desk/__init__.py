"""The first page of the staff desk: how the network stands, what is due, and all ways to act."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from partners.querysets import local_day
from schuldenlab.portal.small import kompas_in_small
from schuldenlab.portal.worklist import worklist_of
from schuldenlab.portal.worklist.rows import clauses_at, rows_of
from schuldenlab.web.ports import DeskGroup, DueItem, Workplace

from .archive import archive_ways
from .people import framework_ways, partner_ways, year_ways
from .work import decision_ways, meeting_ways, money_ways, project_ways

FIRST = 5
SEPTEMBER = 9


def workplace_of(person: Any) -> Workplace:
    """In as many queries, and about as many rows, for a large lab as for a small one."""
    moment = person.moment
    day, dues = local_day(moment), worklist_of(moment)
    rows = rows_of(dues[:FIRST], day, clauses_at(moment))
    return Workplace(
        kompas=kompas_in_small(moment),
        due=[
            DueItem(
                row.due.title,
                row.due.text,
                row.due.url,
                row.due.button,
                row.kind,
                row.icon,
                row.left,
            )
            for row in rows
        ],
        due_count=len(dues),
        due_url=reverse("portal:worklist"),
        groups=[
            DeskGroup(_("Partners and people"), [*partner_ways(), *framework_ways()]),
            DeskGroup(_("Themes and projects"), project_ways(day.year)),
            DeskGroup(
                _("Programmaraad and programme"),
                year_ways([day.year, day.year + 1] if day.month >= SEPTEMBER else [day.year]),
            ),
            DeskGroup(_("Money"), money_ways()),
            DeskGroup(_("Meetings and letters"), meeting_ways(day.year)),
            DeskGroup(_("Decisions and course"), decision_ways()),
            DeskGroup(_("Archive and Woo"), archive_ways(day.year)),
        ],
    )
