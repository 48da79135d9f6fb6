"""The product as an operator runs it, around a stand: web, worker, beat, Redis and a mail server.

    with stand.built("chaos", durable=True) as place, site.around(place) as here:
        here.start_web()

The settings are those of production, with a clock that ticks every second.
"""

from __future__ import annotations

import logging
from contextlib import contextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from tests.processes import Crew, Loopback, Redis, Sink, Visitor, free_port, until

if TYPE_CHECKING:
    from collections.abc import Iterator

    from partners.models import Person
    from trials.stand import Stand

WEB = [
    *("gunicorn", "schuldenlab.wsgi:application", "--worker-class=gthread", "--workers=2"),
    *("--threads=8", "--worker-tmp-dir=/dev/shm", "--no-control-socket"),
]
CELERY = ["celery", "--app=schuldenlab"]
QUIET = ["--loglevel=INFO", "--without-gossip", "--without-mingle", "--without-heartbeat"]
WORKER = [*CELERY, "worker", "--pool=prefork", "--concurrency=2", *QUIET]
BEAT = [*CELERY, "beat", "--scheduler=celery.beat.Scheduler", "--pidfile=", "--loglevel=INFO"]
IN_PRODUCTION = "__Host-"  # before the name of a cookie there
PATIENCE = 240.0  # seconds for a start on a machine that is busy with other things
SETTINGS = {
    "DJANGO_SETTINGS_MODULE": "tests.queue.settings",
    "SECRET_KEY": "tests-only",
    "ALLOWED_HOSTS": "localhost",
    "SITE_URL": "https://localhost",
    "DEFAULT_FROM_EMAIL": "lab@schuldenlab.example",
    "QUEUE_REDELIVERY_SECONDS": "4",
    "TRUSTED_PROXY_COUNT": "1",
    "PYTHONUNBUFFERED": "1",
    "PYTHONWARNINGS": "ignore",
}


@dataclass
class Site:
    """What runs, by name; everything dies with the trial."""

    crew: Crew
    sink: Sink
    redis: Redis
    post: Loopback
    port: int = field(default_factory=free_port)

    def open_post(self) -> None:
        """A mail server where the one was that stopped."""
        self.post = Loopback(self.sink, hostname="127.0.0.1", port=self.post.port)
        self.post.start()

    def start_web(self, *, wait: bool = True) -> None:
        """Gunicorn as the compose file starts it, on `port`."""
        self.crew.start("web", [*WEB, f"--bind=127.0.0.1:{self.port}"], PGAPPNAME="web")
        if wait:
            visitor = Visitor(self.port)
            until(
                lambda: visitor.is_answered("/gezond/"),
                lambda: self.crew.log("web")[-3000:],
                PATIENCE,
            )

    def start_worker(self, name: str = "worker") -> None:
        """A worker of the clock."""
        self.crew.start(name, WORKER, PGAPPNAME=name)

    def start_beat(self, name: str = "beat") -> None:
        """A scheduler."""
        self.crew.start(name, BEAT, PGAPPNAME=name)

    def start_all(self) -> None:
        """Everything, and wait until it is up."""
        self.redis.start()
        self.start_worker()
        self.start_beat()
        self.start_web()
        until(lambda: "ready." in self.crew.log("worker"), patience=PATIENCE)

    def visitor(self, person: Person | None = None) -> Visitor:
        """A browser, of somebody who has logged in just now if it is of somebody."""
        visitor = Visitor(self.port)
        if person is not None:
            visitor.cookies |= entry(person)
        return visitor


def entry(person: Person) -> dict[str, str]:
    """The cookies of somebody who logged in just now, with a token for forms."""
    from django.conf import settings
    from django.test import Client

    from tests.cast import login

    session = login(Client(), person).cookies[settings.SESSION_COOKIE_NAME].value
    cookies = {settings.SESSION_COOKIE_NAME: session, settings.CSRF_COOKIE_NAME: "k" * 32}
    return {f"{IN_PRODUCTION}{name}": value for name, value in cookies.items()}


@contextmanager
def around(place: Stand, **more: str) -> Iterator[Site]:
    """Nothing runs yet but PostgreSQL and the mail server."""
    from django.conf import settings

    logging.getLogger("mail.log").setLevel(logging.ERROR)  # the mail server's every word
    sink = Sink()
    post = Loopback(sink, hostname="127.0.0.1", port=0)
    post.start()
    with TemporaryDirectory(prefix="schuldenlab-trial-") as folder:
        given = SETTINGS | {"EMAIL_URL": f"smtp://127.0.0.1:{post.port}"}
        given["MEDIA_ROOT"] = str(settings.MEDIA_ROOT)  # what the trial attaches, the worker sends
        environment = place.environment(**given) | more
        environment.pop("SCHULDENLAB_DEMO", None)
        crew = Crew(Path(folder), environment)
        redis = Redis(crew)
        environment["REDIS_URL"] = redis.url
        made = Site(crew, sink, redis, post)
        try:
            yield made
        finally:
            crew.stop()
            made.post.stop()


def failed(code: int) -> bool:
    """Whether this status says that the server itself failed."""
    return code >= HTTPStatus.INTERNAL_SERVER_ERROR
