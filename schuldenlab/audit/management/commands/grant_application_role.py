import os
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from schuldenlab.audit.application_role import RoleError, grant
from schuldenlab.celery import install_queue


class Command(BaseCommand):
    help = (
        "Make the database role of the application, or bring its rights up to date. Run it as the "
        "owner of the tables, after migrate. APPLICATION_PASSWORD gives the role its password."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("role")
        parser.add_argument("--print", action="store_true", help="show the SQL, change nothing")

    def handle(self, **options: Any) -> None:
        only_print = options["print"]
        password = os.environ.get("APPLICATION_PASSWORD", "")
        try:
            if not only_print:
                install_queue()
            statements = grant(options["role"], password, only_print=only_print)
        except RoleError as error:
            raise CommandError(str(error)) from None
        if only_print:
            self.stdout.write("".join(f"{statement};\n" for statement in statements), ending="")
