import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from schuldenlab.portal.kompas import as_json, as_text, governing, read_kompas
from schuldenlab.portal.moments import end_of, typed_day, typed_year


class Command(BaseCommand):
    help = "Does the network keep its word in a year, as known at the end of a day?"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--year", type=typed_year, help="default: this year")
        parser.add_argument("--at", type=typed_day, help="YYYY-MM-DD, default: today")
        parser.add_argument("--json", action="store_true", help="one JSON document")

    def handle(self, **options: Any) -> None:
        now = timezone.now()
        moment = end_of(options["at"] or timezone.localdate(now), now)
        year = options["year"] or timezone.localdate(moment).year
        framework = governing(year, moment)
        if framework is None:
            raise CommandError(f"No framework was in force for {year} at that moment.")
        kompas = read_kompas(framework, year, moment)
        self.stdout.write(json.dumps(as_json(kompas)) if options["json"] else as_text(kompas))
