"""Reading files that people bring along, and saying per line what is wrong; and making files."""

from partners.actions.imports.preview import refusal
from partners.actions.imports.sheets import Unreadable

from .files import look_into, read_partners
from .operators import as_text, read_day, read_file
from .rows import parse_date

__all__ = [
    "Unreadable",
    "as_text",
    "look_into",
    "parse_date",
    "read_day",
    "read_file",
    "read_partners",
    "refusal",
]
