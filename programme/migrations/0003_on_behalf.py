from django.db import migrations, models
from django.db.models import Q, deletion

from ._struck import AFTER, BEFORE

# Commitments stay as they are, so the column is filled while the table is written anew.
FILL = """
ALTER TABLE programme_commitment
    ALTER COLUMN given_on TYPE date USING (at AT TIME ZONE 'Europe/Amsterdam')::date;
"""
WAYS = [
    ("online", "online, by the partner itself"),
    ("phone", "by phone"),
    ("letter", "by letter or mail"),
    ("meeting", "in a meeting"),
]


class Migration(migrations.Migration):
    dependencies = [
        ("programme", "0002_guards"),
        ("events", "0001_initial"),
        ("partners", "0005_register"),
    ]
    operations = [
        migrations.AddField(
            "commitment",
            "way",
            models.CharField(choices=WAYS, default="online", max_length=8, verbose_name="came in"),
        ),
        migrations.AddField(
            "commitment", "given_on", models.DateField(null=True, verbose_name="given on")
        ),
        migrations.RunSQL(FILL, migrations.RunSQL.noop),
        migrations.AlterField("commitment", "given_on", models.DateField(verbose_name="given on")),
        migrations.AddField(
            "commitment",
            "meeting",
            models.ForeignKey(
                blank=True,
                null=True,
                on_delete=deletion.PROTECT,
                related_name="commitments",
                to="events.meeting",
                verbose_name="given at the meeting",
            ),
        ),
        migrations.AlterField("commitment", "at", models.DateTimeField(verbose_name="recorded at")),
        migrations.AddConstraint(
            "commitment",
            models.CheckConstraint(
                condition=Q(("meeting__isnull", True), ("way", "meeting"), _connector="OR"),
                name="commitment_at_a_meeting",
            ),
        ),
        migrations.RunSQL(AFTER, BEFORE),
    ]
