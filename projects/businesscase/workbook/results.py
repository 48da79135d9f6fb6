"""The sheet of the result: who gains and who pays, in formulas over the lines."""

from typing import Final

from projects.businesscase.case import Case, Certainty

from . import layout as at
from .cells import Area, Formula, Look, Sheet
from .lines import Block
from .words import Words

HEAD: Final = (
    *("number", "party", "costs", "benefits", "transfers", "balance"),
    *("share_benefits", "share_costs"),
)
NUMBER, NAME, COSTS, BENEFITS, TRANSFERS, BALANCE, SHARE_BENEFITS, SHARE_COSTS = range(1, 9)
SPARE_PM = 6
OF_PARTY: Final = 'IF({name}="";"";{sums})'
SUM: Final = "SUMIFS({pv};{numbers};{number};{kinds};{kind})"
SHARE: Final = 'IF({name}="";"";IF({all}=0;"";{part}/{all}))'
STAYS: Final = "IF(ROUND({so_far};6)>=0;{next};0)"


def result_sheet(case: Case, words: Words, block: Block, title: str) -> Sheet:
    """The parties, the total, when it is paid back, and what is not in numbers."""
    sheet = Sheet(
        at.RESULT,
        words["result"],
        {1: 28, 2: 34, **dict.fromkeys(range(3, 9), 19)},
        (at.FIRST_RESULT, 3),
    )
    sheet.put(1, 1, title or words["title"], Look.TITLE)
    sheet.put(2, 1, words["result_note"], Look.NOTE)
    sheet.row(3, [words["scenario"], Formula("{it}", {"it": at.assumption(at.SCENARIO)})])
    sheet.put(4, 1, _indicative(words, block), Look.NOTE)
    sheet.row(at.RESULT_HEAD, [words[name] for name in HEAD[:2]], Look.HEAD)
    sheet.row(at.RESULT_HEAD, [words[name] for name in HEAD[2:]], Look.HEAD_NUMBER, COSTS)
    count = block.last_party - at.FIRST_PARTY + 1
    total = at.FIRST_RESULT + count
    for number in range(count):
        _party(sheet, at.FIRST_RESULT + number, at.FIRST_PARTY + number, total, block)
    _total(sheet, total, words, block)
    _payback(sheet, total, words, block)
    listed = sum(line.certainty == Certainty.PRO_MEMORIA for line in case.lines) + SPARE_PM
    _pro_memoria(sheet, total + 12, listed, words, block)
    return sheet


def _here(row: int, column: int) -> Area:
    return Area(at.RESULT, row, column, moves=True)


def _indicative(words: Words, block: Block) -> Formula:
    """Whether a line that counts rests on something else than measurement."""
    known = {
        "filled": block.column(at.AT["kind"]),
        "rests": block.column(at.AT["certainty"]),
        "measured": at.word(Certainty.MEASURED),
        "pm": at.word(Certainty.PRO_MEMORIA),
    }
    said = [words[name].replace('"', '""') for name in ("indicative", "measured")]
    return Formula(
        "IF(COUNTA({filled})>COUNTIFS({rests};{measured})+COUNTIFS({rests};{pm});"
        f'"{said[0]}";"{said[1]}")',
        known,
    )


def _party(sheet: Sheet, row: int, source: int, total: int, block: Block) -> None:
    name = Area(at.ASSUMPTIONS, source, at.VALUE)
    number = Area(at.ASSUMPTIONS, source, at.NAME)
    order = Formula('IF({name}="";"";{number})', {"name": name, "number": number})
    sheet.put(row, NUMBER, order, Look.ORDER)
    sheet.put(row, NAME, Formula('IF({name}="";"";{name})', {"name": name}))
    known = {
        "name": _here(row, NAME),
        "number": _here(row, NUMBER),
        "pv": block.column(block.present_value),
        "numbers": block.column(block.counted("party_number")),
        "kinds": block.column(at.AT["kind"]),
    }
    for column, kind in ((COSTS, "cost"), (BENEFITS, "benefit")):
        formula = Formula(OF_PARTY.replace("{sums}", SUM), {**known, "kind": at.word(kind)})
        sheet.put(row, column, formula, Look.EURO)
    got = SUM.replace("{numbers}", "{receivers}")
    moved = {
        **known,
        "receivers": block.column(block.counted("receiver_number")),
        "kind": at.word("transfer"),
    }
    formula = Formula(OF_PARTY.replace("{sums}", f"{got}-{SUM}"), moved)
    sheet.put(row, TRANSFERS, formula, Look.EURO)
    parts = {"name": known["name"]}
    parts |= {f"c{column}": _here(row, column) for column in (COSTS, BENEFITS, TRANSFERS)}
    balance = Formula('IF({name}="";"";{c4}-{c3}+{c5})', parts)
    sheet.put(row, BALANCE, balance, Look.EURO)
    for column, of in ((SHARE_BENEFITS, BENEFITS), (SHARE_COSTS, COSTS)):
        share = {"name": known["name"], "part": _here(row, of), "all": Area(at.RESULT, total, of)}
        sheet.put(row, column, Formula(SHARE, share), Look.SHARE)


