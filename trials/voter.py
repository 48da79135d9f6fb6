"""Somebody who votes all the time, and whether what the page promised is on record."""

from __future__ import annotations

import threading
import time
from collections import Counter
from datetime import timedelta
from http import HTTPStatus
from typing import TYPE_CHECKING

from django.urls import reverse

from programme.models import Vote
from tests.house.world import open_motion

if TYPE_CHECKING:
    from tests.cast import Cast
    from tests.processes import Visitor
    from trials.table import Table


class Voter(threading.Thread):
    """Somebody who votes all the time, and writes down which votes the page said are in."""

    def __init__(self, visitor: Visitor, path: str, pause: float = 0.3) -> None:
        super().__init__(daemon=True)
        self.visitor, self.path, self.pause = visitor, path, pause
        self.codes: Counter[int | str] = Counter()
        self.promised: set[int] = set()
        self.seconds: list[float] = []
        self.is_over = threading.Event()

    def run(self) -> None:
        """Until it is over."""
        while not self.is_over.is_set():
            self.press()
            time.sleep(self.pause)

    def press(self) -> None:
        """Send the form once; the receipt's address holds the number of the vote."""
        form = {"csrfmiddlewaretoken": "k" * 32, "choice": "for"}
        begin = time.perf_counter()
        try:
            answer, _page = self.visitor.ask(self.path, form)
        except (OSError, ValueError, EOFError) as error:
            self.codes[type(error).__name__] += 1
            return
        self.seconds.append(time.perf_counter() - begin)
        self.codes[answer.status] += 1
        if answer.status == HTTPStatus.FOUND and "inloggen" not in answer.headers["Location"]:
            self.promised.add(number_in(answer.headers["Location"]))

    def stop(self) -> None:
        """Wait for the last answer."""
        self.is_over.set()
        self.join()

    def tell(self, table: Table, what: str) -> None:
        """Whether every vote of which the page said that it is in, is on record."""
        lost = self.promised - set(Vote.objects.values_list("pk", flat=True))
        codes = ", ".join(f"{count} × {code}" for code, count in self.codes.items())
        said = f"promised {len(self.promised):,}, lost {len(lost)}; answers {codes}"
        table.add(what, said, "0 lost", reached=bool(self.promised) and not lost)


def number_in(path: str) -> int:
    """The number in an address."""
    return int("".join(filter(str.isdigit, path)))


def voting_path(cast: Cast) -> str:
    """The page on which the seats vote about a motion that stays open."""
    day = timedelta(days=1)
    ballot = open_motion(cast, cast.at - day, cast.at + day, title="Open")
    return reverse("programme:ballot-vote", args=[ballot.pk])
