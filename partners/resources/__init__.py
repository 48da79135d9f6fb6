"""Reading files that people bring along, and saying per line what is wrong with them."""

from .files import Unreadable, read_partners
from .operators import as_text, read_day, read_file, refusal
from .rows import parse_date

__all__ = [
    "Unreadable",
    "as_text",
    "parse_date",
    "read_day",
    "read_file",
    "read_partners",
    "refusal",
]
