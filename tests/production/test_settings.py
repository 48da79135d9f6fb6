"""The settings of production: what they ask for, and what they refuse."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
from django.conf import settings

from schuldenlab.web.checks import letters_lead_here, no_demo_in_production
from tests.production.conftest import GIVEN, ROOT, environment_of

PRODUCTION = "schuldenlab.settings.production"
ASK = "import json; from schuldenlab.settings import production as p; print(json.dumps([{}]))"


def python(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """A process with this environment and no other."""
    variables = environment_of("web", GIVEN) | {"REDIS_URL": ""} | environment
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env={name: text for name, text in variables.items() if text},
        capture_output=True,
        text=True,
        check=False,
    )


def settled(expression: str, **environment: str) -> object:
    done = python("-c", ASK.format(expression), **environment)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)[0]


@pytest.mark.parametrize(
    "name",
    ["SECRET_KEY", "DATABASE_URL", "ALLOWED_HOSTS", "SITE_URL", "EMAIL_URL", "DEFAULT_FROM_EMAIL"],
)
def test_a_variable_that_is_missing_is_one_clear_sentence(name: str) -> None:
    done = python("-c", f"import {PRODUCTION}", **{name: ""})
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].startswith(
        f"django.core.exceptions.ImproperlyConfigured: Set {name} in the environment: "
    )


def test_deployment_check_is_clean() -> None:
    done = python("manage.py", "check", "--deploy", "--fail-level", "WARNING")
    assert (done.returncode, done.stdout) == (
        0,
        "System check identified no issues (1 silenced).\n",
    ), done.stderr


def test_the_demo_is_refused() -> None:
    done = python("manage.py", "check", SCHULDENLAB_DEMO="1")
    assert done.returncode == 1
    assert "web.E001" in done.stderr
    assert settled("'schuldenlab.demo' in p.INSTALLED_APPS", SCHULDENLAB_DEMO="1") is False


@pytest.mark.parametrize(("module", "faults"), [(PRODUCTION, 1), ("schuldenlab.settings.test", 0)])
def test_the_demo_belongs_on_ones_own_machine(
    monkeypatch: pytest.MonkeyPatch, module: str, faults: int
) -> None:
    monkeypatch.setattr(settings, "SETTINGS_MODULE", module)
    monkeypatch.setenv("SCHULDENLAB_DEMO", "1")
    assert len(no_demo_in_production()) == faults
    monkeypatch.delenv("SCHULDENLAB_DEMO")
    assert no_demo_in_production() == []


@pytest.mark.parametrize(
    ("site", "hosts", "is_right"),
    [
        ("https://lab.example", ["lab.example"], True),
        ("https://www.lab.example", [".lab.example"], True),
        ("http://lab.example", ["lab.example"], False),
        ("https://lab.example", ["elsewhere.example"], False),
        ("lab.example", ["lab.example"], False),
    ],
)
def test_letters_lead_to_this_site(settings, site: str, hosts: list[str], is_right: bool) -> None:
    settings.SITE_URL, settings.ALLOWED_HOSTS = site, hosts
    assert [error.id for error in letters_lead_here()] == ([] if is_right else ["web.E002"])


def test_nobody_waits_for_ever_whatever_the_address_asks_for() -> None:
    database = settled(
        "p.DATABASES['default']",
        DATABASE_URL="postgres://someone:secret@host/name?sslmode=require",
    )
    assert database["OPTIONS"] == {
        "sslmode": "require",
        "options": "-c lock_timeout=8s -c statement_timeout=30s",
        "connect_timeout": 5,
    }
    assert database["CONN_HEALTH_CHECKS"] is True


def test_the_queue_in_postgres_keeps_every_word_of_the_address() -> None:
    options = settled(
        "p.CELERY_BROKER_TRANSPORT_OPTIONS",
        DATABASE_URL="postgres://someone:two%20words@host/name?sslmode=require",
    )
    for word in ("password='two words'", "sslmode=require", "host=host", "dbname=name"):
        assert word in options["conn_string"]


@pytest.mark.parametrize(("given", "seconds", "interval"), [("", 120, 5), ("2", 2, 2)])
def test_how_soon_another_worker_gets_the_message(given: str, seconds: int, interval: int) -> None:
    options = settled(
        "p.CELERY_BROKER_TRANSPORT_OPTIONS",
        REDIS_URL="redis://localhost/0",
        QUEUE_REDELIVERY_SECONDS=given,
    )
    assert options["visibility_timeout"] == seconds
    assert options["unacked_restore_interval"] == interval
    assert options["unacked_restore_throttle"] == 1


def test_hosts_and_origins() -> None:
    asked = "[p.ALLOWED_HOSTS, p.CSRF_TRUSTED_ORIGINS, p.SITE_URL, p.DEBUG]"
    told = settled(
        asked, ALLOWED_HOSTS="lab.example, .lab.example", SITE_URL="https://lab.example/"
    )
    assert told == [
        ["lab.example", ".lab.example"],
        ["https://lab.example"],
        "https://lab.example",
        False,
    ]
