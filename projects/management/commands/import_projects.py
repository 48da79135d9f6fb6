from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from partners.models import Theme
from projects.actions import import_projects
from projects.resources import read_projects
from schuldenlab.lifecycle import Refused


class Command(BaseCommand):
    help = "Take over the projects of a CSV file that are not here yet, under one theme."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--theme", required=True, help="the name of a lasting theme")

    def handle(self, **options: Any) -> None:
        theme = Theme.objects.filter(name=options["theme"]).first()
        if theme is None:
            raise CommandError(f"no theme {options['theme']}")
        try:
            rows = read_projects(options["file"].read_bytes(), today=timezone.localdate())
            made = import_projects(rows, theme=theme, actor=None, at=timezone.now())
        except (OSError, ValueError, Refused) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{len(made)} projects taken over")
