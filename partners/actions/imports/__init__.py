"""Bringing partners from a file: at once, or as a run that is checked, confirmed and saved."""

from .partners import IMPORT_LOCK, import_partners
from .runs import (
    begin_import,
    check_import,
    confirm_import,
    fail_import,
    save_import,
    withdraw_import,
)

__all__ = [
    "IMPORT_LOCK",
    "begin_import",
    "check_import",
    "confirm_import",
    "fail_import",
    "import_partners",
    "save_import",
    "withdraw_import",
]
