"""What a figure of an annual account is: a value, and the rows that add up to it.

Nothing here is in a language: rows hold names as they are, days, amounts and codes, so that the
same edition can be frozen once and read in Dutch and in English.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final, TypeVar

from partners.querysets import local_day
from schuldenlab.portal.kompas import asked_of, governing
from schuldenlab.portal.measures import Asked

T = TypeVar("T")
ONE, NOTHING = Decimal(1), Decimal(0)
OTHERS: Final = "others"  # the key of the one row of all that may not be named


@dataclass(frozen=True)
class Row:
    """One row behind a figure. `key` says what it is about: “organisation:12”.

    Without `title` it stands for `count` things that may not be named. `note` is a code for words
    (`words.NOTES`), `text` something that has no language, such as the name of a theme. `measure`
    is a value of its own that does not count in the figure; then `text` is its unit.
    """

    key: str
    title: str = ""
    amount: Decimal = ONE
    on: date | None = None
    note: str = ""
    text: str = ""
    count: int = 1
    measure: Decimal | None = None

    @property
    def is_group(self) -> bool:
        """Whether it stands for others that may not be named."""
        return self.key.split(":")[0] == OTHERS

    def facts(self) -> dict[str, Any]:
        """As it is frozen."""
        return {
            "key": self.key,
            "title": self.title,
            "amount": plain(self.amount),
            "on": self.on.isoformat() if self.on else None,
            "note": self.note,
            "text": self.text,
            "count": self.count,
            "measure": None if self.measure is None else plain(self.measure),
        }

    @classmethod
    def of(cls, facts: Mapping[str, Any]) -> "Row":
        """A frozen row."""
        on = date.fromisoformat(facts["on"]) if facts["on"] else None
        measure = Decimal(facts["measure"]) if facts.get("measure") else None
        amount = Decimal(facts["amount"])
        return cls(**{**facts, "amount": amount, "on": on, "measure": measure})


@dataclass(frozen=True)
class Figure:
    """A figure with its rows; `whole` is what it is a part of: 21 of 24 partners.

    `value` is None when it would tell what one partner gives: then there are no rows either.
    `is_ratio`: it is its first row divided by its second, not their sum.
    """

    code: str
    unit: str
    rows: tuple[Row, ...] = ()
    value: Decimal | None = None
    whole: Decimal | None = None
    is_ratio: bool = False

    @property
    def is_shown(self) -> bool:
        """Whether everybody may know it."""
        return self.value is not None

    @property
    def adds_up(self) -> bool:
        """Whether its rows make its value."""
        if self.value is None:
            return not self.rows
        if self.is_ratio:
            return self.value == ratio(self.rows)
        return self.value == total(self.rows)

    def facts(self) -> dict[str, Any]:
        """As it is frozen."""
        return {
            "code": self.code,
            "unit": self.unit,
            "value": None if self.value is None else plain(self.value),
            "whole": None if self.whole is None else plain(self.whole),
            "ratio": self.is_ratio,
            "rows": [row.facts() for row in self.rows],
        }

    @classmethod
    def of(cls, facts: Mapping[str, Any]) -> "Figure":
        """A frozen figure."""
        value, whole = facts["value"], facts["whole"]
        return cls(
            facts["code"],
            facts["unit"],
            tuple(Row.of(row) for row in facts["rows"]),
            None if value is None else Decimal(value),
            None if whole is None else Decimal(whole),
            facts["ratio"],
        )


@dataclass(frozen=True)
class Question:
    """A year, and the moment at which we want to know; what several figures share is asked once.

    `knows_all`: for the kernteam, which may know every sum. Nothing of that is ever frozen.
    """

    year: int
    moment: datetime
    knows_all: bool = False
    known: dict[Any, Any] = field(default_factory=dict, compare=False, repr=False)

    def once(self, question: Callable[["Question"], T]) -> T:
        """The answer to a question that several figures share."""
        if question not in self.known:
            self.known[question] = question(self)
        answer: T = self.known[question]
        return answer

    @property
    def first(self) -> date:
        """The first day of the year."""
        return date(self.year, 1, 1)

    @property
    def day(self) -> date:
        """The day that is described: that of the moment, but within the year."""
        return min(local_day(self.moment), date(self.year, 12, 31))

    @property
    def asked(self) -> Asked | None:
        """The same for the measures of the Kompas; None when there was no framework."""
        return self.once(_asked)


def _asked(question: Question) -> Asked | None:
    framework = governing(question.year, question.moment)
    return None if framework is None else asked_of(framework, question.year, question.moment)


def counted(code: str, unit: str, rows: Iterable[Row], whole: int | None = None) -> Figure:
    """A figure that is the sum of its rows."""
    found = tuple(rows)
    return Figure(code, unit, found, total(found), Decimal(whole) if whole else None)


def hidden(code: str, unit: str) -> Figure:
    """A figure that would tell what one partner gives."""
    return Figure(code, unit)


def total(rows: Iterable[Row]) -> Decimal:
    """What the rows come to together."""
    return sum((row.amount for row in rows), NOTHING)


def ratio(rows: tuple[Row, ...]) -> Decimal:
    """The first row for each of the second, in cents."""
    return (rows[0].amount / rows[1].amount).quantize(Decimal("0.01"))


def plain(amount: Decimal) -> str:
    """An amount as text: no exponent, and no zeros behind the comma."""
    text = f"{amount:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
