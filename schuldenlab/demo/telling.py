"""How far the telling of the story is: said by whoever tells it, and read by the web.

The story is one transaction, so nobody sees any of it before it is told. What everybody does see is
the name under which a connection to PostgreSQL goes; and that is gone when the teller is.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from django.db import ProgrammingError, connection

from schuldenlab.audit.models import Entry

ORIGIN: Final = "story"  # of everything in the audit trail that the story did
NAME: Final = re.compile(r"story (\d{4})-(\d\d) (\d+)%")
TELLERS: Final = """
    SELECT application_name FROM pg_stat_activity
     WHERE datname = current_database() AND usename = current_user
       AND starts_with(application_name, 'story ')
"""


@dataclass(frozen=True)
class Progress:
    """The month that is told now, and how many of a hundred acts are done."""

    month: date
    percent: int


class Teller:
    """Says how far the story is, each time that it is a step further."""

    def __init__(self) -> None:
        self.said = ""

    def say(self, moment: datetime, done: int, left: int) -> None:
        """Go by a name that tells the month, and the share of acts that are done."""
        name = f"story {moment:%Y-%m} {100 * done // (done + left)}%"
        if name != self.said:
            with connection.cursor() as cursor:
                cursor.execute("SELECT set_config('application_name', %s, false)", [name])
            self.said = name


def progress() -> Progress | None:
    """How far somebody is who tells the story now."""
    with connection.cursor() as cursor:
        cursor.execute(TELLERS)
        names = [NAME.fullmatch(name) for (name,) in cursor.fetchall()]
    found = next((name for name in names if name), None)
    if found is None:
        return None
    year, month, percent = map(int, found.groups())
    return Progress(date(year, month, 1), percent)


def is_told() -> bool:
    """Whether the story stands in the database. Before the first table does, it does not."""
    try:
        return Entry.objects.filter(origin=ORIGIN).exists()
    except ProgrammingError:
        return False
