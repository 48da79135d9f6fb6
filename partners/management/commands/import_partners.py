from json import dumps
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from partners.actions import import_partners
from partners.resources import Unreadable, as_text, read_day, read_file, refusal


class Command(BaseCommand):
    help = "Import partners from CSV, XLSX or ODS. Exit 0: done, 1: refused, 2: input unreadable."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file")
        parser.add_argument("--default-joined-on", default="", metavar="YYYY-MM-DD")
        for flag in ("--dry-run", "--skip-invalid", "--json"):
            parser.add_argument(flag, action="store_true")

    def handle(self, *, file: str, dry_run: bool, skip_invalid: bool, **options: Any) -> None:
        how: dict[str, Any] = {"dry_run": dry_run, "skip_invalid": skip_invalid}
        try:
            how["default_joined_on"] = read_day("default_joined_on", options)
            sheet = read_file(file)
        except Unreadable as error:
            raise CommandError(str(error), returncode=2) from error
        report = import_partners(sheet, actor=None, at=timezone.now(), **how)
        self.stdout.write(dumps(report.as_dict()) if options["json"] else as_text(report))
        if report.errors and not skip_invalid:
            raise CommandError(refusal(report), returncode=1)
