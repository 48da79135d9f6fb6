"""A case as a spreadsheet that counts by itself, and back: XLSX and ODS, without Django.

`making` writes a case as sheets with formulas, in the words that it is given; `xlsx` and `ods` make
a file of them. `reading` takes the inputs of such a file and nothing that it has counted.
The layout is described in `docs/businesscase.md`.
"""

from .faults import SENTENCES, Fault, NotReadable
from .making import book_of
from .ods import as_ods
from .reading import Played, cell_of, is_workbook, read_workbook
from .words import ENGLISH, Words
from .xlsx import as_xlsx

__all__ = [
    "ENGLISH",
    "SENTENCES",
    "Fault",
    "NotReadable",
    "Played",
    "Words",
    "as_ods",
    "as_xlsx",
    "book_of",
    "cell_of",
    "is_workbook",
    "read_workbook",
]