def _total(sheet: Sheet, row: int, words: Words, block: Block) -> None:
    """All lines together, whichever party they name, and the figures that follow."""
    sheet.row(row, [words["total"], None], Look.TOTAL)
    lines = {"pv": block.column(block.present_value), "kinds": block.column(at.AT["kind"])}
    for column, kind in ((COSTS, "cost"), (BENEFITS, "benefit")):
        formula = Formula("SUMIFS({pv};{kinds};{kind})", {**lines, "kind": at.word(kind)})
        sheet.put(row, column, formula, Look.TOTAL_EURO)
    for column in (TRANSFERS, BALANCE, SHARE_BENEFITS, SHARE_COSTS):
        every = Area(at.RESULT, at.FIRST_RESULT, column, row - 1, column, moves=True)
        look = Look.TOTAL_EURO if column <= BALANCE else Look.TOTAL_SHARE
        sheet.put(row, column, Formula("SUM({every})", {"every": every}), look)
    sums = {"costs": _here(row, COSTS), "benefits": _here(row, BENEFITS)}
    sheet.put(row + 1, NUMBER, words["npv"])
    sheet.put(row + 1, NAME, Formula("{benefits}-{costs}", sums), Look.EURO)
    sheet.put(row + 2, NUMBER, words["ratio"])
    sheet.put(row + 2, NAME, Formula('IF({costs}=0;"";{benefits}/{costs})', sums), Look.FACTOR)
    sheet.put(row + 4, NUMBER, words["check"], Look.NOTE)
    said = [words[name].replace('"', '""') for name in ("check_good", "check_bad")]
    check = Formula(
        f'IF(ABS({{balance}}-{{npv}})<0.005;"{said[0]}";"{said[1]}")',
        {"balance": _here(row, BALANCE), "npv": _here(row + 1, NAME)},
    )
    sheet.put(row + 4, NAME, check, Look.NOTE)


def _payback(sheet: Sheet, total: int, words: Words, block: Block) -> None:
    """The sum so far, year by year, and from which year it stays at 0 or more."""
    top, first = total + 6, 2
    names = ("year", "discounted", "so_far", "stays")
    for row, name in enumerate(names, start=top):
        sheet.put(row, 1, words[name], Look.HEAD if row == top else Look.PLAIN)
    for t in range(block.years):
        column = first + t
        sheet.put(top, column, f"t{t}", Look.HEAD_NUMBER)
        known = {
            "amounts": block.column(block.first_amount + t),
            "kinds": block.column(at.AT["kind"]),
            "benefit": at.word("benefit"),
            "cost": at.word("cost"),
            "counts": Area(at.LINES, at.DISCOUNT_ROW, block.first_amount + t),
            "now": _here(top + 1, column),
            "before": _here(top + 2, column - 1),
            "so_far": _here(top + 2, column),
            "next": _here(top + 3, column + 1),
        }
        balance = "(SUMIFS({amounts};{kinds};{benefit})-SUMIFS({amounts};{kinds};{cost}))*{counts}"
        sheet.put(top + 1, column, Formula(balance, known), Look.EURO)
        sheet.put(top + 2, column, Formula("{before}+{now}" if t else "{now}", known), Look.EURO)
        stays = STAYS.replace("{next}", "1") if t == block.years - 1 else STAYS
        sheet.put(top + 3, column, Formula(stays, known))
    stays_row = Area(at.RESULT, top + 3, first, top + 3, first + block.years - 1)
    last = _here(top + 3, first + block.years - 1)
    found = f'IF({{last}}=0;"";{block.years}-SUM({{row}}))'
    sheet.put(total + 3, NUMBER, words["payback"])
    sheet.put(total + 3, NAME, Formula(found, {"last": last, "row": stays_row}))
    sheet.put(total + 3, COSTS, words["payback_note"], Look.NOTE)


def _pro_memoria(sheet: Sheet, top: int, count: int, words: Words, block: Block) -> None:
    sheet.row(top, [words["pro_memoria"], words["text"]], Look.HEAD)
    numbers = block.column(block.counted("pm_number"))
    for number in range(1, count + 1):
        for column, name in ((1, "party"), (2, "text")):
            known = {"from": block.column(at.AT[name]), "numbers": numbers}
            found = f'IFERROR(INDEX({{from}};MATCH({number};{{numbers}};0))&"";"")'
            sheet.put(top + number, column, Formula(found, known))
