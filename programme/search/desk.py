"""What the staff desk finds of innovation themes, ballots and decisions."""

from typing import Any, Final

from django.db.models import CharField, Value
from django.db.models.functions import Cast, Concat, LPad
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from partners.search import looked_up, together
from partners.search.hits import first_hits
from programme.models import Ballot, Decision, InnovationTheme
from schuldenlab.web.ports import DeskHits

NUMBER: Final = Concat(
    Cast("year", CharField()),
    Value("-"),
    LPad(Cast("sequence", CharField()), 2, Value("0")),
    output_field=CharField(),
)


def decisions(rows: Any, typed: str) -> Any:
    """By number and title."""
    return looked_up(rows, together(NUMBER, "title"), typed)


def found_on_desk(typed: str, person: Any) -> list[DeskHits]:
    """By kind; each kind in one query."""
    return [
        first_hits(
            Decision.objects.visible_to(person),
            typed,
            title=_("Decisions"),
            text=together(NUMBER, "title"),
            name="title",
            code=NUMBER,
            icon="scales",
            said=lambda row: (f"{row.number} {row.title}", _decided(row)),
        ),
        first_hits(
            InnovationTheme.objects.visible_to(person),
            typed,
            title=_("Innovation themes"),
            text=together("title"),
            name="title",
            icon="bulb",
            said=lambda row: (row.title, capfirst(row.get_status_display())),
        ),
        first_hits(
            Ballot.objects.visible_to(person),
            typed,
            title=_("Ballots"),
            text=together("title"),
            name="title",
            icon="ballot",
            said=lambda row: (row.title, capfirst(row.get_status_display())),
        ),
    ]


def _decided(decision: Decision) -> str:
    """On which day, and how it stands."""
    day = date_format(localtime(decision.taken_at).date())
    return f"{day}, {decision.get_status_display()}"
