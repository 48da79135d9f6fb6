"""What the staff desk finds of projects."""

from typing import Any, Final

from django.db.models import CharField, Value
from django.db.models.functions import Cast, Concat, LPad
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from partners.search import looked_up, together
from partners.search.hits import first_hits
from projects.models import Project
from schuldenlab.web.ports import DeskHits

CODE: Final = Concat(
    Value("P"),
    Cast("year", CharField()),
    Value("-"),
    LPad(Cast("sequence", CharField()), 2, Value("0")),
    output_field=CharField(),
)


def projects(rows: Any, typed: str) -> Any:
    """By code, title and summary."""
    return looked_up(rows, together(CODE, "title", "summary"), typed)


def found_on_desk(typed: str, person: Any) -> list[DeskHits]:
    """By code, title and summary."""
    return [
        first_hits(
            Project.objects.visible_to(person),
            typed,
            title=_("Projects"),
            text=together(CODE, "title", "summary"),
            name="title",
            code=CODE,
            icon="briefcase",
            said=lambda row: (str(row), capfirst(row.get_status_display())),
        )
    ]
