"""Votes under fire: the same vote from many sockets, and votes against the closing.

    make chaos ARGS="votes --votes 10000 --sockets 400 --rounds 200 --race 1000"

The last two rows are the control: with the lock, and then also the database's guards, taken away,
the same probe must find what it looks for.
"""

from __future__ import annotations

import random
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from trials import site
from trials.crowd import Crowd
from trials.race import Race

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator

    from tests.house.world import World
    from trials.stand import Stand
    from trials.table import Table

HANDS = 16  # connections that vote and close at the same moment
CONTROL = 10  # rounds with a protection taken away
UNTIL = 100  # rounds at most until one goes wrong: a vote is cast in so short a time
DAY = timedelta(days=1)
GUARDS = {
    "programme_vote": ("programme_vote_guard", "programme_vote_entered"),
    "programme_ballot": ("programme_ballot_outcome",),
}


def identical(place: Stand, world: World, table: Table, asked: Namespace) -> None:
    """One representative presses once, and the button sends it `asked.votes` times."""
    from django.urls import reverse

    from programme import actions
    from programme.models import Ballot
    from programme.verification import faults_of
    from tests.house.world import open_motion

    cast = world.cast
    ballot = open_motion(cast, cast.at - DAY, cast.at + DAY, title="Onder vuur")
    with site.around(place) as here:
        here.start_web()
        path = reverse("programme:ballot-vote", args=[ballot.pk])
        cookies = site.entry(cast.seat)
        crowd = Crowd(here.port, path, {"choice": "for"}, cookies, asked.sockets, asked.votes)
        begin = time.perf_counter()
        codes = crowd.press()
        took = time.perf_counter() - begin
    failed = sum(count for code, count in codes.items() if site.failed(code)) + crowd.lost
    stored = ballot.votes.count()
    counting = ballot.votes.all().last_of_each().count()
    closed = actions.close_ballot(Ballot.objects.get(pk=ballot.pk), at=ballot.closes_at)
    what = f"{asked.votes:,} identical votes over {asked.sockets} sockets"
    said = ", ".join(f"{count:,} × {code}" for code, count in sorted(codes.items()))
    table.add(what, f"answers: {said}", "0 × 5xx", reached=not failed and codes[302] > 0)
    table.add(
        what,
        f"{counting} counts, {closed.counts['cast']} counted",
        "1 counting vote",
        reached=counting == closed.counts["cast"] == 1,
    )
    faults = len(faults_of(closed))
    table.add(
        what,
        f"{stored:,} on record, {faults} faults in the chain, {took:.0f} s",
        "each accepted vote on record, 0 faults",
        reached=stored == codes[302] and not faults,
    )


def closing(world: World, table: Table, asked: Namespace) -> None:
    """Votes against the closing, as it is, and twice with a protection taken away."""
    chance = random.Random(asked.seed)
    with hands() as pool:
        begin = time.perf_counter()
        race = Race(world, asked.race, chance).run(asked.rounds, pool)
        took = time.perf_counter() - begin
        what = f"closing against {asked.race:,} votes × {asked.rounds}"
        table.add(
            what,
            f"{race.words()}, {took:.0f} s",
            "0 errors, 0 wrong counts",
            reached=not race.found and race.counted > 0 and race.refused > 0,
        )
        with without_lock():
            race = Race(world, asked.control, chance).run(CONTROL, pool)
            what = f"control: the lock taken away, {asked.control} votes × {CONTROL}"
            table.add(
                what,
                race.words(),
                "the database refuses, the probe sees it",
                reached=race.errors.total() > 0,
            )
            with without_guards():
                race = Race(world, asked.control, chance).run_until_wrong(UNTIL, pool)
        what = f"control: lock and guards taken away, {asked.control} votes, {UNTIL} × at most"
        table.add(what, race.words(), "wrong counts found", reached=race.wrong > 0)


@contextmanager
def hands() -> Iterator[ThreadPoolExecutor]:
    """Threads with a connection each, which they close at the end."""
    from django.db import connections

    met = threading.Barrier(HANDS)

    def leave(_number: int) -> None:
        met.wait(timeout=30)  # so that each thread comes by once
        connections.close_all()

    with ThreadPoolExecutor(HANDS) as pool:
        try:
            yield pool
        finally:
            list(pool.map(leave, range(HANDS)))


@contextmanager
def without_lock() -> Iterator[None]:
    """Read where the product locks: votes and closing no longer wait for each other."""
    from programme.actions import ballots, closing
    from schuldenlab import lifecycle

    def read(noun: Any) -> Any:
        noun.refresh_from_db()
        return noun

    homes, kept = (ballots, closing, lifecycle), lifecycle.lock
    try:
        for home in homes:
            home.lock = read  # type: ignore[attr-defined]
        yield
    finally:
        for home in homes:
            home.lock = kept  # type: ignore[attr-defined]


@contextmanager
def without_guards() -> Iterator[None]:
    """What PostgreSQL itself refuses, it no longer does."""
    from django.db import connection

    def switch(state: str) -> None:
        with connection.cursor() as cursor:
            for name, triggers in GUARDS.items():
                for trigger in triggers:
                    cursor.execute(f"ALTER TABLE {name} {state} TRIGGER {trigger}")

    switch("DISABLE")
    try:
        yield
    finally:
        switch("ENABLE ALWAYS")


def run(place: Stand, table: Table, asked: Namespace) -> None:
    """Both, in a year in full swing."""
    world = place.settled()
    identical(place, world, table, asked)
    closing(world, table, asked)
