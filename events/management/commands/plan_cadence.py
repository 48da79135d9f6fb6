import json
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from events.actions import plan_cadence


class Command(BaseCommand):
    help = "Make the slots of this year and the next, exactly once."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true", help="one JSON document")

    def handle(self, **options: Any) -> None:
        made = plan_cadence(at=timezone.now())
        words = f"{made['created']} slots made, {made['existing']} were there"
        self.stdout.write(json.dumps(made) if options["json"] else words)
