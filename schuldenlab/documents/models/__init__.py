"""Documents, how open each record is, requests under the Woo, and years sent to the archive.

Nothing here knows which records there are: a record is named by its model and its number, as in the
audit trail.
"""

from .archive import YearExport, YearTransfer
from .files import Document, private_storage, random_name
from .openness import Openness
from .woo import WooItem, WooRequest

__all__ = [
    "Document",
    "Openness",
    "WooItem",
    "WooRequest",
    "YearExport",
    "YearTransfer",
    "private_storage",
    "random_name",
]
