"""What is not right about a file, by sheet and cell."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from schuldenlab.command_files import Malformed

SENTENCES: Final[Mapping[str, str]] = {
    "damaged": "this file cannot be opened; save it again as XLSX or ODS",
    "locked": "this file has a password; save it without one",
    "too_large": "this file becomes too large when it is unpacked",
    "declares": "this file declares more than a spreadsheet may",
    "other": "this is no business case as it was written here",
    "formula": "there is a formula; type the number or the text itself",
    "no_number": "“{value}” is no number",
    "no_text": "“{value}” is no text",
    "digits": "“{value}” has more than fifteen digits, which a spreadsheet does not hold",
    "empty": "is empty",
    "whole": "“{value}” is no whole number",
    "no_year": "“{value}” is no year from 2000 to 2100",
    "rate": "“{value}” is no rate a year; write it as 2.25%",
    "horizon": "“{value}” is no number of years that has its columns in the lines",
    "word": "“{value}” is none of {words}",
    "twice": "“{value}” stands here twice",
    "years": "the columns of the years are not t0, t1, …",
    "no_party": "“{value}” is not in the list of parties",
    "to_itself": "“{value}” gives to itself",
    "no_receiver": "only a transfer goes to somebody",
    "share": "“{value}” does not lie between 0 and 100%",
    "low": "“{value}” does not lie between 0 and 1",
    "high": "“{value}” lies below 1",
    "factor": "“{value}” lies below 0",
    "euro": "a line in euro has no effect, price or deadweight: let it count cases, or empty these",
    "pm": "a line p.m. has no quantities",
    "many": "there are more than {words} lines",
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
