"""What is not right about a file, by sheet and cell."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from schuldenlab.command_files import Malformed

from .marking import gettext_noop

SENTENCES: Final[Mapping[str, str]] = {
    "damaged": gettext_noop("this file cannot be opened; save it again as XLSX or ODS"),
    "locked": gettext_noop("this file has a password; save it without one"),
    "too_large": gettext_noop("this file becomes too large when it is unpacked"),
    "declares": gettext_noop("this file declares more than a spreadsheet may"),
    "other": gettext_noop("this is no business case as it was written here"),
    "formula": gettext_noop("there is a formula; type the number or the text itself"),
    "no_number": gettext_noop("“{value}” is no number"),
    "no_text": gettext_noop("“{value}” is no text"),
    "digits": gettext_noop(
        "“{value}” has more than fifteen digits, which a spreadsheet does not hold"
    ),
    "empty": gettext_noop("is empty"),
    "whole": gettext_noop("“{value}” is no whole number"),
    "no_year": gettext_noop("“{value}” is no year from 2000 to 2100"),
    "rate": gettext_noop("“{value}” is no rate a year; write it as 2.25%"),
    "horizon": gettext_noop("“{value}” is no number of years that has its columns in the lines"),
    "word": gettext_noop("“{value}” is none of {words}"),
    "twice": gettext_noop("“{value}” stands here twice"),
    "years": gettext_noop("the columns of the years are not t0, t1, …"),
    "no_party": gettext_noop("“{value}” is not in the list of parties"),
    "to_itself": gettext_noop("“{value}” gives to itself"),
    "no_receiver": gettext_noop("only a transfer goes to somebody"),
    "share": gettext_noop("“{value}” does not lie between 0 and 100%"),
    "low": gettext_noop("“{value}” does not lie between 0 and 1"),
    "high": gettext_noop("“{value}” lies below 1"),
    "factor": gettext_noop("“{value}” lies below 0"),
    "euro": gettext_noop(
        "a line in euro has no effect, price or deadweight: let it count cases, or empty these"
    ),
    "pm": gettext_noop("a line p.m. has no quantities"),
    "said": "{value}",
    "long": gettext_noop("the name “{value}” is longer than {words} letters"),
    "many": gettext_noop("there are more than {words} lines"),
}


@dataclass(frozen=True)
class Fault:
    """One thing that is not right; `sheet` and `cell` are empty when it is about the file."""

    code: str
    sheet: str = ""
    cell: str = ""
    value: str = ""
    words: str = ""

    @property
    def where(self) -> str:
        """The sheet and the cell, as people say it."""
        return " ".join(part for part in (self.sheet, self.cell) if part)

    def told(self, sentences: Mapping[str, str] = SENTENCES) -> str:
        """In a sentence."""
        return str(sentences[self.code]).format(value=self.value, words=self.words)


class NotReadable(Malformed):
    """A file that is no case; `faults` are all that was found, in the order of the file."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__(faults[0].where, faults[0].told())
        self.faults = tuple(faults)


def refuse(code: str) -> NotReadable:
    """About the file as a whole."""
    return NotReadable([Fault(code)])
