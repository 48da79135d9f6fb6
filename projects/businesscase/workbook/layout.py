"""Where everything stands in the sheets. A file of another layout gets another `MARK`."""

from typing import Final

from .cells import Area

MARK: Final = "businesscase 1"
ASSUMPTIONS, LINES, RESULT = "assumptions", "lines", "result"

# -- the assumptions: names in A, values in B, remarks in C; words by code in E and F --------------
NAME, VALUE, REMARK, CODE, WORD = 1, 2, 3, 5, 6
MARK_AT: Final = (2, VALUE)
RATE, BASE, PRICES, HORIZON, SCENARIO, FACTOR, ADDED = range(4, 11)
PARTIES_HEAD, FIRST_PARTY, SPARE_PARTIES, MOST_PARTIES = 13, 14, 6, 200
LONGEST_NAME: Final = 120  # letters of a party, as the register holds them
FIRST_WORD, MOST_WORDS = 4, 60
CODES: Final = (
    *("cost", "benefit", "transfer"),
    *("measured", "literature", "expert", "pm"),
    *("euro", "cases"),
    *("low", "mid", "high"),
)

# -- the lines: one a row, with their quantities a year, and what is counted of them ---------------
COLUMNS: Final = (
    *("number", "kind", "party", "receiver", "text", "category", "counts", "unit", "certainty"),
    *("source", "effect", "price", "deadweight", "low_times", "high_times"),
)
AT: Final = {name: column for column, name in enumerate(COLUMNS, start=1)}
YEAR_ROW, DISCOUNT_ROW, HEAD_ROW, FIRST_LINE = 2, 3, 4, 5
LINES_MARK_AT: Final = (2, 1)
FIRST_QUANTITY = len(COLUMNS) + 1
SPARE_LINES, MOST_LINES, MOST_YEARS = 20, 1_000, 101
COUNTED: Final = ("party_number", "receiver_number", "pm_number", "per_unit")

# -- the result ------------------------------------------------------------------------------------
RESULT_HEAD, FIRST_RESULT = 6, 7


def assumption(row: int) -> Area:
    """The value of an assumption."""
    return Area(ASSUMPTIONS, row, VALUE)


def word(code: str) -> Area:
    """The word that stands for a kind, a certainty, a scenario."""
    return Area(ASSUMPTIONS, FIRST_WORD + CODES.index(code), WORD)


def words(first: str, last: str) -> Area:
    """The words of one sort, to choose from."""
    begin, end = word(first), word(last)
    return Area(ASSUMPTIONS, begin.top, WORD, end.top, WORD)
