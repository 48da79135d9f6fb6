"""Six faults, one after another: after how many seconds the page of the kernteam shows each.

    make chaos ARGS="faults"

The figure counts from the fault to a page that shows it, asked once a second.
"""

from __future__ import annotations

import re
import time
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from http import HTTPStatus
from typing import TYPE_CHECKING

import psycopg

from trials import site
from trials.work import Work

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

    from tests.processes import Visitor
    from trials.stand import Stand
    from trials.table import Table

SEEN_WITHIN = 120  # seconds
PATIENCE = 400.0  # seconds in which it has to be well again
SOON = timedelta(seconds=10)  # from then on a ballot should close
REFUSED = 30  # letters that a mail server refuses
PAGE = "/gezondheid/"
ROWS = ("clock", "due", "letter", "share")


@dataclass
class Ward:
    """The site under watch, by the page that the kernteam opens."""

    here: site.Site
    place: Stand
    work: Work
    visitor: Visitor

    def faults(self) -> set[str]:
        """Which rows of the page have a mark; the page itself, when there is none."""
        try:
            answer, page = self.visitor.ask(PAGE)
        except OSError:
            return {"page"}
        if answer.status != HTTPStatus.OK:
            return {"page"}
        rows = re.findall(r'<li class="sl-meet.*?</li>', page, re.DOTALL)
        return {name for name, row in zip(ROWS, rows, strict=True) if "badge--danger" in row}

    def seen(self, wanted: str) -> float | None:
        """Seconds until the page shows it; None: not in time."""
        return self._until(lambda: wanted in self.faults(), 2 * SEEN_WITHIN)

    def well(self) -> float | None:
        """Seconds until the page shows nothing."""
        return self._until(lambda: not self.faults(), PATIENCE)

    def _until(self, is_so: Callable[[], bool], patience: float) -> float | None:
        begin = time.monotonic()
        while time.monotonic() - begin < patience:
            if is_so():
                return time.monotonic() - begin
            time.sleep(1)
        return None

    # -- the faults: each is there inside its `with` -------------------------------------------

    @contextmanager
    def scheduler_dead(self) -> Iterator[None]:
        """Nobody says what is due."""
        self.here.crew.kill("beat")
        yield
        self.here.start_beat()

    @contextmanager
    def worker_dead(self) -> Iterator[None]:
        """Nobody does it."""
        self.here.crew.kill("worker")
        yield
        self.here.start_worker()

    @contextmanager
    def broker_dead(self) -> Iterator[None]:
        """Nobody hears it."""
        self.here.redis.kill()
        yield
        self.here.redis.start()

    @contextmanager
    def mail_server_away(self) -> Iterator[None]:
        """Letters cannot be handed over."""
        self.here.post.stop()
        self.work.add_letters("away", 3)
        yield
        self.here.open_post()

    @contextmanager
    def letters_refused(self) -> Iterator[None]:
        """The mail server wants none; the kernteam then lets the letters go."""
        from schuldenlab.outbox.models import Letter

        self.here.sink.refuses = True
        self.work.add_letters("refused", REFUSED)
        yield
        self.here.sink.refuses = False
        Letter.objects.filter(status="failed").update(status="dropped")

    @contextmanager
    def ballot_stuck(self) -> Iterator[None]:
        """Somebody holds what a ballot needs to be closed."""
        self.work.add_due_ballot("Blijft open", -SOON)
        with psycopg.connect(self.place.url) as line:
            asks = "SELECT FROM programme_programmaraad WHERE id = %s FOR UPDATE"
            line.execute(asks, [self.work.cast.raad.pk])
            yield


def run(place: Stand, table: Table, asked: Namespace) -> None:
    """One after another; between two of them all has to be well again by itself."""
    del asked
    from django.utils import timezone

    from tests.cast import build_cast

    cast = build_cast(timezone.now())
    with site.around(place) as here:
        here.start_all()
        ward = Ward(here, place, Work(cast, here.sink), here.visitor(cast.manager))
        before = ward.well()
        table.add(
            "no fault",
            f"seen well after {_said(before)}",
            "no false alarm",
            reached=before is not None,
        )
        faults: dict[str, tuple[str, Callable[[], AbstractContextManager[None]]]] = {
            "the scheduler is dead": ("clock", ward.scheduler_dead),
            "the worker is dead": ("clock", ward.worker_dead),
            "Redis is dead": ("clock", ward.broker_dead),
            "the mail server is away": ("letter", ward.mail_server_away),
            "the mail server refuses": ("share", ward.letters_refused),
            "a ballot cannot be closed": ("due", ward.ballot_stuck),
        }
        for what, (name, fault) in faults.items():
            with fault():
                seen = ward.seen(name)
            well = ward.well()
            said = f"seen after {_said(seen)}, well again after {_said(well)}"
            reached = seen is not None and seen <= SEEN_WITHIN and well is not None
            table.add(what, said, f"seen within {SEEN_WITHIN} s", reached=reached)


def _said(seconds: float | None) -> str:
    return "never" if seconds is None else f"{seconds:.0f} s"
