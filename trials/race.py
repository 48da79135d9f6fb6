"""Votes against the closing, in rounds: what came of them, and how often that may not be."""

from __future__ import annotations

import random
import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from django.db import OperationalError

from programme import actions
from programme.models import Ballot
from programme.verification import faults_of
from schuldenlab.lifecycle import Refused
from tests.cast import SEATS
from tests.house.world import open_motion, vote

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.house.world import World

BEFORE = 50  # votes at most that are in before the closing begins: most meet it, or come after
DAY = timedelta(days=1)


@dataclass
class Race:
    """What came of rounds in which votes and a closing run against each other."""

    world: World
    votes: int
    chance: random.Random
    counted: int = 0
    refused: int = 0
    in_vain: int = 0  # told to try again
    errors: Counter[str] = field(default_factory=Counter)
    wrong: int = 0  # rounds of which the count or the chain is not that of the accepted votes

    @property
    def found(self) -> int:
        """How often the probe saw something that may not be."""
        return self.errors.total() + self.wrong

    def words(self) -> str:
        """In one cell."""
        errors = ", ".join(f"{count:,} × {name}" for name, count in self.errors.items())
        return (
            f"{self.counted:,} accepted, {self.refused:,} refused, "
            f"{self.in_vain} told to try again, {errors or '0 errors'}, "
            f"{self.wrong} wrong counts"
        )

    def run(self, rounds: int, pool: ThreadPoolExecutor) -> Race:
        """So many rounds, each with a ballot of its own."""
        for number in range(rounds):
            self._round(f"Ronde {number}", pool)
        return self

    def run_until_wrong(self, most: int, pool: ThreadPoolExecutor) -> Race:
        """Rounds until one went wrong, so many at most: a control, in which one must."""
        for _number in range(most):
            if not self.wrong:
                self.run(1, pool)
        return self

    def _round(self, title: str, pool: ThreadPoolExecutor) -> None:
        cast = self.world.cast
        ballot = open_motion(cast, cast.at - DAY, cast.at, title=title)
        begins = self.chance.randrange(BEFORE)
        entered = threading.Semaphore(0)
        seats = [self.chance.choice(list(SEATS)) for _number in range(self.votes)]
        acts: list[Callable[[], Any]] = [
            partial(self._vote, ballot.pk, letters, entered) for letters in seats
        ]
        acts.insert(0, partial(self._close, ballot.pk, entered, min(begins, self.votes)))
        given = Counter(pool.map(lambda act: act(), acts))
        ballot.refresh_from_db()
        self.counted += given.pop("counted", 0)
        self.refused += given.pop("refused", 0)
        self.in_vain += given.pop("in vain", 0)
        is_closed = bool(given.pop("closed", 0))
        self.errors.update(given)
        voted = ballot.votes.values("entitlement_id").distinct().count()
        if is_closed and (faults_of(ballot) or ballot.counts["cast"] != voted):
            self.wrong += 1

    def _vote(self, ballot: int, letters: str, entered: threading.Semaphore) -> str:
        cast = self.world.cast
        try:
            mine = Ballot.objects.select_related("raad").get(pk=ballot)
            vote(cast, mine, letters, "for", cast.at - timedelta(seconds=1))
        except Refused:
            return "refused"
        except OperationalError:  # waited too long for the lock: the page says to try again
            return "in vain"
        except Exception as error:  # noqa: BLE001 - whatever it is, it is what we look for
            return type(error).__name__
        finally:
            entered.release()
        return "counted"

    def _close(self, ballot: int, entered: threading.Semaphore, after: int) -> str:
        for _number in range(after):
            entered.acquire()
        try:
            actions.close_ballot(Ballot.objects.get(pk=ballot), at=self.world.cast.at)
        except OperationalError:  # the clock comes again
            return "in vain"
        except Exception as error:  # noqa: BLE001 - as above
            return f"{type(error).__name__} in closing"
        return "closed"
