"""Reading projects that ran before the lab was kept here, with their published facts."""

import csv
import io
import re
from datetime import date
from typing import Final

from projects.actions import TakenOver

COLUMNS: Final = (
    *("project", "schuldfase", "doelgroep", "start", "stand", "partners", "cijfers", "bron"),
)
DEBT_PHASES: Final = {"preventie": "prevention", "curatie": "cure", "nazorg": "aftercare"}
BEGAN: Final = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")


def read_projects(content: bytes) -> list[TakenOver]:
    """The rows of a CSV with semicolons in UTF-8; `ValueError` names the row that is not right."""
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))
    missing = set(COLUMNS) - set(rows[0] if rows else ())
    if missing:
        msg = f"columns that are missing: {', '.join(sorted(missing))}"
        raise ValueError(msg)
    return [_project(row, number) for number, row in enumerate(rows, start=2)]


def _project(row: dict[str, str], number: int) -> TakenOver:
    facts = {name: (row[name] or "").strip() for name in COLUMNS}
    found = BEGAN.fullmatch(facts["start"])
    if not facts["project"] or found is None:
        msg = f"row {number}: a project has a name and a year in which it began"
        raise ValueError(msg)
    year, month, day = (int(part or 1) for part in found.groups())
    return TakenOver(
        title=facts["project"],
        debt_phase=DEBT_PHASES.get(facts["schuldfase"], ""),
        target_group=facts["doelgroep"],
        began=facts["start"],
        started_on=date(year, month, day),
        current_state=facts["stand"],
        partners=tuple(part.strip() for part in facts["partners"].split(";") if part.strip()),
        figures=facts["cijfers"],
        sources=facts["bron"],
    )
