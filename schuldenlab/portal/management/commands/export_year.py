from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from partners.actions import export_year
from schuldenlab.portal.archive.bag import sealed
from schuldenlab.portal.archive.year import write_year
from schuldenlab.portal.moments import typed_year


class Command(BaseCommand):
    help = "Write all records of a year to one archive file (ZIP, BagIt, MDTO)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("year", type=typed_year)
        parser.add_argument("file", type=Path, help="where it is written; it may not be there yet")

    def handle(self, **options: Any) -> None:
        at, year = timezone.now(), options["year"]
        try:
            with options["file"].open("x+b") as file:
                made = write_year(file, year, at)
                sha256, size = sealed(file)
        except OSError as error:
            raise CommandError(f"This file cannot be written: {error.strerror}.") from error
        export_year(year=year, sha256=sha256, size=size, records=made.records, actor=None, at=at)
        self.stdout.write(f"{made.records} records, {size} bytes, SHA-256 {sha256}")
        self.stderr.write("".join(f"gone or damaged: {lost}\n" for lost in made.lost))
