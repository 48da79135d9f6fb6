from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from schuldenlab.documents.backup import BackupError, write_backup


class Command(BaseCommand):
    help = "Write the database and all documents to a new folder. Exit 1 names what is broken."

    def add_arguments(self, parser: CommandParser) -> None:
        moment = f"{timezone.now():%Y%m%dT%H%M%SZ}"
        folder = Path(settings.BASE_DIR) / "var" / "backups" / moment
        parser.add_argument("folder", type=Path, nargs="?", default=folder)

    def handle(self, **options: Any) -> None:
        try:
            report = write_backup(options["folder"])
        except BackupError as error:
            raise CommandError(str(error)) from None
        self.stdout.write(f"{options['folder']}: the database, {report.documents} documents")
        if report.broken:
            raise CommandError(f"These files are not what was kept: {', '.join(report.broken)}")
