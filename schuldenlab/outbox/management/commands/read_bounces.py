import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from schuldenlab.outbox.actions import note_bounce
from schuldenlab.outbox.bounces import Unreadable, messages_in


class Command(BaseCommand):
    help = "Read reports that mail came back (RFC 3464): one from stdin, or a Maildir or mbox."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("path", nargs="?", help="a Maildir (folder) or an mbox (file)")

    def handle(self, **options: Any) -> None:
        path = options["path"]
        messages = messages_in(path) if path else [sys.stdin.buffer.read()]
        for message in messages:
            try:
                letter, is_new = note_bounce(message, at=timezone.now())
                self.stdout.write(f"letter {letter.pk}: {'came back' if is_new else 'no news'}")
            except Unreadable as answer:
                self.stderr.write(str(answer))
