"""Exchange: the ledger of a year and what is due as files, and what is kept about a person."""

from .dues import due_table
from .ledger import ledger_table
from .personal import personal_data

__all__ = [
    "due_table",
    "ledger_table",
    "personal_data",
]
