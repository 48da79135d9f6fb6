import json
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from programme.verification import verify_all


class Command(BaseCommand):
    help = (
        "Check the chain, the seal and the count of every ballot again; exit 1 when one is wrong."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true", help="one JSON document")

    def handle(self, **options: Any) -> None:
        report: dict[str, Any] = verify_all()
        if options["json"]:
            self.stdout.write(json.dumps(report, ensure_ascii=False))
        else:
            self.stdout.write(f"{report['ballots']} ballots, {report['votes']} votes checked")
            for error in report["errors"]:
                self.stdout.write(f"{error['ballot']} {error['title']}: {error['message']}")
        if not report["ok"]:
            raise SystemExit(1)
