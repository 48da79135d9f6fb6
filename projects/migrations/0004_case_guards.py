"""What was put before the programmaraad stands still, and the rates of their time too."""

from django.db import migrations

from schuldenlab.audit.append_only import append_only

from ._cases import CASES, UNDO


class Migration(migrations.Migration):
    dependencies = [("projects", "0003_cases"), ("audit", "0002_append_only")]
    operations = [migrations.RunSQL(CASES, UNDO), append_only("projects_discountrate")]
