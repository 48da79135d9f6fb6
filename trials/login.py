"""Hammering at the login: tries from ever other addresses of the internet, for two people.

One of them has an account and the other does not exist. Whoever tries must be locked out, must
guess no code, and must not see which of the two is which.

    make chaos ARGS="login --tries 10000"
"""

from __future__ import annotations

import hashlib
import re
import statistics
import time
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from schuldenlab.outbox.models import Letter
from tests.cast import build_cast

if TYPE_CHECKING:
    from argparse import Namespace

    from trials.stand import Stand
    from trials.table import Table

GUESSES = 5  # that a code allows
CODES = 20  # in an hour, for one account
FROM_ONE = 10  # tries from one address of the internet
PAIRS = 200  # of codes whose time is compared
MOST_APART = 0.1
DRIFT = GUESSES + 1  # a limit by the minute may end between the two
CHANGING = re.compile(r'name="csrfmiddlewaretoken" value="[^"]+"|nonce="[^"]+"')


@dataclass
class Attacker:
    """Somebody who tries to log in as `address`, with a new browser for every code."""

    address: str
    net: int
    tries: int = 0
    codes: int = 0
    guesses: int = 0
    refused: int = 0
    inside: int = 0
    seen: Counter[tuple[int, str]] = field(default_factory=Counter)

    def attack(self) -> None:
        """Ask for a code, and when the page says that it is on its way, guess at it."""
        browser = Client(raise_request_exception=False)
        answer = self._send(browser, reverse("account_login"), {"email": self.address})
        if answer.status_code != 302:
            self.refused += 1
            return
        self.codes += 1
        for number in range(GUESSES):
            code = f"{(self.guesses * 7_919 + number) % 1_000_000:06}"
            answer = self._send(browser, "/inloggen/code/", {"code": code})
            self.guesses += 1
            self.inside += "_auth_user_id" in browser.session
            if answer.status_code == 302:  # no further guess at this code
                return

    def _send(self, browser: Client, path: str, form: dict[str, str]) -> Any:
        number = self.tries // FROM_ONE
        self.tries += 1
        place = f"10.{self.net}.{number // 250}.{number % 250 + 1}"
        answer = browser.post(path, form, REMOTE_ADDR=place)
        page = CHANGING.sub("", answer.content.decode()).replace(self.address, "ADDRESS")
        where = answer.headers.get("Location", "")
        digest = hashlib.sha256((where + page).encode()).hexdigest()[:12]
        self.seen[answer.status_code, digest] += 1
        return answer


def run(place: Stand, table: Table, asked: Namespace) -> None:
    """Both in turns, until there were so many tries."""
    del place
    cast = build_cast(timezone.now())
    cache.clear()
    known = Attacker(cast.contact.email, 1)
    unknown = Attacker("niemand.hier@people.example", 2)
    begin = time.perf_counter()
    while known.tries + unknown.tries < asked.tries:
        known.attack()
        unknown.attack()
    hours = (time.perf_counter() - begin) / 3_600
    what = f"{known.tries + unknown.tries:,} tries to log in"
    both = known.seen + unknown.seen
    failed = sum(count for (code, _page), count in both.items() if code >= 500)
    table.add(
        what,
        f"codes {known.codes} and {unknown.codes}, guesses {known.guesses} and {unknown.guesses}, "
        f"then {known.refused:,} and {unknown.refused:,} × locked out; {failed} × 5xx",
        f"at most {CODES} codes an hour, 0 × 5xx",
        reached=max(known.codes, unknown.codes) <= CODES * (1 + int(hours))
        and min(known.refused, unknown.refused) > 0
        and not failed,
    )
    table.add(what, f"got in {known.inside + unknown.inside} times", "0", reached=not known.inside)
    differ = set(known.seen) ^ set(unknown.seen)
    most = max(abs(known.seen[each] - unknown.seen[each]) for each in both)
    table.add(
        "what the known and the unknown one saw",
        f"{len(both)} different answers, {len(differ)} of them seen by one only",
        "the same answers as often",
        reached=not differ and most <= DRIFT,
    )
    _tell_times(table, known.address, unknown.address)
    letters = Letter.objects.exclude(address=cast.contact.email).filter(template__contains="code")
    table.add("letters to who does not exist", f"{letters.count()}", "0", reached=not letters)


def _tell_times(table: Table, known: str, unknown: str) -> None:
    """Whether the clock tells who has an account: both ask for a code in turns, without limits."""
    took: dict[str, list[float]] = {known: [], unknown: []}
    for pair in range(PAIRS):
        for address in (known, unknown) if pair % 2 else (unknown, known):
            cache.clear()
            browser = Client(raise_request_exception=False)
            begin = time.perf_counter()
            browser.post(reverse("account_login"), {"email": address})
            took[address].append(time.perf_counter() - begin)
    first, second = (statistics.median(took[each]) * 1_000 for each in (known, unknown))
    table.add(
        f"{PAIRS} codes each, in turns: median time of the known and the unknown one",
        f"{first:.1f} and {second:.1f} ms",
        f"at most {MOST_APART:.0%} apart",
        reached=abs(first - second) <= MOST_APART * max(first, second),
    )
