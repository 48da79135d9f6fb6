"""A case as three sheets: what is assumed, the lines, and the result that follows from them."""

from decimal import Decimal

from projects.businesscase.case import Case
from projects.businesscase.effects import Level

from . import layout as at
from .cells import Look, Sheet
from .lines import Block, lines_sheet
from .results import result_sheet
from .words import Words


def book_of(case: Case, words: Words, *, title: str = "") -> list[Sheet]:
    """The assumptions, the lines and the result. Raises `NotReadable` for what no sheet holds."""
    named = [*case.parties]
    for line in case.lines:
        named += [each for each in (line.party, line.receiver) if each and each not in named]
    longest = max((len(line.effect.quantities) for line in case.lines), default=0)
    block = Block(
        years=max(case.horizon, longest),
        last_line=at.FIRST_LINE + len(case.lines) + at.SPARE_LINES - 1,
        last_party=at.FIRST_PARTY + len(named) + at.SPARE_PARTIES - 1,
        categories=len(words.categories),
    )
    return [
        _assumptions(case, words, named, block, title),
        lines_sheet(case, words, block),
        result_sheet(case, words, block, title),
    ]


def _assumptions(case: Case, words: Words, named: list[str], block: Block, title: str) -> Sheet:
    sheet = Sheet(
        at.ASSUMPTIONS, words["assumptions"], {1: 30, 2: 24, 3: 76, 4: 3, 5: 24, 6: 34}, (4, 1)
    )
    sheet.put(1, 1, title or words["title"], Look.TITLE)
    sheet.row(2, [words["layout"], at.MARK, words["layout_note"]], Look.NOTE)
    facts: list[tuple[str, int, str | Decimal | int, Look]] = [
        ("rate", at.RATE, case.percent.scaleb(-2), Look.INPUT_SHARE),
        ("base_year", at.BASE, case.base_year, Look.INPUT_WHOLE),
        ("price_year", at.PRICES, case.price_year, Look.INPUT_WHOLE),
        ("horizon", at.HORIZON, case.horizon, Look.INPUT_WHOLE),
        ("scenario", at.SCENARIO, words.of_code(Level.MID), Look.INPUT),
        ("factor", at.FACTOR, 1, Look.INPUT),
        ("added", at.ADDED, 0, Look.INPUT_SHARE),
    ]
    for name, row, value, look in facts:
        sheet.put(row, at.NAME, words[name])
        sheet.put(row, at.VALUE, value, look)
        sheet.put(row, at.REMARK, words[f"{name}_note"], Look.NOTE)
    sheet.choices.append((at.assumption(at.SCENARIO), at.words("low", "high")))
    sheet.put(at.FIRST_WORD - 1, at.CODE, words["words"], Look.HEAD)
    sheet.put(at.FIRST_WORD - 1, at.WORD, None, Look.HEAD)
    for row, pair in enumerate(words.pairs(), start=at.FIRST_WORD):
        sheet.row(row, [*pair], Look.NOTE, at.CODE)
    sheet.row(
        at.PARTIES_HEAD, [words["number"], words["parties"], words["parties_note"]], Look.HEAD
    )
    for number, row in enumerate(range(at.FIRST_PARTY, block.last_party + 1)):
        sheet.put(row, at.NAME, number + 1, Look.ORDER)
        sheet.put(row, at.VALUE, named[number] if number < len(named) else None, Look.INPUT)
    return sheet
