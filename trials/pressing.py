"""Many hands at the same moment."""

from __future__ import annotations

import threading
import traceback
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from django.core.cache import cache
from django.db import connections
from django.test import Client

from trials.filling import posted
from trials.held import held

if TYPE_CHECKING:
    from collections.abc import Callable

    from trials.persistence import Attempt

BROKEN = 500


def press(cookies: dict[str, str], url: str, attempt: Attempt) -> int:
    """What the server says when somebody with these cookies sends it."""
    browser = Client(raise_request_exception=False)
    browser.cookies.load(cookies)
    return int(browser.post(url, posted(attempt.form, attempt.files)).status_code)


def at_once(act: Callable[[], int], hands: int) -> tuple[Counter[int], set[str]]:
    """So many copies: what each was answered, and the constraints under which rows came.

    What breaks without an answer, as a task does, counts as a fault of the server.
    """
    before, start = held(), threading.Barrier(hands)
    cache.clear()  # the limits of one address count in here

    def at_the_barrier(_number: int) -> int:
        try:
            start.wait(timeout=60)
            return act()
        except Exception:  # noqa: BLE001 - whatever it is
            traceback.print_exc()
            return BROKEN
        finally:
            connections.close_all()

    with ThreadPoolExecutor(hands) as pool:
        codes = Counter(pool.map(at_the_barrier, range(hands)))
    return codes, set(held() - before)
