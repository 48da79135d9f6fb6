"""The door of the worklist: everything that is due for the kernteam."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from partners.querysets import local_day
from schuldenlab.portal.worklist import worklist_of
from schuldenlab.portal.worklist.rows import by_clause, by_time, clauses_at, rows_of
from schuldenlab.web.doors import DetailDoor

BY_CLAUSE = "afspraak"


class Worklist(DetailDoor):
    """By last possible day, or by clause."""

    permission = "partners.view_worklist"
    template_name = "portal/worklist.html"

    def facts(self) -> dict[str, Any]:
        """All rows, in groups."""
        day = local_day(self.at)
        dues = worklist_of(self.at)
        clauses = clauses_at(self.at)
        rows = rows_of(dues, day, clauses)
        is_by_clause = self.request.GET.get("orde") == BY_CLAUSE
        late = sum(row.kind == "fail" for row in rows)
        return {
            "heading": _("Worklist (%(count)s)") % {"count": len(rows)},
            "lead": _lead(len(rows), late),
            "crumbs": [
                {"label": _("My Schuldenlab"), "url": reverse("portal:home")},
                {"label": _("Worklist"), "url": ""},
            ],
            "is_by_clause": is_by_clause,
            "groups": by_clause(rows, clauses) if is_by_clause else by_time(rows, day),
        }


def _lead(count: int, late: int) -> str:
    if not count:
        return _("What is due appears here by itself.")
    first = _("What you have done disappears from here by itself.")
    if not late:
        return first
    words = ngettext("%(count)s is too late.", "%(count)s are too late.", late)
    return f"{first} {words % {'count': late}}"
