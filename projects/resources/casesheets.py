"""A business case as a spreadsheet in the language of the reader, and what is wrong with one."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from partners.resources.tables import KINDS as TABLES
from projects.businesscase import Line
from projects.businesscase.workbook import (
    ENGLISH,
    SENTENCES,
    Fault,
    NotReadable,
    Played,
    Words,
    as_ods,
    as_xlsx,
    book_of,
    cell_of,
    read_workbook,
)
from projects.models import BusinessCase, CaseLine

KINDS: Final[dict[str, tuple[Callable[..., bytes], str]]] = {
    "xlsx": (as_xlsx, TABLES["xlsx"][1]),
    "ods": (as_ods, TABLES["ods"][1]),
}
# Where the fields of a line stand that are called otherwise in a sheet.
COLUMNS: Final = {"low": "low_times", "high": "high_times"}


def sheet_words() -> Words:
    """Every word of the sheets as this reader says it."""
    texts = {name: _(text) for name, text in ENGLISH.texts.items()}
    return Words(texts, {str(code): str(word) for code, word in CaseLine.Category.choices})


def sheet_of(case: BusinessCase, kind: str) -> bytes:
    """The file of a version. Raises `NotReadable` for a number that no sheet holds."""
    title = _("%(title)s, business case version %(number)s")
    named = {"title": case.project.title, "number": case.version}
    write, _content_type = KINDS[kind]
    return write(book_of(case.as_case(), sheet_words(), title=title % named))


def read_sheet(content: bytes) -> Played:
    """The case of a file, with every line as we can keep it. Raises `NotReadable`."""
    played = read_workbook(content)
    faults = list(_unfit(played))
    if faults:
        raise NotReadable(faults)
    return played


def told(fault: Fault) -> str:
    """What is not right, in a sentence that begins with a capital."""
    said = fault.told({code: _(text) for code, text in SENTENCES.items()})
    return said[:1].upper() + said[1:]


def _unfit(played: Played) -> Iterator[Fault]:
    """What a line of the database would not take, by the cell that it stands in."""
    for row, line in zip(played.rows, played.case.lines, strict=True):
        try:
            _as_row(line).clean_fields(exclude=["case", "party", "receiver"])
        except ValidationError as error:
            for field, messages in error.message_dict.items():
                cell = cell_of(row, COLUMNS.get(field, field))
                yield Fault("said", played.sheet, cell, _first(messages))


def _first(messages: Sequence[str]) -> str:
    return " ".join(messages[:1])


def _as_row(line: Line) -> CaseLine:
    """The line as it would be kept; a category that is left out is the last one."""
    each = line.effect
    return CaseLine(
        position=0,
        kind=line.kind,
        text=line.text,
        category=line.category or CaseLine.Category.OTHER,
        is_effect=line.is_effect,
        unit=line.unit,
        quantities=list(each.quantities),
        effect=each.effect,
        price=each.price,
        deadweight=each.deadweight,
        low=each.spread.low,
        high=each.spread.high,
        certainty=line.certainty,
        source=line.source,
    )
