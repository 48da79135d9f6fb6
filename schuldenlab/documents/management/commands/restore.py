from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from schuldenlab.documents.backup import BackupError, restore_backup


class Command(BaseCommand):
    help = "Put a backup into an empty database and the place of documents."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", type=Path)
        help_replace = "first throw away all that the database's owner has in it"
        parser.add_argument("--replace", action="store_true", help=help_replace)

    def handle(self, **options: Any) -> None:
        try:
            report = restore_backup(options["folder"], replace=options["replace"])
        except BackupError as error:
            raise CommandError(str(error)) from None
        self.stdout.write(f"The database and {report.documents} documents are back.")
        if report.broken:
            raise CommandError(f"Other files have these names: {', '.join(report.broken)}")
