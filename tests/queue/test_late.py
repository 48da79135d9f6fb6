"""A worker that was held up, and more late messages than a chain of calls can hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

import celery
import pytest
from django.utils import timezone

from schuldenlab.web.models import Tick
from tests.processes import until
from tests.queue.conftest import CLOSE, PLACES

if TYPE_CHECKING:
    from tests.queue.conftest import Site, Work

TICK = "schuldenlab.web.tasks.tick"
LATE = 2_000


def send_late(url: str) -> None:
    """Messages that nobody took within a second."""
    app = celery.Celery("late", broker=url, set_as_current=False)
    app.conf.update(task_default_queue="schuldenlab")
    with app.connection_for_write() as line:
        for _number in range(LATE):
            app.send_task(TICK, connection=line, expires=1)
    app.close()


# The queue in PostgreSQL has a worker with threads, which holds no messages.
@pytest.mark.parametrize(
    "site", [pytest.param(True, id="redis", marks=pytest.mark.redis)], indirect=True
)
def test_a_worker_that_was_held_up_goes_on(site: Site, work: Work) -> None:
    assert site.redis
    work.add_ballots()
    site.hold(work.cast.raad)
    # What comes once more to a worker drives its loop as well.
    site.crew.environment["QUEUE_REDELIVERY_SECONDS"] = "600"
    site.start_worker("worker")
    site.ready("worker")
    for _place in range(PLACES):
        site.hint(CLOSE)
    until(lambda: site.blocked("worker") >= 1)
    send_late(site.redis.url)
    site.release()
    until(lambda: site.crew.log("worker").count("Discarding revoked task") >= LATE / 2)
    begin = timezone.now()
    site.hint(TICK)
    until(
        lambda: Tick.objects.filter(pk=TICK, last_at__gt=begin).exists(),
        lambda: site.crew.log("worker")[-3000:],
    )
    until(lambda: not work.open_ballots(), lambda: site.crew.log("worker")[-3000:])
    assert site.crew.is_alive("worker")
    assert "RecursionError" not in site.crew.log("worker")
