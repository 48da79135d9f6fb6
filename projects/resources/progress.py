"""How all projects went, quarter by quarter, as a table."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext

from partners.resources.tables import Table


def progress_table(heads: Sequence[str], rows: Sequence[dict[str, Any]]) -> Table:
    """One row for each project, one column for each quarter, in words."""
    columns = ("code", "titel", "trekker", "organisatie", *heads)
    return Table(gettext("Progress"), columns, [_row(each) for each in rows])


def _row(row: dict[str, Any]) -> tuple[str, ...]:
    project = row["project"]
    known = (project.code, project.title, project.leader or "", project.leads_from or "")
    return (*known, *(str(cell["text"]) for cell in row["cells"]))
