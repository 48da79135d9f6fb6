"""Exchange: what is kept about a person, and the ledger of a year."""

from .ledger import ledger_table
from .personal import personal_data

__all__ = ["ledger_table", "personal_data"]
