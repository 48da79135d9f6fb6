"""One installation as the compose file describes it, on a PostgreSQL of its own.

The commands are those of the compose file; only the addresses differ. Two roles, as there: the
owner migrates, the application logs in with a password.
"""

from __future__ import annotations

import os
import re
import secrets
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psycopg
import pytest
import yaml

from schuldenlab import postgres
from schuldenlab.postgres import folders
from tests.processes import Crew, Loopback, Sink

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = postgres.REPOSITORY
APPLICATION = "schuldenlab_app"
PASSWORD = "geheim070"
GIVEN = {
    "SECRET_KEY": secrets.token_urlsafe(64),
    "OWNER_PASSWORD": "van-niemand",
    "APPLICATION_PASSWORD": PASSWORD,
    "ALLOWED_HOSTS": "lab.example,www.lab.example",
    "SITE_URL": "https://lab.example",
    "EMAIL_URL": "smtp://mail.example:25",
    "DEFAULT_FROM_EMAIL": "Schuldenlab <kernteam@lab.example>",
}
VARIABLE = re.compile(r"\$\{(\w+)(?::([?-])([^}]*))?\}")


def filled(text: str, given: dict[str, str]) -> str:
    """What compose makes of a value; a missing variable is an error, as there."""

    def value(found: re.Match[str]) -> str:
        name, mark, rest = found.groups()
        if given.get(name):
            return given[name]
        if mark == "-":
            return rest
        raise KeyError(name)

    return VARIABLE.sub(value, text)


def compose() -> dict[str, Any]:
    """The compose file as data."""
    return yaml.safe_load((ROOT / "docker-compose.yml").read_text())


def command_of(service: str) -> list[str]:
    return list(compose()["services"][service]["command"])


def environment_of(service: str, given: dict[str, str]) -> dict[str, str]:
    """The environment of a service, with its variables filled in."""
    variables = compose()["services"][service]["environment"]
    return {name: filled(str(text), given) for name, text in variables.items()}


@dataclass
class Installation:
    """Migrated, with the application role; nothing runs yet but PostgreSQL and the mail server."""

    crew: Crew
    cluster: postgres.Cluster
    sink: Sink
    mail_port: int
    said: str

    @property
    def owner_url(self) -> str:
        return self.cluster.url()

    @property
    def application_url(self) -> str:
        login = f"{APPLICATION}:{PASSWORD}"
        return self.cluster.url(role=APPLICATION).replace(f"//{APPLICATION}", f"//{login}")

    def environment(self, service: str = "web") -> dict[str, str]:
        """As compose gives it, with the addresses of this machine."""
        url = self.owner_url if service == "migrate" else self.application_url
        here = {"DATABASE_URL": url, "EMAIL_URL": f"smtp://127.0.0.1:{self.mail_port}"}
        return environment_of(service, GIVEN) | here

    def connect(self) -> psycopg.Connection[Any]:
        return psycopg.connect(self.application_url)


def _let_in_by_password(cluster: postgres.Cluster) -> None:
    """The launcher lets in nobody but the account that started it; here the application as well."""
    rules = cluster.data / "pg_hba.conf"
    rules.write_text(f"local all {APPLICATION} scram-sha-256\n{rules.read_text()}")
    with psycopg.connect(cluster.url("postgres", "postgres"), autocommit=True) as connection:
        connection.execute("ALTER ROLE schuldenlab CREATEROLE")
        connection.execute("SELECT pg_reload_conf()")


def _bare_environment() -> dict[str, str]:
    """Nothing of the test run but where programs and temporary files are."""
    kept = ("PATH", "HOME", "TMPDIR", "LANG")
    here = {name: os.environ[name] for name in kept if name in os.environ}
    here["PATH"] = f"{ROOT / '.venv' / 'bin'}:{here['PATH']}"
    return here | {"PYTHONUNBUFFERED": "1", "PYTHONWARNINGS": "ignore"}


@pytest.fixture(scope="session")
def installation() -> Iterator[Installation]:
    """Made once, with the command of the compose service `migrate`."""
    place = Path(tempfile.mkdtemp(prefix="schuldenlab-test-", dir=folders.TEMPORARY[0]))
    place.chmod(0o711)
    cluster = postgres.cluster(place / "data", durable=False)
    crew = Crew(place, _bare_environment())
    sink = Sink()
    post = Loopback(sink, hostname="127.0.0.1", port=0)
    post.start()
    with cluster.used():
        _let_in_by_password(cluster)
        made = Installation(crew, cluster, sink, post.port, "")
        environment = {**GIVEN, **made.environment("migrate")}
        made.said = crew.run("migrate", command_of("migrate"), **environment)
        yield made
        crew.stop()
    post.stop()
    shutil.rmtree(place)
