"""Accounts with several at once (RACE_AT_ONCE of them), and with two processes."""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest
from django.core.cache import cache
from django.db import connection

from partners import actions
from partners.models import Invitation, Person
from schuldenlab.audit.models import Entry
from schuldenlab.lifecycle import Refused
from schuldenlab.outbox.actions import sending_oneself
from tests.cast import FIXED
from tests.partners.test_invitations import invite, token_of
from tests.queue.conftest import database_url

pytestmark = pytest.mark.django_db(transaction=True)
AT_ONCE = int(os.environ.get("RACE_AT_ONCE", "5"))
ASK = """
import django
django.setup()
from django.test import Client
for _ in range(2):
    print(Client().post("/inloggen/", {"email": "een@people.example"}).status_code)
"""


def at_once(act: object, *arguments: object, **facts: object) -> list[object]:
    """The answers of all who do it at the same moment; `None` for who was refused."""
    together = Barrier(AT_ONCE)

    def one(_number: int) -> object:
        together.wait(timeout=10)
        try:
            with sending_oneself():
                return act(*arguments, **facts)  # type: ignore[operator]
        except Refused:
            return None
        finally:
            connection.close()

    with ThreadPoolExecutor(AT_ONCE) as pool:
        return list(pool.map(one, range(AT_ONCE)))


def test_a_link_that_is_used_at_once_lets_one_in() -> None:
    with sending_oneself():
        person, token = invite(FIXED)
    answers = at_once(actions.accept_invitation, token, at=FIXED)
    assert answers.count(person) == 1
    assert answers.count(None) == AT_ONCE - 1
    assert Entry.objects.filter(verb="accept_invitation").count() == 1


def test_of_invitations_sent_at_once_one_link_works() -> None:
    with sending_oneself():
        person, _token = invite(FIXED)
    assert None not in at_once(actions.resend_invitation, person, actor=None, at=FIXED)
    usable = Invitation.objects.usable(FIXED).filter(person=person)
    assert usable.count() == 1
    assert Invitation.objects.opened_by(token_of(person), FIXED) == usable.get()
    assert Person.objects.get_queryset().count() == 1


def ask_elsewhere() -> list[str]:
    """Another process asks for two codes; what it was answered."""
    environment = {**os.environ, "DATABASE_URL": database_url()}
    environment["DJANGO_SETTINGS_MODULE"] = "schuldenlab.settings.test"
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", ASK],
        env=environment,
        cwd=Path(__file__).resolve().parents[2],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


def test_two_processes_count_together() -> None:
    cache.clear()
    assert ask_elsewhere() == ["302", "302"]
    assert ask_elsewhere() == ["302", "422"]
    cache.clear()
