"""Open data: what is public as files, and one description from which all the rest comes."""

from .catalogue import catalogue
from .files import FORMATS
from .package import LICENCE, as_text, described, edition_of
from .table import Column, Kind, Link, Table
from .tables import TABLES, kompas_of, table_called, tables_at

__all__ = [
    "FORMATS",
    "LICENCE",
    "TABLES",
    "Column",
    "Kind",
    "Link",
    "Table",
    "as_text",
    "catalogue",
    "described",
    "edition_of",
    "kompas_of",
    "table_called",
    "tables_at",
]
