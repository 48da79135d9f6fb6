"""The lines of a file, each cell looked at."""

from collections.abc import Collection, Iterator, Mapping
from decimal import Decimal

from projects.businesscase.case import Certainty, Line
from projects.businesscase.effects import Effect, Spread
from projects.businesscase.flows import Kind

from . import layout as at
from .asking import Asking
from .lines import DEFAULTS, NUMBERS

ONE, NOTHING = Decimal(1), Decimal(0)
COUNTS = frozenset({"euro", "cases"})


def read_lines(
    sheet: Asking, words: Mapping[str, str], years: int, parties: Collection[str]
) -> Iterator[tuple[int, Line]]:
    """Every row in which something is filled in, with its line."""
    reader = _Row(sheet, words, years, parties)
    last = max((row for row, column in sheet.grid.cells if column > 1), default=0)
    for row in range(at.FIRST_LINE, last + 1):
        filled = any(
            (row, column) in sheet.grid.cells
            for column in range(at.AT["kind"], at.FIRST_QUANTITY + years)
        )
        if not filled:
            continue
        if row >= at.FIRST_LINE + at.MOST_LINES:
            sheet.wrong("many", (row, at.AT["kind"]), words=str(at.MOST_LINES))
            return
        line = reader.read(row)
        if line is not None:
            yield row, line


class _Row:
    """Turns the cells of a row into a line."""

    def __init__(
        self, sheet: Asking, words: Mapping[str, str], years: int, parties: Collection[str]
    ) -> None:
        self.sheet, self.years, self.parties = sheet, years, parties
        own = set(at.CODES)
        self.kinds = {word: code for word, code in words.items() if code in set(Kind)}
        self.certain = {word: code for word, code in words.items() if code in set(Certainty)}
        self.counts = {word: code for word, code in words.items() if code in COUNTS}
        self.categories = {word: code for word, code in words.items() if code not in own}

    def read(self, row: int) -> Line | None:
        """The line, or None when something about it is wrong."""
        before = len(self.sheet.faults)
        where = {name: (row, column) for name, column in at.AT.items()}
        kind = self.sheet.word(where["kind"], self.kinds)
        certainty = self.sheet.word(where["certainty"], self.certain)
        is_effect = self.sheet.word(where["counts"], self.counts, "euro") == "cases"
        giver, receiver = self._parties(where, kind)
        category = self.sheet.text(where["category"])
        texts = {name: self.sheet.text(where[name]) for name in ("text", "source", "unit")}
        effect = self._effect(where, row)
        if certainty == Certainty.PRO_MEMORIA and effect.quantities:
            self.sheet.wrong("pm", (row, at.FIRST_QUANTITY))
        usual = (effect.effect, effect.price, effect.deadweight) == (ONE, ONE, NOTHING)
        if not is_effect and not usual:
            self.sheet.wrong("euro", where["counts"])
        if len(self.sheet.faults) > before:
            return None
        return Line(
            party=giver,
            kind=Kind(kind),
            effect=effect,
            category=self.categories.get(category.casefold(), category),
            certainty=Certainty(certainty),
            receiver=receiver,
            is_effect=is_effect,
            **texts,
        )

    def _parties(self, where: Mapping[str, tuple[int, int]], kind: str) -> tuple[str, str]:
        names = {}
        for name in ("party", "receiver"):
            names[name] = self.sheet.text(where[name])
            is_needed = name == "party" or kind == Kind.TRANSFER
            if names[name] and names[name] not in self.parties:
                self.sheet.wrong("no_party", where[name])
            elif not names[name] and is_needed and self.sheet.is_empty(where[name]):
                self.sheet.wrong("empty", where[name])
        giver, receiver = names["party"], names["receiver"]
        if receiver and kind and kind != Kind.TRANSFER:
            self.sheet.wrong("no_receiver", where["receiver"])
        elif receiver and receiver == giver:
            self.sheet.wrong("to_itself", where["receiver"])
        return giver, receiver

    def _effect(self, where: Mapping[str, tuple[int, int]], row: int) -> Effect:
        numbers: dict[str, Decimal] = {}
        for name, usual in zip(NUMBERS, DEFAULTS, strict=True):
            is_share = name in {"effect", "deadweight"}
            found = self.sheet.number(where[name], is_share=is_share)
            numbers[name] = usual if found is None else found
        for name, code, least, most in (
            ("deadweight", "share", NOTHING, ONE),
            ("low_times", "low", NOTHING, ONE),
            ("high_times", "high", ONE, None),
        ):
            value = numbers[name]
            if value < least or (most is not None and value > most):
                self.sheet.wrong(code, where[name])
        return Effect(
            quantities=self._quantities(row),
            effect=numbers["effect"],
            price=numbers["price"],
            deadweight=numbers["deadweight"],
            spread=Spread(numbers["low_times"], numbers["high_times"]),
        )

    def _quantities(self, row: int) -> tuple[Decimal, ...]:
        """Per year; an empty cell before a filled one is 0."""
        cells = [(row, at.FIRST_QUANTITY + t) for t in range(self.years)]
        while cells and self.sheet.is_empty(cells[-1]):
            cells.pop()
        return tuple(self.sheet.number(each) or NOTHING for each in cells)
