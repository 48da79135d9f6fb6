"""Redis away while people act; three schedulers at once, after three days without any.

make chaos ARGS="away --away 600 --actions 500"
"""

from __future__ import annotations

import statistics
import time
from datetime import timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.utils import timezone

from schuldenlab.web.models import Tick
from tests.cast import build_cast
from tests.processes import until
from trials import site
from trials.voter import Voter, voting_path
from trials.work import Work

if TYPE_CHECKING:
    from argparse import Namespace

    from tests.cast import Cast
    from trials.stand import Stand
    from trials.table import Table

THREE_DAYS = timedelta(days=3)
SLOWER = 3.0  # times, at most, that an act may take longer without Redis than with it
PATIENCE = 300.0
BATCH = 20  # ballots that are due, and as many labs without meetings


def run(place: Stand, table: Table, asked: Namespace) -> None:
    """Both, on one installation."""
    cast = build_cast(timezone.now())
    with site.around(place, DJANGO_SETTINGS_MODULE="trials.fire_settings") as here:
        here.start_all()
        _away(here, cast, table, asked)
        _late(here, cast, table)


def _away(here: site.Site, cast: Cast, table: Table, asked: Namespace) -> None:
    """Votes, each with its audit row and its letters, while nobody can be told that they wait."""
    voter = Voter(here.visitor(cast.seat), voting_path(cast))
    for _number in range(10):
        voter.press()
    usual = statistics.median(voter.seconds)
    begin = time.monotonic()
    here.redis.kill()
    voter.seconds.clear()
    for number in range(asked.actions):
        voter.press()
        left = asked.away * (number + 1) / asked.actions - (time.monotonic() - begin)
        time.sleep(max(0.0, left))
    gone = time.monotonic() - begin
    here.redis.start()
    work = Work(cast, here.sink)
    since = timezone.now()
    until(lambda: work.is_whole(since), lambda: here.crew.log("worker")[-3000:], PATIENCE)
    caught_up = timezone.now() - since
    what = f"Redis away for {gone:.0f} s, {asked.actions} votes meanwhile"
    median, slowest = statistics.median(voter.seconds), max(voter.seconds)
    table.add(
        what,
        f"a vote takes {median:.2f} s ({usual:.2f} s with Redis), the slowest {slowest:.1f} s",
        f"at most {SLOWER:.0f} times as long",
        reached=median <= SLOWER * usual,
    )
    voter.tell(table, what)
    lost, doubled = work.lost_and_doubled()["letters"]
    sent = len(set(here.sink.ids()))
    said = (
        f"of {sent:,} letters {lost} lost, {doubled} doubled; all gone {caught_up.seconds} s later"
    )
    table.add(what, said, "0 lost, 0 doubled", reached=not lost and not doubled and sent > 0)


def _late(here: site.Site, cast: Cast, table: Table) -> None:
    """The scheduler has been dead for three days; then three of them start at the same moment."""
    here.crew.kill("beat")
    work = Work(cast, here.sink)
    for _number in range(BATCH):
        work.add()
    Tick.objects.filter(pk=settings.CLOCK).update(last_at=timezone.now() - THREE_DAYS)
    since = timezone.now()
    for number in range(3):
        here.start_beat(f"beat{number}")
    until(lambda: work.is_whole(since), lambda: here.crew.log("worker")[-3000:], PATIENCE)
    took = timezone.now() - since
    what = "a scheduler dead for three days, then three at once"
    for name, (lost, doubled) in work.lost_and_doubled().items():
        said = f"{name}: {lost} lost, {doubled} doubled; all done in {took.seconds} s"
        table.add(what, said, "0 lost, 0 doubled", reached=not lost and not doubled)
