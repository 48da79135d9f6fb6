"""The sheet of the lines: what people fill in on the left, what follows from it on the right."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from projects.businesscase.case import Case, Certainty, Line
from projects.businesscase.flows import Kind

from . import layout as at
from .cells import Area, Formula, Look, Sheet, Value
from .words import Words

WIDTHS: Final = {
    "number": 6,
    "kind": 11,
    "party": 26,
    "receiver": 22,
    "text": 44,
    "category": 28,
    "counts": 16,
    "unit": 18,
    "certainty": 20,
    "source": 44,
    "effect": 11,
    "price": 14,
    "deadweight": 12,
    "low_times": 11,
    "high_times": 11,
}
LOOKS: Final = {"number": Look.PLAIN, "effect": Look.INPUT_SHARE, "deadweight": Look.INPUT_SHARE}
LOOKS_OF_MONEY: Final = {"price": Look.INPUT_EURO}
TEXTS: Final = ("kind", "party", "receiver", "text", "category", "counts", "unit", "certainty")
NUMBERS: Final = ("effect", "price", "deadweight", "low_times", "high_times")
DEFAULTS: Final = (Decimal(1), Decimal(1), Decimal(0), Decimal(1), Decimal(1))
PER_UNIT: Final = (
    'IF(OR({kind}="";{certainty}={w_pm});"";'
    'IF({effect}="";1;{effect})*IF({price}="";1;{price})'
    "*IF(AND({kind}={w_benefit};{counts}={w_cases});"
    "{factor}*(1-MIN(1;MAX(0;{deadweight}+{added})));1-{deadweight})"
    "*IF(OR({kind}={w_transfer};{scenario}={w_mid});1;"
    "IF(({scenario}={w_low})=({kind}={w_benefit});"
    'IF({low_times}="";1;{low_times});IF({high_times}="";1;{high_times}))))'
)
PARTY_NUMBER: Final = 'IF({name}="";"";SUMPRODUCT(EXACT({parties};TRIM({name}))*{numbers}))'


@dataclass(frozen=True)
class Block:
    """How far the tables of a book go, so that formulas cover them and their spare rows."""

    years: int
    last_line: int
    last_party: int
    categories: int

    def counted(self, name: str) -> int:
        """The column of something that is counted for each line."""
        return at.FIRST_QUANTITY + self.years + at.COUNTED.index(name)

    @property
    def first_amount(self) -> int:
        """The column of the amount of t = 0."""
        return at.FIRST_QUANTITY + self.years + len(at.COUNTED)

    @property
    def present_value(self) -> int:
        """The last column."""
        return self.first_amount + self.years

    def parties(self, column: int) -> Area:
        """The names or the numbers of the parties, with the empty rows below them."""
        return Area(at.ASSUMPTIONS, at.FIRST_PARTY, column, self.last_party, column)

    def column(self, column: int) -> Area:
        """A whole column of the lines."""
        return Area(at.LINES, at.FIRST_LINE, column, self.last_line, column)


def lines_sheet(case: Case, words: Words, block: Block) -> Sheet:
    """Every line, and empty ones below them."""
    widths = {at.AT[name]: width for name, width in WIDTHS.items()}
    widths |= dict.fromkeys(range(at.FIRST_QUANTITY, block.first_amount), 15)
    widths |= dict.fromkeys(range(block.first_amount, block.present_value + 1), 16)
    sheet = Sheet(at.LINES, words["lines"], widths, (at.FIRST_LINE, 4))
    sheet.put(1, 1, words["lines"], Look.TITLE)
    sheet.put(*at.LINES_MARK_AT, at.MARK, Look.NOTE)
    sheet.put(at.LINES_MARK_AT[0], 3, words["lines_note"], Look.NOTE)
    _head(sheet, words, block)
    for number, row in enumerate(range(at.FIRST_LINE, block.last_line + 1)):
        line = case.lines[number] if number < len(case.lines) else None
        sheet.put(row, 1, number + 1, Look.ORDER)
        _filled_in(sheet, row, line, words, block)
        _counted(sheet, row, block)
    _choices(sheet, block)
    return sheet


def _head(sheet: Sheet, words: Words, block: Block) -> None:
    names = [words[name] for name in at.COLUMNS]
    quantities = [f"t{t}" for t in range(block.years)]
    counted = [words[name] for name in at.COUNTED]
    amounts = [f"{words['amount']} t{t}" for t in range(block.years)]
    numbers: list[Value] = [*quantities, *counted, *amounts, words["present_value"]]
    first = at.AT[NUMBERS[0]] - 1
    sheet.row(at.HEAD_ROW, [*names[:first]], Look.HEAD)
    sheet.row(at.HEAD_ROW, [*names[first:], *numbers], Look.HEAD_NUMBER, first + 1)
    sheet.put(at.DISCOUNT_ROW, block.first_amount - 1, words["discount"], Look.NOTE)
    for t in range(block.years):
        known = {
            "base": at.assumption(at.BASE),
            "horizon": at.assumption(at.HORIZON),
            "rate": at.assumption(at.RATE),
        }
        year = Formula(f"{{base}}+{t}", known)
        factor = Formula(f"IF({t}<{{horizon}};1/(1+{{rate}})^{t};0)", known)
        for first in (at.FIRST_QUANTITY, block.first_amount):
            sheet.put(at.YEAR_ROW, first + t, year, Look.NOTE)
        sheet.put(at.DISCOUNT_ROW, block.first_amount + t, factor, Look.FACTOR)


def _filled_in(sheet: Sheet, row: int, line: Line | None, words: Words, block: Block) -> None:
    values: dict[str, Value] = {}
    is_euro = line is None or not line.is_effect
    if line is not None:
        values = {**_texts(line, words), **_numbers(line)}
    for name in at.COLUMNS[1:]:
        look = {**LOOKS, **LOOKS_OF_MONEY}.get(name, Look.INPUT)
        sheet.put(row, at.AT[name], values.get(name), look)
    quantities = line.effect.quantities if line else ()
    for t in range(block.years):
        quantity = quantities[t] if t < len(quantities) else None
        look = Look.INPUT_EURO if is_euro else Look.INPUT
        sheet.put(row, at.FIRST_QUANTITY + t, quantity, look)


def _texts(line: Line, words: Words) -> dict[str, Value]:
    return {
        "kind": words.of_code(line.kind),
        "party": line.party,
        "receiver": line.receiver or None,
        "text": line.text or None,
        "category": words.categories.get(line.category, line.category) or None,
        "counts": words.of_code("cases" if line.is_effect else "euro"),
        "unit": line.unit or None,
        "certainty": words.of_code(line.certainty),
        "source": line.source or None,
    }


def _numbers(line: Line) -> dict[str, Value]:
    """The numbers beside the quantities; where they say nothing the cell stays empty."""
    each = line.effect
    values = (each.effect, each.price, each.deadweight, each.spread.low, each.spread.high)
    says_all = line.is_effect and line.certainty != Certainty.PRO_MEMORIA
    return {
        name: value
        for name, value, usual in zip(NUMBERS, values, DEFAULTS, strict=True)
        if says_all or value != usual
    }


def _counted(sheet: Sheet, row: int, block: Block) -> None:
    here = {name: Area(at.LINES, row, column, moves=True) for name, column in at.AT.items()}
    per_unit = Area(at.LINES, row, block.counted("per_unit"), moves=True)
    known = {
        **here,
        "factor": at.assumption(at.FACTOR),
        "added": at.assumption(at.ADDED),
        "scenario": at.assumption(at.SCENARIO),
        **{f"w_{code}": at.word(code) for code in at.CODES},
    }
    parties = {"parties": block.parties(at.VALUE), "numbers": block.parties(at.NAME)}
    for name in ("party", "receiver"):
        formula = Formula(PARTY_NUMBER, {"name": here[name], **parties})
        sheet.put(row, block.counted(f"{name}_number"), formula)
    column = block.counted("pm_number")
    above = Area(at.LINES, at.HEAD_ROW, column, row - 1, grows=True)
    count = Formula('IF({certainty}={w_pm};COUNT({above})+1;"")', {**known, "above": above})
    sheet.put(row, column, count)
    sheet.put(row, per_unit.left, Formula(PER_UNIT, known), Look.EURO)
    for t in range(block.years):
        quantity = Area(at.LINES, row, at.FIRST_QUANTITY + t, moves=True)
        amount = Formula('IF({m}="";"";{q}*{m})', {"m": per_unit, "q": quantity})
        sheet.put(row, block.first_amount + t, amount, Look.EURO)
    first, last = block.first_amount, block.first_amount + block.years - 1
    spans = {
        "m": per_unit,
        "amounts": Area(at.LINES, row, first, row, last, moves=True),
        "factors": Area(at.LINES, at.DISCOUNT_ROW, first, at.DISCOUNT_ROW, last),
    }
    value = Formula('IF({m}="";"";SUMPRODUCT({amounts};{factors}))', spans)
    sheet.put(row, block.present_value, value, Look.EURO)


def _choices(sheet: Sheet, block: Block) -> None:
    parties = block.parties(at.VALUE)
    sources = {
        "kind": at.words(Kind.COST, Kind.TRANSFER),
        "party": parties,
        "receiver": parties,
        "counts": at.words("euro", "cases"),
        "certainty": at.words(Certainty.MEASURED, Certainty.PRO_MEMORIA),
    }
    if block.categories:
        first = at.FIRST_WORD + len(at.CODES)
        last = first + block.categories - 1
        sources["category"] = Area(at.ASSUMPTIONS, first, at.WORD, last, at.WORD)
    sheet.choices += [(block.column(at.AT[name]), source) for name, source in sources.items()]
