"""Acts about reports of projects: who has not told how it goes."""

from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from projects.reporting import reports_overdue
from schuldenlab.web.ports import DeskAction


def report_actions(day: date) -> list[DeskAction]:
    """One act when reports are late, with the names of the projects."""
    late = reports_overdue(day)
    if not late:
        return []
    title = ngettext(
        "%(count)s project has not reported", "%(count)s projects have not reported", len(late)
    )
    names = ", ".join(each.project.title for each in late)
    return [
        DeskAction(
            title % {"count": len(late)},
            _("Over quarter %(number)s of %(year)s: %(names)s.")
            % {"number": late[0].quarter.number, "year": late[0].quarter.year, "names": names},
            reverse("projects:progress-list"),
            "pencil",
            _("Late"),
        )
    ]
