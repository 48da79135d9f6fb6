"""Home of the kernteam: what is due first, and the Kompas in small."""

from collections.abc import Iterable
from datetime import datetime, time
from typing import Any, Final

from django.urls import reverse

from partners.querysets import local_day
from programme.deadlines import CITY_ZONE
from schuldenlab.portal.asks.ask import Ask
from schuldenlab.portal.small import kompas_in_small
from schuldenlab.portal.worklist import Due, worklist_of
from schuldenlab.portal.worklist.rows import Row, rows_of

SHOWN: Final = 3


def team_of(person: Any) -> dict[str, Any]:
    """The first of the worklist, how long that is, and the Kompas; nothing for anybody else."""
    if not person.standing.is_kernteam:
        return {}
    day, dues = local_day(person.moment), worklist_of(person.moment)
    return {
        "kompas": kompas_in_small(person.moment),
        "dues": rows_of(dues[:SHOWN], day, {}),
        "due_count": len(dues),
        "worklist_url": reverse("portal:worklist"),
    }


def as_asks(rows: Iterable[Row], person: Any) -> list[Ask]:
    """What is due as cards with the badge of the worklist, for when nothing else is asked."""
    day = local_day(person.moment)
    return [
        Ask(
            title=each.due.title,
            text=each.due.text,
            icon=each.due.icon,
            due=_end_of(each.due),
            days_left=each.due.days_left(day),
            url=each.due.url,
            action=each.due.button,
            due_is_day=True,
            badge=(each.kind, each.left, each.icon),
        )
        for each in rows
    ]


def _end_of(due: Due) -> datetime | None:
    return datetime.combine(due.due_on, time.max, tzinfo=CITY_ZONE) if due.due_on else None
