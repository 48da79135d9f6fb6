"""The worklist of the kernteam: everything that is due, derived from the facts."""

from datetime import datetime

from .due import Due, in_order

__all__ = ["Due", "in_order", "worklist_of"]


def worklist_of(moment: datetime) -> list[Due]:
    """All that is due at that moment, the nearest last day first."""
    del moment
    return in_order([])
