"""What the year puts on paper."""

from .decisions import year_pdf
from .packs import pack_pdf
from .programmes import programme_pdf

__all__ = ["pack_pdf", "programme_pdf", "year_pdf"]
