import json
import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from projects.businesscase import count_file
from schuldenlab.command_files import Malformed


class Command(BaseCommand):
    help = "Count a business case from a file, without a database; exit 2 when it is malformed."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="XLSX, ODS or a table of flows; - is stdin")
        parser.add_argument("--rate", help="discount rate in percent a year")
        parser.add_argument("--json", action="store_true", help="one JSON document")

    def handle(self, **options: Any) -> None:
        try:
            result = count_file(options["file"], options["rate"])
        except Malformed as problem:
            self.stderr.write(" ".join(f"{options['file']}: {problem}".split()))
            sys.exit(2)
        if options["json"]:
            self.stdout.write(json.dumps(result, ensure_ascii=False))
        else:
            self.stdout.write("net present value {npv}, ratio {ratio}".format(**result))
