"""Reports and values stay as they were written; risks, links and indicators only end."""

from django.db import migrations

from schuldenlab.audit.append_only import append_only

from ._progress import guarded, unguarded


class Migration(migrations.Migration):
    dependencies = [("projects", "0005_progress"), ("audit", "0002_append_only")]
    operations = [
        append_only("projects_progressreport"),
        append_only("projects_indicatorvalue"),
        migrations.RunSQL(guarded(), unguarded()),
    ]
