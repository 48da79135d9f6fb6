"""What must never happen to changes of course, refused by PostgreSQL for everybody."""

from django.db import migrations

from schuldenlab.audit.append_only import append_only

from ._course import COURSE


class Migration(migrations.Migration):
    dependencies = [("programme", "0015_course"), ("audit", "0002_append_only")]
    operations = [
        migrations.RunSQL(
            COURSE,
            "DROP FUNCTION guard_course_change() CASCADE;"
            "DROP FUNCTION guard_crucial_call() CASCADE",
        ),
        append_only("programme_crucialcall"),
    ]
