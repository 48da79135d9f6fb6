"""What must never happen to the minutes of a meeting, refused by PostgreSQL for everybody."""

from django.db import migrations

from ._minutes import MINUTES, UNDONE


class Migration(migrations.Migration):
    dependencies = [("events", "0004_meetings_that_happen"), ("audit", "0002_append_only")]
    operations = [migrations.RunSQL(MINUTES, UNDONE)]
