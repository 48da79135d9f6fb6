import json
from typing import Any

from django.core.management.base import BaseCommand

from schuldenlab.portal.account.edition import broken_accounts


class Command(BaseCommand):
    help = "Check the hash of every annual account that was published; exit 1 names a fault."

    def handle(self, **options: Any) -> None:
        del options
        errors = [{"year": each.year, "edition": each.edition} for each in broken_accounts()]
        self.stdout.write(json.dumps({"ok": not errors, "errors": errors}))
        if errors:
            raise SystemExit(1)
