"""Exchange: what is due as a file, and what is kept about a person."""

from .dues import due_table
from .personal import personal_data

__all__ = ["due_table", "personal_data"]
