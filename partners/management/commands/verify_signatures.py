import json
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from partners.verification import verify_all


class Command(BaseCommand):
    help = "Check every framework, signature and file of them again; exit 1 when one is wrong."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true", help="one JSON document")

    def handle(self, **options: Any) -> None:
        report = verify_all()
        if options["json"]:
            self.stdout.write(json.dumps(report, ensure_ascii=False))
        else:
            self.stdout.write("{frameworks} frameworks, {signatures} signatures".format(**report))
            for error in report["errors"]:
                self.stdout.write("{what} {id} {name}: {message}".format(**error))
        if not report["ok"]:
            raise SystemExit(1)
