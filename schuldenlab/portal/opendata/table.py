"""What a public table is: its columns, what they mean, which codes occur, and where its rows are.

From these descriptions come the files, the package that describes them (Table Schema), the page
about them and `docs/open-data.md`; so none of these can say something else than another.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

Cell = str | int | Decimal | date | datetime | None
Row = Sequence[Cell]


class Kind(StrEnum):
    """What a cell holds, by the names of Table Schema."""

    INTEGER = "integer"
    NUMBER = "number"
    TEXT = "string"
    DAY = "date"
    MOMENT = "datetime"
    YES_NO = "boolean"


KIND_WORDS: dict[Kind, Any] = {
    Kind.INTEGER: _("whole number"),
    Kind.NUMBER: _("decimal number"),
    Kind.TEXT: _("text"),
    Kind.DAY: _("day"),
    Kind.MOMENT: _("day and time"),
    Kind.YES_NO: _("true or false"),
}


@dataclass(frozen=True)
class Column:
    """One column. A code of `values` stands in the file; its word is for readers.

    `unit` says in what a number counts; `form` is a narrower form of Table Schema, such as `uri`.
    """

    name: str
    kind: Kind
    says: Any
    is_required: bool = True
    values: Sequence[tuple[str, Any]] = ()
    unit: Any = ""
    form: str = ""
    pattern: str = ""

    @property
    def kind_words(self) -> Any:
        """What its cells hold, for readers."""
        return KIND_WORDS[self.kind]


@dataclass(frozen=True)
class Link:
    """These columns hold the key of a row of another table."""

    columns: tuple[str, ...]
    table: str
    key: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """One table: `name` is that of its files.

    `rows` gives what is public at a moment, in the order of the columns; `version` is a hash of
    the same, made by the database in one query.
    """

    name: str
    title: Any
    says: Any
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    rows: Callable[[datetime], Iterable[Row]]
    version: Callable[[datetime], str]
    links: tuple[Link, ...] = ()

    @property
    def coded(self) -> list[Column]:
        """The columns that hold codes."""
        return [each for each in self.columns if each.values]


def in_both(words: Any) -> dict[str, str]:
    """Words in Dutch and in English, whatever language is spoken now."""
    said = {}
    for language, _name in settings.LANGUAGES:
        with override(language):
            said[language] = str(words)
    return said


def cells(columns: Iterable[Column], thing: Any) -> Row:
    """One row of something whose attributes are called as the columns."""
    return [getattr(thing, each.name) for each in columns]
