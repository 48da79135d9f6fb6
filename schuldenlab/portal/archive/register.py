"""All records of the archive in one list: read page by page, whatever their number."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import IntegerField, Model, Q, QuerySet, TextField, Value
from django.db.models.functions import Cast, Coalesce

from partners.search import looked_up
from schuldenlab.documents.models import Openness
from schuldenlab.documents.querysets import Subject

from .kind import Kind
from .kinds import BY_CODE, KINDS

UNJUDGED = "none"
# Names that no model has for a field of its own.
FIELDS = ("its_kind", "its_number", "its_title", "its_day", "its_end", "its_state")
ORDER = ("its_day", "its_kind", "its_number")


@dataclass(frozen=True)
class Record:
    """One record of the list: enough to name it, and how open it was judged."""

    kind: Kind
    number: int
    title: str
    on: date
    ended: date | None  # None: it still runs
    state: str

    @property
    def subject(self) -> Subject:
        """As the openness names it."""
        return self.kind.type, self.number

    @property
    def key(self) -> str:
        """As a form names it."""
        return f"{self.kind.code}-{self.number}"


@dataclass(frozen=True)
class Wanted:
    """What is looked for; what is left empty asks nothing. `first` and `last` are included."""

    first: date | None = None
    last: date | None = None
    kind: str = ""
    state: str = ""
    words: str = ""
    narrow: dict[str, int] = field(default_factory=dict)

    @classmethod
    def of_year(cls, year: int, **asked: Any) -> "Wanted":
        """Of one calendar year."""
        return cls(date(year, 1, 1), date(year, 12, 31), **asked)

    @property
    def kinds(self) -> list[Kind]:
        """Those in which an answer can be: a kind that knows no projects has none of a project."""
        asked = [BY_CODE[self.kind]] if self.kind in BY_CODE else list(KINDS)
        return [kind for kind in asked if self.narrow.keys() <= kind.narrow.keys()]


def rows_of(kind: Kind, wanted: Wanted) -> QuerySet[Any]:
    """The records of one kind as rows of the list."""
    rows: QuerySet[Any] = kind.model._base_manager.filter(kind.only)  # noqa: SLF001
    rows = rows.annotate(its_day=kind.on).filter(its_day__isnull=False)
    if wanted.first:
        rows = rows.filter(its_day__gte=wanted.first)
    if wanted.last:
        rows = rows.filter(its_day__lte=wanted.last)
    for name, key in wanted.narrow.items():
        rows = rows.filter(pk__in=_narrowed(kind, name, key))
    if wanted.words.strip():
        rows = looked_up(rows, kind.words, wanted.words)
    rows = rows.annotate(state_known=Openness.objects.state_of(kind.type))
    if wanted.state == UNJUDGED:
        rows = rows.filter(state_known=None)
    elif wanted.state:
        rows = rows.filter(state_known=wanted.state)
    listed_rows: QuerySet[Any] = rows.order_by().annotate(
        its_kind=Value(kind.code, output_field=TextField()),
        its_number=Cast("pk", IntegerField()),
        its_title=kind.title,
        its_end=kind.on if kind.ends is None else kind.ends,
        its_state=Coalesce("state_known", Value(UNJUDGED), output_field=TextField()),
    )
    return listed_rows


def _narrowed(kind: Kind, name: str, key: int) -> QuerySet[Any]:
    which: Q = kind.narrow[name](key)
    return kind.model._base_manager.filter(which).order_by().values("pk")  # noqa: SLF001


def listed(wanted: Wanted) -> Any:
    """The list, by day and kind, as rows of values that a page can cut a piece from."""
    parts = [rows_of(kind, wanted).values(*FIELDS) for kind in wanted.kinds]
    if not parts:
        return Openness.objects.none().values()
    first, *others = parts
    found = first.union(*others, all=True) if others else first
    return found.order_by(*ORDER)


def as_records(rows: Iterable[Any]) -> list[Record]:
    """Rows of the list as records."""
    return [
        Record(BY_CODE[code], *said)
        for code, *said in ([row[name] for name in FIELDS] for row in rows)
    ]


def records_of(wanted: Wanted) -> list[Record]:
    """All of them, in one query."""
    return as_records(listed(wanted))


def records_named(keys: Iterable[str]) -> list[Record]:
    """The records that a form names, as far as they are in the list; one query."""
    by_kind: dict[str, set[int]] = {}
    for key in keys:
        code, _dash, number = key.partition("-")
        if code in BY_CODE and number.isdecimal() and len(number) < 19:  # noqa: PLR2004
            by_kind.setdefault(code, set()).add(int(number))
    parts = [
        rows_of(BY_CODE[code], Wanted()).filter(pk__in=numbers).values(*FIELDS)
        for code, numbers in sorted(by_kind.items())
    ]
    if not parts:
        return []
    found = parts[0].union(*parts[1:], all=True) if len(parts) > 1 else parts[0]
    return as_records(found.order_by(*ORDER))


def records_at(subjects: Sequence[Subject]) -> list[Record]:
    """The records of these subjects, in the order of their days."""
    codes = {kind.type: kind.code for kind in KINDS}
    return records_named(f"{codes[label]}-{key}" for label, key in subjects if label in codes)


def as_nouns(records: Iterable[Record]) -> list[Model]:
    """The records by number only, as acts take them."""
    return [record.kind.model(pk=record.number) for record in records]


def unjudged_of(year: int) -> dict[str, int]:
    """How many records of a year there are of each state, in one query."""
    counts: dict[str, int] = {}
    for state in listed(Wanted.of_year(year)).values_list("its_state", flat=True):
        counts[state] = counts.get(state, 0) + 1
    return counts
