import json
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from schuldenlab.audit.verification import mailed_seal
from schuldenlab.portal.integrity import check_all

PARTS = ["ballots", "votes", "signatures", "programmes", "seals", "sealed rows"]


class Command(BaseCommand):
    help = "Check ballots, signatures, seals, guards and the clock; exit 1 names a fault."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true", help="one JSON document")
        parser.add_argument("--seal", type=mailed_seal, action="append", help="as in a mail")

    def handle(self, **options: Any) -> None:
        report = check_all(timezone.now(), dict(options["seal"] or ()))
        if options["json"]:
            self.stdout.write(json.dumps(report, ensure_ascii=False))
        else:
            parts = [*PARTS, "triggers", "functions", "constraints"]
            self.stdout.write(", ".join(f"{report[part]} {part}" for part in parts))
            for error in report["errors"]:
                self.stdout.write(f"{error['part']} {error['where']}: {error['message']}")
        if not report["ok"]:
            raise SystemExit(1)
