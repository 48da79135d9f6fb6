"""Two webs behind a balancer, two workers, one scheduler, and a web killed in the middle of an act.

A web is killed with `kill -9` while it holds a request; whoever gets 502 looks again and presses
again, as people do. The short form has one worker and no scheduler. The long form:

    WEB_KILLS=40 make test ARGS="-n 0 -s tests/queue/test_two_webs.py"
"""

from __future__ import annotations

import os
import random
import re
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import timedelta
from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.core.files.storage import storages
from django.urls import reverse
from django.utils import timezone

from partners.models import Signature
from partners.verification import verify_all as verify_signatures
from programme.models import Ballot, Vote
from programme.verification import faults_of
from schuldenlab.documents.models import Document
from schuldenlab.outbox.models import Letter
from schuldenlab.settings.parts.documents import documents_storage
from tests.balancer import Balancer
from tests.buckets import Shelf, shelf
from tests.cast import SEATS
from tests.house.world import open_motion
from tests.processes import PATIENCE, Visitor, free_port, until
from tests.production.conftest import command_of
from tests.queue.conftest import SEND, Site, _site
from trials.table import Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from partners.models import Person
    from tests.cast import Cast

SHORT = 2
KILLS = int(os.environ.get("WEB_KILLS", str(SHORT)))
LONGEST = 0.25  # seconds between the arrival of a request and the kill
SIGNS = {"function": "Directeur", "declares_mandate": "on", "declares_read": "on"}
pytestmark = pytest.mark.redis


@dataclass
class Lab:
    """The installation as one visitor meets it: one address."""

    site: Site
    bucket: Shelf
    balancer: Balancer
    folder: Path
    killed: Counter[int] = field(default_factory=Counter)
    presses_again: int = 0
    chance: random.Random = field(default_factory=lambda: random.Random(70))

    def start_web(self, web: int) -> None:
        """As in the compose file, with one process, and a folder that ought to stay empty."""
        own = self.folder / f"web{web}"
        own.mkdir(exist_ok=True)
        here = ["--workers=1", f"--bind=127.0.0.1:{self.balancer.webs[web]}"]
        self.site.crew.start(f"web{web}", [*command_of("web"), *here], TMPDIR=str(own))

    def answers(self, web: int) -> bool:
        return Visitor(self.balancer.webs[web]).is_answered("/gezond/")

    def open(self) -> None:
        """Wait for both webs."""
        for web in range(len(self.balancer.webs)):
            until(lambda web=web: self.answers(web), lambda web=web: self.log(web), 4 * PATIENCE)

    def down(self) -> str:
        """What the webs say that do not answer."""
        return "".join(self.log(web) for web in self.balancer.down)

    def log(self, web: int) -> str:
        return self.site.crew.log(f"web{web}")[-3000:]

    def visitor(self) -> Visitor:
        return Visitor(self.balancer.port)

    def kill_during(self, method: str) -> None:
        """The web that gets the next request of this kind dies with it in its hands."""
        until(lambda: not self.balancer.down, self.down, patience=4 * PATIENCE)
        after = self.chance.uniform(0, LONGEST)

        def strike(web: int, asked: str) -> None:
            if asked != method:
                return
            self.balancer.once_sent = None
            time.sleep(after)
            self.site.crew.kill(f"web{web}")
            self.killed[web] += 1
            self.start_web(web)

        self.balancer.once_sent = strike

    def due_letters(self) -> int:
        """How many may go, and did not yet."""
        waits = Letter.objects.exclude(status="sent").filter(not_before__lte=timezone.now())
        return waits.count()

    def letters(self) -> str:
        """Where the letters stand."""
        return str(Counter(Letter.objects.values_list("status", flat=True)))

    def traces(self) -> list[str]:
        """What the webs left on the disk of their machine."""
        return [str(each) for each in self.folder.rglob("web?/**/*") if each.is_file()]


@pytest.fixture
def lab(transactional_db: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Lab]:
    """All processes; documents only have the bucket, and nowhere else to go."""
    for site in _site(tmp_path, with_redis=True):
        bucket = shelf(tmp_path, site.crew)
        site.crew.environment |= bucket.environment | {"MEDIA_ROOT": "/proc/nowhere"}
        for name, text in bucket.environment.items():
            monkeypatch.setenv(name, text)
        storage = storages.create_storage(documents_storage(tmp_path))
        monkeypatch.setattr(Document._meta.get_field("file"), "storage", storage)
        balancer = Balancer([free_port(), free_port()])
        made = Lab(site, bucket, balancer, tmp_path)
        for web in range(2):
            made.start_web(web)
        crew = ("worker1", "worker2", "beat") if KILLS > SHORT else ("worker1",)
        for name in crew:
            site.start_beat(name) if name == "beat" else site.start_worker(name)
        bucket.open()
        balancer.start()
        made.open()
        site.ready(*crew)
        yield made
        balancer.stop()


def logged_in(lab: Lab, someone: Person) -> Visitor:
    """By the code that comes by mail, whichever web asks for it."""
    visitor = lab.visitor()
    visitor.send("/inloggen/", email=someone.email)
    found = until(
        lambda: re.findall(r"\b\d{6}\b", "".join(lab.site.sink.texts_to(someone.email))),
        lambda: lab.site.crew.log("worker1")[-2000:],
    )
    answer, page = visitor.send("/inloggen/code/", code=found[-1])
    assert answer.status == HTTPStatus.FOUND, page
    return visitor


