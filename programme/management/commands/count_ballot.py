import json
import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from programme.recount import Malformed, read, recount


class Command(BaseCommand):
    help = "Count a ballot from a JSON file, without a database; exit 2 when the file is malformed."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="the ballot as JSON, or - for standard input")
        parser.add_argument("--json", action="store_true", help="one JSON document")

    def handle(self, **options: Any) -> None:
        try:
            result = recount(read(options["file"]))
        except Malformed as problem:
            self.stderr.write(" ".join(f"{options['file']}: {problem}".split()))
            sys.exit(2)
        if options["json"]:
            self.stdout.write(json.dumps(result, ensure_ascii=False))
        else:
            self.stdout.write("{outcome}: {cast} of {entitled} seats voted".format(**result))
