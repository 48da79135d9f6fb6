import json
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from partners.actions import apply_retention
from partners.querysets.retention import kept_too_long


class Command(BaseCommand):
    help = "Forget personal data whose term of keeping (RETENTION) is over."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="only count, change nothing")
        parser.add_argument("--json", action="store_true", help="one JSON document")

    def handle(self, **options: Any) -> None:
        at = timezone.now()
        done = kept_too_long(at) if options["dry_run"] else apply_retention(at)
        if options["json"]:
            self.stdout.write(json.dumps(done))
            return
        verb = "to forget" if options["dry_run"] else "forgotten"
        for kind, count in done.items():
            self.stdout.write(f"{kind}: {count} {verb}")