def looked(lab: Lab, visitor: Visitor, path: str) -> str:
    """A page; who gets no answer looks again."""
    answer, page = visitor.ask(path)
    if answer.status == HTTPStatus.BAD_GATEWAY:
        lab.presses_again += 1
        answer, page = visitor.ask(path)
    assert answer.status < HTTPStatus.INTERNAL_SERVER_ERROR, page
    return page


def pressed(lab: Lab, visitor: Visitor, path: str, **fields: str) -> str:
    """Fill in a form and press; who gets no answer looks at the page and presses again."""
    for _time in range(5):
        page = looked(lab, visitor, path)
        token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)
        if token is None:  # it turns out that it was done
            return page
        form = {"csrfmiddlewaretoken": token[1], **fields}
        answer, page = visitor.ask(path, form)
        assert answer.status in {HTTPStatus.FOUND, HTTPStatus.BAD_GATEWAY, 409, 422}, page
        if answer.status != HTTPStatus.BAD_GATEWAY:
            return page
        lab.presses_again += 1
    raise AssertionError(path)


def signs(lab: Lab, cast: Cast, role: str, letters: str) -> None:
    """Log in, sign while a web dies, and get the paper, from whichever web is left."""
    visitor = logged_in(lab, getattr(cast, role))
    where = reverse("partners:framework-sign", args=[cast.framework.pk, cast[letters].pk])
    visitor.ask(where)
    lab.kill_during("POST")
    pressed(lab, visitor, where, **SIGNS)
    signature = Signature.objects.get(organisation=cast[letters])
    for _web in lab.balancer.webs:
        answer, _text = visitor.ask(reverse("partners:signature-pdf", args=[signature.pk]))
        assert answer.status == HTTPStatus.OK
        assert int(answer.headers["Content-Length"]) == signature.receipt.size


def votes(lab: Lab, visitor: Visitor, ballot: Ballot, method: str) -> None:
    """Look at home and at the ballot, vote, and look again; a web dies under one of these."""
    if method == "GET":
        lab.kill_during("GET")
    for path in ("/", ballot.get_absolute_url()):
        assert "</main>" in looked(lab, visitor, path)
    if method == "POST":
        lab.kill_during("POST")
    pressed(lab, visitor, reverse("programme:ballot-vote", args=[ballot.pk]), choice="for")
    assert ballot.title in looked(lab, visitor, ballot.get_absolute_url())


def test_a_web_dies_during_an_act(lab: Lab, cast_now: Cast) -> None:
    now = timezone.now()
    closes = now + timedelta(hours=2)
    kinds = ("POST", "GET") if KILLS > SHORT else ("POST",)
    ballots = [
        open_motion(cast_now, now - timedelta(days=1), closes) for _ in range(max(1, KILLS - 1))
    ]
    signs(lab, cast_now, "director", "BN")
    voters = {
        letters: voter
        for letters in list(SEATS)[: max(1, KILLS - 1)]
        for voter in [logged_in(lab, _voter(cast_now, letters))]
    }
    for number, ballot in enumerate(ballots):
        letters = list(voters)[number % len(voters)]
        votes(lab, voters[letters], ballot, kinds[number % len(kinds)])
    lab.site.hint(SEND)  # what a web that died did not say to a worker, the clock says
    until(lambda: not lab.due_letters(), lab.letters)
    lab.open()
    assert _report(lab, ballots).show() == 0


def _voter(cast: Cast, letters: str) -> Person:
    return cast.seat if letters == "BN" else getattr(cast, f"seat_{letters}")


def _report(lab: Lab, ballots: list[Ballot]) -> Table:
    """What must hold afterwards, counted."""
    table = Table("Two webs, one of them killed in the middle of an act", ("what", "count", "goal"))
    answers = Counter(each.status for each in lab.balancer.passed)
    served = Counter(each.web for each in lab.balancer.passed if each.status)
    counted = [
        Vote.objects.filter(ballot=ballot).values("entitlement").distinct().count()
        for ballot in ballots
    ]
    receipts = Letter.objects.filter(key__startswith="vote-received:").values_list("key", flat=True)
    told = {tuple(map(int, key.split(":")[1:3])) for key in receipts}  # both delegates, where two
    voted = set(Vote.objects.values_list("ballot", "sequence"))
    ids = lab.site.sink.ids()
    errors = sum(count for status, count in answers.items() if status >= 500)
    for what, count, goal in (
        ("webs killed with a request in hand", sum(lab.killed.values()), KILLS),
        ("votes that count", sum(counted), len(ballots)),
        ("ballots with a fault in their chain", sum(map(bool, map(faults_of, ballots))), 0),
        ("votes without a receipt, or the reverse", len(voted ^ told), 0),
        ("signatures", Signature.objects.count(), 1),
        ("signatures that do not verify", int(not verify_signatures()["ok"]), 0),
        ("receipts that are not in the bucket", len(_missing(lab)), 0),
        ("letters sent twice", len(ids) - len(set(ids)), 0),
        ("answers 5xx of a web", errors, 0),
        ("files left on the disk of a web", len(lab.traces()), 0),
    ):
        table.add(what, count, goal, reached=count == goal)
    table.add(
        "requests that both webs answered",
        sum(served.values()),
        "both",
        reached={0, 1} <= set(served),
    )
    table.add("presses again after 502", lab.presses_again, "any")
    return table


def _missing(lab: Lab) -> list[str]:
    files = lab.bucket.files()
    kept = [each.receipt for each in Signature.objects.select_related("receipt")]
    return [each.file.name for each in kept if files.get(each.file.name) != each.size]
