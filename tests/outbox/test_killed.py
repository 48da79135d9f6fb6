"""Senders that are killed at any moment: no letter is lost, and none goes twice.

The number of kills is short here and longer by the environment: MAIL_KILLS.
"""

from __future__ import annotations

import os
import random
import re
import subprocess
import sys
import time
from collections import Counter
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from django.conf import settings

from schuldenlab.outbox.actions import send_due
from schuldenlab.outbox.models import Letter
from tests.queue.conftest import database_url

if TYPE_CHECKING:
    from tests.cast import Cast
    from tests.outbox.conftest import Sink

pytestmark = pytest.mark.django_db(transaction=True)
KILLS = int(os.environ.get("MAIL_KILLS", "4"))
ROUNDS = 1_000  # more than one child gets done before it is killed
LATER = datetime(2040, 1, 2, 12, tzinfo=ZoneInfo("Europe/Amsterdam"))
WORD = re.compile(r"K\d{7}[a-e]")

# Writes letters of every pace, a day later in each round, gathers and sends them, until killed.
SENDER = """
import sys, django
django.setup()
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo
from django.conf import settings
from partners.models import Person
from schuldenlab.outbox.actions import post, send_due
from schuldenlab.outbox.actions.posting import sending_oneself
from schuldenlab.outbox.models import DAILY, Recipient
settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", int(sys.argv[2])
people = [Recipient(p.pk, p.email, p.name, "nl", DAILY) for p in Person.objects.order_by("pk")[:4]]
print("ready", flush=True)
number = int(sys.argv[1])
while True:
    number += 1
    begin = datetime(2026, 1, 5, 9, tzinfo=ZoneInfo("Europe/Amsterdam"))
    at = begin + timedelta(days=number % 1000)
    kinds = {
        "a": {}, "b": {}, "c": {"is_urgent": True},
        "d": {"bundle": str(number)}, "e": {"bundle": str(number)},
    }
    for kind, facts in kinds.items():
        word = f"K{number:07}{kind}"
        decision = {"number": word, "title": word, "status": "done"}  # in subject and text
        context = {"decision": decision, "text": "Gedaan."}
        with sending_oneself():
            post("programme/mail/decision_settled.txt", people, word, at, context=context, **facts)
        send_due(at + timedelta(minutes=1))
    send_due(at + timedelta(days=1))
"""


def sender(number: int, port: int) -> subprocess.Popen[str]:
    environment = {
        **os.environ,
        "DATABASE_URL": database_url(),
        "DJANGO_SETTINGS_MODULE": "schuldenlab.settings.test",
        "PYTHONWARNINGS": "ignore",
    }
    return subprocess.Popen(
        [sys.executable, "-c", SENDER, str(number), str(port)],
        cwd=settings.BASE_DIR,
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
    )


def wait_for_mail(sink: Sink) -> None:
    """Until something was sent, but not for ever."""
    until = time.monotonic() + 60
    while not sink.messages and time.monotonic() < until:
        time.sleep(0.05)


def words_of(sink: Sink) -> Counter[tuple[str, str]]:
    """How often each person got each word, in whatever letter."""
    found: Counter[tuple[str, str]] = Counter()
    for message in sink.messages:
        part = message.get_body(("plain",))
        assert part is not None
        words = set(WORD.findall(part.get_content()))
        found.update((word, str(message["To"])) for word in words)
    return found


def test_senders_killed_at_any_moment_lose_and_double_nothing(cast_now: Cast, sink: Sink) -> None:
    del cast_now
    for number in range(KILLS):
        with sender(number * ROUNDS, settings.EMAIL_PORT) as child:
            assert child.stdout is not None
            assert child.stdout.readline() == "ready\n"
            if number == KILLS - 1:  # however slow the machine is, one gets to sending
                wait_for_mail(sink)
            time.sleep(random.uniform(0.0, 1.5))
            child.kill()
    for hour in range(3):  # what was on its way counts as uncertain, the rest goes
        send_due(LATER + timedelta(hours=hour))
    assert max(Counter(sink.ids()).values()) == 1
    letters = Letter.objects.select_related("merged_into")
    got, owed = words_of(sink), 0
    for letter in letters.exclude(template="outbox/mail/gathered.txt"):
        bearer = letter.merged_into if letter.status == "merged" else letter
        assert bearer is not None
        assert bearer.status in {"sent", "uncertain", "replaced"}, letter
        times = got.pop((letter.key.partition(":")[0], letter.address), 0)
        owed += 1
        if bearer.status == "sent":
            assert times == 1, letter.key
        else:
            assert times <= (bearer.status == "uncertain"), letter.key
    assert not got, "nobody got what is not on record"
    assert owed > KILLS
