"""A broker of each kind, with the product's own processes around it and work to be done.

Counts and times are short here and longer by the environment: QUEUE_BALLOTS, QUEUE_LETTERS,
QUEUE_AWAY (seconds without a broker), QUEUE_ROUNDS (seconds with two schedulers).
"""

from __future__ import annotations

import os
import signal
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import celery
import psycopg
import pytest
from django.db import connection, transaction
from django.utils import timezone
from kombu.utils.url import safequote
from psycopg.conninfo import make_conninfo

from programme import actions
from programme.models import Ballot, Decision, Programmaraad
from schuldenlab.audit.models import Entry
from schuldenlab.outbox.models import Letter
from tests.cast import SEATS
from tests.house.world import open_motion, vote
from tests.processes import Crew, Loopback, Redis, Sink
from tests.programme.choosing import approve, prepare

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.cast import Cast

BALLOTS = int(os.environ.get("QUEUE_BALLOTS", "3"))
LETTERS = int(os.environ.get("QUEUE_LETTERS", "130"))
AWAY = float(os.environ.get("QUEUE_AWAY", "3"))
ROUNDS = float(os.environ.get("QUEUE_ROUNDS", "3"))
REDELIVERY = 4  # seconds
PLACES = 4  # for tasks, in a worker
CLOSE = "programme.tasks.close_due_ballots"
SEND = "schuldenlab.outbox.tasks.send_due_letters"
CELERY = ["celery", "--app=schuldenlab"]
QUIET = ["--loglevel=INFO", "--without-gossip", "--without-mingle", "--without-heartbeat"]
DAY = timedelta(days=1)


def database_url() -> str:
    """The address of this test's database, for other processes."""
    facts = connection.settings_dict
    login = quote(facts["USER"], safe="")
    if facts["PASSWORD"]:
        login += ":" + quote(facts["PASSWORD"], safe="")
    host = safequote(facts["HOST"])
    return f"postgres://{login}@{host}:{facts['PORT'] or 5432}/{facts['NAME']}"


def conninfo(database: str = "") -> str:
    facts = connection.settings_dict
    names = {"host": "HOST", "port": "PORT", "user": "USER", "password": "PASSWORD"}
    known = {name: facts[key] for name, key in names.items() if facts[key]}
    return make_conninfo(dbname=database or facts["NAME"], **known)


@dataclass
class Site:
    """The processes of one installation, and its broker."""

    crew: Crew
    redis: Redis | None
    sink: Sink
    _lock: psycopg.Connection[Any] | None = None

    def start_worker(self, name: str) -> None:
        """As in production with Redis, as in the demo without."""
        pool = "prefork" if self.redis else "threads"
        command = [*CELERY, "worker", f"--pool={pool}", f"--concurrency={PLACES}", *QUIET]
        self.crew.start(name, command, PGAPPNAME=name)

    def start_beat(self, name: str) -> None:
        command = [*CELERY, "beat", "--scheduler=celery.beat.Scheduler", "--pidfile="]
        self.crew.start(name, [*command, "--loglevel=INFO"], PGAPPNAME=name)

    def ready(self, *names: str) -> None:
        """Wait for workers and schedulers."""
        for name in names:
            self.crew.wait_for(name, "ready." if name.startswith("worker") else "beat: Starting...")

    def hint(self, task: str, **options: Any) -> None:
        """Send a message to the workers, as beat or a page does."""
        broker, transport = "pgmq://", {"conn_string": conninfo(), "init_extension": False}
        if self.redis:
            broker, transport = self.redis.url, {}
        app = celery.Celery("test", broker=broker, set_as_current=False)
        app.conf.update(broker_transport_options=transport, task_default_queue="schuldenlab")
        with app.connection_for_write() as line:
            app.send_task(task, connection=line, **options)
        app.close()

    def blocked(self, name: str) -> int:
        """How many connections of a process wait for a lock."""
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT count(*) FROM pg_stat_activity WHERE application_name = %s "
                "AND wait_event_type = 'Lock'",
                [name],
            )
            return int(cursor.fetchone()[0])

    def hold(self, raad: Programmaraad) -> None:
        """Another connection locks the raad, so that closing a ballot waits for it."""
        self._lock = psycopg.connect(conninfo())
        self._lock.execute(
            "SELECT FROM programme_programmaraad WHERE id = %s FOR UPDATE", [raad.pk]
        )

    def release(self) -> None:
        """Let go of the raad and of the letter on its way."""
        self.sink.holds = False
        if self._lock:
            self._lock.close()


