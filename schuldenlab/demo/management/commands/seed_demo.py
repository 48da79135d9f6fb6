import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from schuldenlab.demo.story import tell
from schuldenlab.demo.story.calendar import parse_today


class Command(BaseCommand):
    help = "Tell the demo's story around today, unless it has been told."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--today", default="", help="the day around which, as YYYY-MM-DD")
        parser.add_argument("--reset", action="store_true", help="forget all data first")
        parser.add_argument("--json", action="store_true", help="print one JSON document")

    def handle(self, **options: Any) -> None:
        try:
            today = parse_today(options["today"])
        except ValueError as error:
            raise CommandError(f"--today: {error}", returncode=2) from None
        try:
            result = tell.tell_once(today, reset=options["reset"])
        except tell.NotBlankError as error:
            raise CommandError(str(error)) from None
        self.stdout.write(json.dumps(result) if options["json"] else tell.in_words(result))
