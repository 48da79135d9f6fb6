"""The clock under fire: `kill -9` of whatever runs, at random, while the clock has work.

    make chaos ARGS="clock --kills 200"

Whatever dies is started again, as `restart: unless-stopped` in the compose file does; PostgreSQL
does it for its own backends. Nothing else is done by hand.
"""

from __future__ import annotations

import os
import random
import signal
import time
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import psycopg
from django.db import Error, connection
from django.utils import timezone

from trials import site
from trials.voter import Voter, voting_path

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable
    from datetime import datetime

    from trials.stand import Stand
    from trials.table import Table
    from trials.work import Work

WHOLE_WITHIN = 60  # seconds after the last kill
PATIENCE = 300.0  # seconds after which it counts as never
PAUSE = (0.2, 3.6)  # seconds between two kills
EACH = 3  # kills for which there is one more ballot, one more lab, and letters
ROUND = 15.0  # seconds at most to wait until the clock is at work
VICTIMS = ["worker", "worker child", "beat", "web", "web child", "redis", "backend"]


@dataclass
class Fire:
    """Who is killed next, and who starts what died."""

    here: site.Site
    place: Stand
    chance: random.Random
    killed: Counter[str] = field(default_factory=Counter)
    deck: list[str] = field(default_factory=list)

    def starters(self) -> dict[str, Callable[[], None]]:
        """How each of them starts, without waiting until it is up."""
        here = self.here
        return {
            "redis": lambda: here.redis.start(wait=False),
            "worker": here.start_worker,
            "beat": here.start_beat,
            "web": lambda: here.start_web(wait=False),
        }

    def mend(self) -> None:
        """Start whatever does not run."""
        for name, start in self.starters().items():
            if name not in self.here.crew.members or not self.here.crew.is_alive(name):
                start()

    def wait(self, progress: Callable[[], int]) -> None:
        """Until the clock is at work, so that the next kill is in the middle of something."""
        end, before = time.monotonic() + ROUND, None
        while time.monotonic() < end:
            self.mend()
            try:
                now = progress()
            except Error:
                connection.close()
            else:
                if before not in (None, now):
                    return
                before = now
            time.sleep(0.1)

    def burn(self, seconds: float) -> None:
        """Wait so long, mending, then kill one at random."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            time.sleep(0.1)
            self.mend()
        if not self.deck:
            self.deck = self.chance.sample(VICTIMS, len(VICTIMS))
        victim = self.deck.pop()
        if victim == "backend":
            self._kill_backend()
        elif victim.endswith("child"):
            self._kill_child(victim.split()[0])
        else:
            self.here.crew.kill(victim)
        self.killed[victim] += 1

    def _kill_child(self, name: str) -> None:
        """A process of a pool: its parent has to see to it."""
        children = self.here.crew.children_of(name)
        if not children:  # it is still starting
            self.here.crew.kill(name)
            return
        with suppress(ProcessLookupError):
            os.kill(self.chance.choice(children), signal.SIGKILL)

    def _kill_backend(self) -> None:
        """A backend that serves one of ours; PostgreSQL then throws out all of them."""
        asks = "SELECT pid FROM pg_stat_activity WHERE application_name IN ('web', 'worker')"
        with suppress(psycopg.Error), self.place.connect() as line:
            pids = [int(str(pid)) for (pid,) in line.execute(asks).fetchall()]
            if not pids:
                pids = [line.info.backend_pid]
            with suppress(ProcessLookupError):
                os.kill(self.chance.choice(pids), signal.SIGKILL)


def run(place: Stand, table: Table, asked: Namespace) -> None:
    """Kill, mend, wait until it is whole, and count."""
    from tests.cast import build_cast
    from trials.work import Work

    cast = build_cast(timezone.now())
    with site.around(place, DJANGO_SETTINGS_MODULE="trials.fire_settings") as here:
        work = Work(cast, here.sink)
        fire = Fire(here, place, random.Random(asked.seed))
        voter = Voter(here.visitor(cast.seat), voting_path(cast))
        here.start_all()
        voter.start()
        for number in range(asked.kills):
            if number % EACH == 0:
                work.add()
                fire.wait(work.progress)
            fire.burn(fire.chance.uniform(*PAUSE))
        last = timezone.now()
        voter.stop()
        took = _until_whole(fire, work)
        uncertain = _uncertain(last)
        _tell(table, fire, work, took)
        table.add(
            "letters in hand when something died",
            f"listed as uncertain {uncertain[0]}, left out {uncertain[1]}",
            "all listed, none sent again",
            reached=not uncertain[1],
        )
        voter.tell(table, "votes sent meanwhile")


def _until_whole(fire: Fire, work: Work) -> float | None:
    """Seconds after the last kill until all is done and all answers; None: never."""
    begin, since = time.monotonic(), timezone.now()
    visitor = fire.here.visitor()
    while time.monotonic() - begin < PATIENCE:
        fire.mend()
        try:
            if work.is_whole(since) and visitor.is_answered("/gezond/klok/"):
                return time.monotonic() - begin
        except Error:
            connection.close()
        time.sleep(0.2)
    return None


def _tell(table: Table, fire: Fire, work: Work, took: float | None) -> None:
    kills = fire.killed.total()
    each = ", ".join(f"{count} × {name}" for name, count in sorted(fire.killed.items()))
    what = f"{kills} × kill -9"
    said = "never whole" if took is None else f"whole after {took:.0f} s"
    table.add(
        what,
        f"killed {each}; {said}",
        f"whole within {WHOLE_WITHIN} s",
        reached=took is not None and took <= WHOLE_WITHIN,
    )
    total = {"decisions": len(work.ballots), "meetings": len(work.labs), "letters": 0}
    total["letters"] = len(set(work.sink.ids()))
    words = {"decisions": "decisions", "meetings": "labs' years planned", "letters": "letters sent"}
    for name, (lost, doubled) in work.lost_and_doubled().items():
        table.add(
            what,
            f"of {total[name]:,} {words[name]} {lost} lost, {doubled} doubled",
            "0 lost, 0 doubled",
            reached=not lost and not doubled and total[name] > 0,
        )


def _uncertain(last: datetime) -> tuple[int, int]:
    """Letters that the dead had in hand: how many are listed as uncertain, and how many are not.

    As if five minutes had passed since the last kill; the worker then lists them by itself.
    """
    from django.db.models import F

    from schuldenlab.outbox.models import UNCERTAIN_AFTER, Letter
    from tests.processes import until

    in_hand = Letter.objects.filter(status="sending", claimed_at__lte=last)
    keys = list(in_hand.values_list("pk", flat=True))
    in_hand.update(claimed_at=F("claimed_at") - UNCERTAIN_AFTER)
    with suppress(AssertionError):
        until(lambda: not in_hand.exists())
    return Letter.objects.filter(status="uncertain").count(), in_hand.filter(pk__in=keys).count()