def _site(folder: Path, *, with_redis: bool) -> Iterator[Site]:
    sink = Sink()
    post = Loopback(sink, hostname="127.0.0.1", port=0)
    post.start()
    environment = {name: text for name, text in os.environ.items() if name != "SCHULDENLAB_DEMO"}
    crew = Crew(
        folder,
        environment
        | {
            "DJANGO_SETTINGS_MODULE": "tests.queue.settings",
            "SECRET_KEY": "tests-only",
            "DATABASE_URL": database_url(),
            "ALLOWED_HOSTS": "localhost",
            "SITE_URL": "https://localhost",
            "EMAIL_URL": f"smtp://127.0.0.1:{post.port}",
            "DEFAULT_FROM_EMAIL": "lab@schuldenlab.example",
            "QUEUE_REDELIVERY_SECONDS": str(REDELIVERY),
            "PYTHONUNBUFFERED": "1",
            "PYTHONWARNINGS": "ignore",
        },
    )
    redis = Redis(crew) if with_redis else None
    if redis:
        crew.environment["REDIS_URL"] = redis.url
        redis.start()
    made = Site(crew, redis, sink)
    yield made
    made.release()
    crew.stop()
    post.stop()
    with connection.cursor() as cursor:
        cursor.execute("DROP SCHEMA IF EXISTS pgmq CASCADE")


@pytest.fixture(
    params=[
        pytest.param(True, id="redis", marks=pytest.mark.redis),
        pytest.param(False, id="postgres"),
    ]
)
def site(request: pytest.FixtureRequest, transactional_db: None, tmp_path: Path) -> Iterator[Site]:
    """Nothing runs yet but the broker and the mail server."""
    yield from _site(tmp_path, with_redis=request.param)


@dataclass
class Work:
    """Ballots whose deadline passed three days ago, and letters that wait since then."""

    cast: Cast

    def add_ballots(self, count: int = BALLOTS, closes_at: datetime | None = None) -> None:
        now = timezone.now()
        with transaction.atomic():  # else the clock closes them before all have voted
            for number in range(count):
                closes = closes_at or now - 3 * DAY
                if number % 2:
                    self._add_selection(now - 9 * DAY, closes, now - 4 * DAY)
                    continue
                ballot = open_motion(self.cast, now - 9 * DAY, closes)
                for letters in SEATS:
                    vote(self.cast, ballot, letters, "for", now - 4 * DAY)

    def _add_selection(self, opens: datetime, closes: datetime, votes: datetime) -> None:
        ballot = prepare(self.cast, "AB", places=(1, 1), at=opens)
        actions.open_ballot(ballot, closes_at=closes, actor=self.cast.manager, at=opens)
        for letters in SEATS:
            approve(self.cast, ballot, letters, "A", votes)

    def add_letters(self, batch: str, count: int = LETTERS) -> None:
        at = timezone.now() - 3 * DAY
        Letter.objects.bulk_create(
            Letter(
                key=f"{batch}:{number}",
                template="test",
                address=f"{batch}.{number}@people.example",
                name="Iemand",
                language="nl",
                subject="Onderwerp",
                text="Tekst",
                html="<p>Tekst</p>",
                message_id=f"<{batch}.{number}@schuldenlab.example>",
                not_before=at,
                at=at,
            )
            for number in range(count)
        )

    def open_ballots(self) -> int:
        return Ballot.objects.filter(status="open").count()

    def closed_ballots(self) -> int:
        return Ballot.objects.filter(status="closed").count()

    def letters(self, status: str) -> int:
        return Letter.objects.filter(status=status).count()

    def is_done(self) -> bool:
        return not self.open_ballots() and not self.letters("waiting") | self.letters("sending")

    def was_done_once(self, sink: Sink) -> None:
        """Each ballot closed once with one decision, each letter at the mail server once."""
        closed = set(Ballot.objects.filter(status="closed").values_list("pk", flat=True))
        closings = Entry.objects.filter(verb="close", subject_type="programme.ballot")
        assert sorted(map(int, closings.values_list("subject_id", flat=True))) == sorted(closed)
        assert sorted(Decision.objects.values_list("ballot_id", flat=True)) == sorted(closed)
        assert len(sink.ids()) == len(set(sink.ids()))
        known = dict(Letter.objects.values_list("message_id", "status"))
        assert {each for each, status in known.items() if status == "sent"} <= set(sink.ids())
        assert set(sink.ids()) <= known.keys()


@pytest.fixture
def work(site: Site, cast_now: Cast) -> Work:
    """Nothing to do yet; everybody's there."""
    return Work(cast_now)


def kill_one(pid: int) -> None:
    os.kill(pid, signal.SIGKILL)
