"""The list of projects, and of themes that may become one, as a table."""

from typing import Any, Final

from django.utils.translation import gettext

from partners.resources.tables import Table
from projects.models import Phase

COLUMNS: Final = (
    *("code", "titel", "thema", "fase", "stand", "in_voorbereiding", "status", "reden"),
    *("trekker", "organisatie", "doelgroep", "schuldfase", "overgenomen"),
    *("overgedragen_aan", "overgedragen_op"),
)


def project_table(projects: Any, themes: Any) -> Table:
    """One row for each theme without a project, and for each project that came with its card."""
    rows = [*(_theme_row(each) for each in themes), *(_row(each) for each in projects)]
    return Table(gettext("Projects"), COLUMNS, rows)


def _row(project: Any) -> tuple[Any, ...]:
    kinds, stands = dict(Phase.Kind.choices), dict(Phase.Status.choices)
    is_held = project.status == "on_hold"
    return (
        project.code,
        project.title,
        project.theme.name,
        str(kinds.get(project.stage, "")),
        str(stands.get(project.stage_status, "")),
        str(kinds.get(project.coming, "")),
        str(project.get_status_display()),
        (project.held_because or "") if is_held else project.stop_reason,
        project.leader or "",
        project.leads_from or "",
        project.target_group,
        str(project.get_debt_phase_display()),
        gettext("yes") if project.is_taken_over else gettext("no"),
        project.handed_over_to,
        project.handed_over_on,
    )


def _theme_row(theme: Any) -> tuple[Any, ...]:
    guides = [str(each.organisation or each.person) for each in theme.facilitators.all()]
    known = ("", theme.title, theme.theme.name, gettext("exploration"))
    stands = ("", "", str(theme.get_status_display()), theme.stop_reason, "", ", ".join(guides))
    return (*known, *stands, *[""] * (len(COLUMNS) - len(known) - len(stands)))
