"""Look for cycles of garbage less often: what was collected stays until the end of the run.

Ten thousand tests and all of Django are alive in every worker, and Python's collector went past
them again and again: a twelfth of the time of a page.
"""

from __future__ import annotations

import gc

ALLOCATIONS = 50_000  # more objects made than thrown away, before the youngest are looked at


def pytest_collection_finish() -> None:
    """What lives now, lives on; leave it alone."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(ALLOCATIONS, 20, 50)
