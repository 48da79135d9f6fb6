"""The clock stood still for three days, and then runs three times: everything is done once."""

from __future__ import annotations

import time
from datetime import timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.utils import timezone

from schuldenlab.web.models import Tick
from tests.processes import until
from tests.queue.conftest import BALLOTS, CLOSE, ROUNDS, SEND

if TYPE_CHECKING:
    from tests.queue.conftest import Site, Work

THREE_DAYS = timedelta(days=3)
BEATS = ("beat1", "beat2", "beat3")


def test_late_and_three_times(site: Site, work: Work) -> None:
    work.add_ballots()
    work.add_letters("old", 30)
    Tick.objects.create(pk=settings.CLOCK, last_at=timezone.now() - THREE_DAYS)
    site.start_worker("worker")
    site.ready("worker")
    for _number in range(5):  # what was left in the queue three days ago
        site.hint(CLOSE, expires=timezone.now() - THREE_DAYS)
        site.hint(SEND, expires=timezone.now() - THREE_DAYS)
    for name in BEATS:
        site.start_beat(name)
    site.ready(*BEATS)
    until(work.is_done, lambda: site.crew.log("worker"))
    work.was_done_once(site.sink)

    work.add_ballots(2, closes_at=timezone.now() + timedelta(seconds=1))
    end = time.monotonic() + ROUNDS
    while time.monotonic() < end:
        work.add_letters(f"new{time.monotonic()}", 3)
        time.sleep(0.3)
    until(work.is_done, lambda: site.crew.log("worker"))
    work.was_done_once(site.sink)
    assert work.closed_ballots() == BALLOTS + 2
    assert not work.letters("uncertain") + work.letters("failed")
    for name in BEATS:
        assert "Sending due task tick" in site.crew.log(name)
    assert timezone.now() - Tick.objects.get(pk=settings.CLOCK).last_at < timedelta(seconds=30)
