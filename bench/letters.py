"""What sending letters costs besides the mail itself: the outbox, against a bare loop.

    .venv/bin/python -m bench.letters [LETTERS [PAIRS]]

The loop sends as many messages, made beforehand, over one connection to the same mail server. In
turns; a ratio of 2 takes twice as long.
"""

from __future__ import annotations

import signal
import smtplib
import statistics
import subprocess
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from schuldenlab import postgres
from tests.processes import free_port

from .stand import emptied

if TYPE_CHECKING:
    from collections.abc import Iterator

GOAL = 2.0
SENDER = "kernteam@lab.example"


def main(argv: list[str]) -> int:
    """Measure, print one table, and say whether the goal is reached."""
    letters, pairs = (*(int(each) for each in argv), *(10_000, 3)[len(argv) :])
    with emptied("bench-pages"), mail_server() as port:
        from django.conf import settings

        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
        found = []
        for _pair in range(pairs):
            write(letters)
            message = sample()
            bare = timed(lambda: loop(message, letters, port))  # noqa: B023
            ours = timed(send)
            found.append((ours, bare))
            print(f"{letters} letters   outbox {ours:8.2f} s   bare loop {bare:8.2f} s", flush=True)
    ratio = statistics.median(ours / bare for ours, bare in found)
    print(f"ratio {ratio:.2f}   goal at most {GOAL}")
    return int(ratio > GOAL)


def timed(act: object) -> float:
    """Seconds."""
    begin = time.perf_counter()
    act()  # type: ignore[operator]
    return time.perf_counter() - begin


@contextmanager
def mail_server() -> Iterator[int]:
    """On a port of this machine."""
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "bench.sink", str(port)],
        cwd=postgres.REPOSITORY,
        preexec_fn=postgres.die_with_parent(signal.SIGKILL),  # noqa: PLW1509
    )
    while True:
        try:
            smtplib.SMTP("127.0.0.1", port).quit()
            break
        except OSError:
            time.sleep(0.1)
    yield port
    process.terminate()
    process.wait()


def write(count: int) -> None:
    """So many letters wait, as an invitation to a meeting is written."""
    from django.db import connection
    from django.utils import timezone

    from schuldenlab.outbox.actions.posting import new_message_id
    from schuldenlab.outbox.markup import lay_out
    from schuldenlab.outbox.models import Letter

    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE outbox_letter CASCADE")
    words = "De bijeenkomst gaat over wat partners samen doen aan schulden in de stad.\n\n" * 8
    sheet = lay_out("Uitnodiging", f"Beste partner,\n\n{words}", "nl", "U bent partner.")
    now = timezone.now()
    Letter.objects.bulk_create(
        (
            Letter(
                key=f"bench:{number}",
                template="events/mail/invited.txt",
                address=f"p{number}@people.example",
                name=f"Partner {number}",
                language="nl",
                subject=sheet.subject,
                text=sheet.text,
                html=sheet.html,
                message_id=new_message_id(),
                is_urgent=True,  # at night as well
                at=now,
                not_before=now,
            )
            for number in range(count)
        ),
        batch_size=1_000,
    )


def sample() -> bytes:
    """The message of one of them, as it goes over the line."""
    from schuldenlab.outbox.actions.mails import message_of
    from schuldenlab.outbox.models import Letter

    letter = Letter.objects.earliest("pk")
    return bytes(message_of(letter, None, letter.at).message().as_bytes(linesep="\r\n"))


def loop(message: bytes, count: int, port: int) -> None:
    """The same mail to all, over one connection."""
    with smtplib.SMTP("127.0.0.1", port) as line:
        for number in range(count):
            line.sendmail(SENDER, [f"p{number}@people.example"], message)


def send() -> None:
    """As the worker does."""
    from django.utils import timezone

    from schuldenlab.outbox.actions import send_due
    from schuldenlab.outbox.models import Letter

    send_due(timezone.now())
    assert not Letter.objects.exclude(status="sent").exists()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
