"""What must never happen to the money, refused by PostgreSQL for everybody."""

from django.db import migrations

from schuldenlab.audit.append_only import append_only

from ._ledger import LEDGER, LEDGER_BACK
from ._money import MONEY, MONEY_BACK


class Migration(migrations.Migration):
    dependencies = [("funding", "0001_initial"), ("audit", "0002_append_only")]
    operations = [
        migrations.RunSQL(MONEY, MONEY_BACK),
        append_only("funding_fundingterms"),
        migrations.RunSQL(LEDGER, LEDGER_BACK),
        append_only("funding_schedule"),
        append_only("funding_instalment"),
    ]
