"""Waking the sender: an urgent letter is not to wait for the next sweep.

A message to the worker costs as much as a letter. When hundreds vote in one minute, a process
wakes the sender for the first letter, and for all that it writes in the second after that, once.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from threading import Lock

from celery import current_app

PAUSE = 1.0  # seconds
TASK = "schuldenlab.outbox.tasks.send_due_letters"


@dataclass
class Waking:
    """When this process woke the sender last, and until when a message in hand covers."""

    woken: float = float("-inf")
    covered: float = float("-inf")

    def wake(self, now: float) -> float | None:
        """In how many seconds the sender must be woken for a letter of now; None: it will be.

        A clock that was set back counts as time that passed.
        """
        if now < self.woken:
            self.woken = self.covered = float("-inf")
        if now - self.woken >= PAUSE:
            self.woken = now
            return 0.0
        if now < self.covered:
            return None
        self.covered = now + PAUSE
        return PAUSE


_this_process, _one_at_a_time = Waking(), Lock()


def wake_sender() -> None:
    """Tell the worker that an urgent letter waits; without a broker the next sweep finds it."""
    with _one_at_a_time:
        later = _this_process.wake(time.monotonic())
    if later is not None:
        current_app.tasks[TASK].apply_async(countdown=later or None)
