"""A worker is killed in the middle of its work: another one does it, once."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING

from django.utils import timezone

from schuldenlab.outbox.actions import HAND
from schuldenlab.outbox.models import UNCERTAIN_AFTER, Letter
from tests.processes import until
from tests.queue.conftest import CLOSE, LETTERS, SEND, kill_one

if TYPE_CHECKING:
    from tests.queue.conftest import Site, Work


def test_a_killed_worker_leaves_its_work_to_another_one(site: Site, work: Work) -> None:
    """There is no scheduler here: what is done again comes from the broker's redelivery."""
    work.add_ballots()
    work.add_letters("first")
    site.hold(work.cast.raad)
    site.sink.holds = True
    site.start_worker("worker1")
    site.ready("worker1")
    site.hint(CLOSE)
    until(lambda: site.blocked("worker1"))
    if site.redis:  # first only the processes of its pool; the worker makes new ones
        for child in site.crew.children_of("worker1"):
            kill_one(child)
        site.crew.wait_for("worker1", "WorkerLostError")
    site.hint(SEND)
    until(lambda: site.sink.messages, lambda: site.crew.log("worker1"))
    site.crew.kill("worker1")
    claimed = Letter.objects.filter(status="sending")
    claimed_by_the_dead = list(claimed.values_list("pk", flat=True))
    assert work.letters("sent") == 0
    # On a slow machine a copy of the message came as well, whose reader claimed letters of its own.
    claims = Counter(claimed.values_list("claimed_at", flat=True))
    assert 1 <= len(site.sink.messages) <= len(claims)  # each of them waits for the mail server
    assert max(claims.values()) <= HAND < LETTERS
    site.release()

    site.start_worker("worker2")
    until(lambda: not work.open_ballots(), lambda: site.crew.log("worker2"))
    site.hint(SEND)  # for the letters about the closing
    others = claimed.exclude(pk__in=claimed_by_the_dead)
    until(
        lambda: not work.letters("waiting") and not others.exists(),
        lambda: site.crew.log("worker2"),
    )
    # As if the time had passed after which a letter on its way counts as uncertain.
    long_ago = timezone.now() - UNCERTAIN_AFTER - timedelta(seconds=1)
    Letter.objects.filter(pk__in=claimed_by_the_dead).update(claimed_at=long_ago)
    site.hint(SEND)
    until(work.is_done, lambda: site.crew.log("worker2"))
    uncertain = Letter.objects.filter(status="uncertain").values_list("pk", flat=True)
    assert set(uncertain) == set(claimed_by_the_dead)
    assert work.letters("sent") == Letter.objects.count() - len(claimed_by_the_dead)
    work.was_done_once(site.sink)
