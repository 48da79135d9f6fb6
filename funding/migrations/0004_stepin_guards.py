"""What was offered and answered in a round stays, and a yes brings a pledge that stands."""

from django.db import migrations

from schuldenlab.audit.append_only import append_only

from ._stepin import STEPIN, STEPIN_BACK


class Migration(migrations.Migration):
    dependencies = [("funding", "0003_stepin"), ("audit", "0002_append_only")]
    operations = [
        migrations.RunSQL(STEPIN, STEPIN_BACK),
        append_only("funding_stepinoffer"),
        append_only("funding_stepinanswer"),
    ]
