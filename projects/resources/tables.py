"""The list of projects as a table."""

from typing import Any, Final

from django.utils.translation import gettext

from partners.resources.tables import Table
from projects.models import Phase

COLUMNS: Final = (
    *("code", "titel", "thema", "fase", "stand", "status", "doelgroep", "schuldfase"),
    *("overgenomen", "overgedragen_aan", "overgedragen_op"),
)


def project_table(projects: Any) -> Table:
    """One row for each project, in one query."""
    kinds, stands = dict(Phase.Kind.choices), dict(Phase.Status.choices)
    rows = [
        (
            each.code,
            each.title,
            each.theme.name,
            str(kinds.get(each.stage, "")),
            str(stands.get(each.stage_status, "")),
            str(each.get_status_display()),
            each.target_group,
            str(each.get_debt_phase_display()),
            gettext("yes") if each.is_taken_over else gettext("no"),
            each.handed_over_to,
            each.handed_over_on,
        )
        for each in projects.with_stage().select_related("theme")
    ]
    return Table(gettext("Projects"), COLUMNS, rows)
