"""Plain values between a partner file and the register: rows in, a report out.

Lines are physical lines of the file; line 1 is the header.
"""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

NAME = "organisatie"
SECTOR = "sector"
WEBSITE = "website"
JOINED = "lid_sinds"
KVK = "kvk"
CONTACT_NAME = "contact_naam"
CONTACT_EMAIL = "contact_email"
ROLE = "rol"
MAY_SIGN = "mag_tekenen"

Note = Callable[[int], None]  # hears how many lines are done


class Unreadable(Exception):  # noqa: N818 - it is an answer, not a fault
    """The input as a whole cannot be read; says from which line, when it is about one."""

    def __init__(self, message: str, line: int | None = 1) -> None:
        super().__init__(message)
        self.line = line

    def __str__(self) -> str:
        if self.line is None:
            return str(self.args[0])
        return gettext("Line %(line)s: %(message)s") % {
            "line": self.line,
            "message": self.args[0],
        }


@dataclass(frozen=True)
class Problem:
    """A cell that is not right, and what to do about it."""

    line: int
    column: str
    value: str
    message: str


@dataclass(frozen=True)
class Notice:
    """Something to know about a line that is no reason to refuse it."""

    line: int
    message: str


@dataclass(frozen=True)
class Contact:
    """A person that a row brings along. `email` is in small letters."""

    name: str
    email: str
    role: str
    may_sign: bool


@dataclass(frozen=True)
class PartnerRow:
    """One line of the file. With `problems` its other values may be empty.

    `is_external`: the file says that the organisation is no partner.
    """

    line: int
    name: str
    sector: str
    website: str = ""
    kvk_number: str = ""
    joined_on: date | None = None
    is_external: bool = False
    contact: Contact | None = None
    cells: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    def problem(self, column: str, message: str) -> Problem:
        """Something wrong with one cell of this row."""
        return Problem(self.line, column, self.cells.get(column, ""), message)


@dataclass(frozen=True)
class Sheet:
    """A file as it was read."""

    rows: tuple[PartnerRow, ...]
    notices: tuple[Notice, ...] = ()


Reader = Callable[[bytes, Note], Sheet]


class Outcome(models.TextChoices):
    """What an import does, or did, with the organisation of a row."""

    NEW = "new", _("new")
    CHANGED = "changed", _("changed")
    UNCHANGED = "unchanged", _("unchanged")
    WRONG = "wrong", _("not right")


@dataclass(frozen=True)
class RowOutcome:
    """One line of the preview.

    `brings` is the name of the person who comes along, `changes` the columns that bring news
    about a known organisation.
    """

    row: PartnerRow
    outcome: Outcome
    since: date | None = None
    brings: str = ""
    changes: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class ImportReport:
    """What an import did, or would do. Counts are organisations.

    `undated` are the lines of new partners without a date of joining in the file.
    """

    saved: bool
    created: int
    updated: int
    unchanged: int
    people_created: int
    notices: tuple[Notice, ...]
    errors: tuple[Problem, ...]
    rows: tuple[RowOutcome, ...] = ()
    undated: tuple[int, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """The report as operators read it; see `import_partners --json`."""
        facts = asdict(self)
        del facts["rows"], facts["undated"]
        return facts

    @property
    def good(self) -> tuple[RowOutcome, ...]:
        """Rows that can be imported."""
        return tuple(each for each in self.rows if each.outcome != Outcome.WRONG)

    @property
    def wrong(self) -> tuple[RowOutcome, ...]:
        """Rows that have to be mended first."""
        return tuple(each for each in self.rows if each.outcome == Outcome.WRONG)
