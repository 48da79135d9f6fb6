"""What waits for the kernteam at a moment, as far as a test asks about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from schuldenlab.portal.worklist import worklist_of

if TYPE_CHECKING:
    from datetime import datetime

    from schuldenlab.portal.worklist import Due


def waiting(at: datetime, *kinds: str) -> list[Due]:
    """Items of these kinds (what stands before the colon in their keys), the first day first."""
    return [due for due in worklist_of(at) if due.key.partition(":")[0] in kinds]
