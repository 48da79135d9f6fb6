import json
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from partners.actions.lab import set_up_lab
from partners.resources.labs import DEFAULTS, HELP, in_words, one_line, read_lab
from schuldenlab.lifecycle import Refused


class Command(BaseCommand):
    help = "Set up a new lab: host, framework, and manager. What is there already stays as it is."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--host", default=f"Gemeente {settings.CITY}")
        for name, usual in DEFAULTS.items():
            parser.add_argument(f"--{name}", default=usual, help=HELP.get(name, usual))
        parser.add_argument("--json", action="store_true", help="one JSON document")

    def handle(self, **options: Any) -> None:
        try:
            made = set_up_lab(read_lab(options), at=timezone.now())
        except (ValueError, ValidationError) as error:
            raise CommandError(one_line(error), returncode=2) from None
        except Refused as refusal:
            raise CommandError(str(refusal)) from None
        self.stdout.write(json.dumps(made) if options["json"] else in_words(made))
