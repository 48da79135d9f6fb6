from typing import Any

from django.conf import settings
from django.db import migrations, models


def keep_pace(apps: Any, schema_editor: Any) -> None:
    """What waits for the letter of the day goes on waiting for it."""
    letters = apps.get_model("outbox", "Letter").objects.using(schema_editor.connection.alias)
    letters.filter(is_daily=True).update(pace="daily")


class Migration(migrations.Migration):
    dependencies = [
        ("documents", "0001_initial"),
        ("outbox", "0004_bundles_and_days"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="letter",
            name="bounce_code",
            field=models.CharField(
                blank=True,
                editable=False,
                help_text="How the other mail server says why (RFC 3463); 5.…: for ever.",
                max_length=12,
                verbose_name="code",
            ),
        ),
        migrations.AddField(
            model_name="letter",
            name="bounced_at",
            field=models.DateTimeField(editable=False, null=True, verbose_name="came back at"),
        ),
        migrations.AddField(
            model_name="letter",
            name="pace",
            field=models.CharField(
                choices=[
                    ("at_once", "at once"),
                    ("daily", "in one letter a day"),
                    ("weekly", "in one letter a week"),
                ],
                default="at_once",
                help_text="News may wait for the letter of the day or of the week.",
                max_length=8,
                verbose_name="pace",
            ),
        ),
        migrations.RunPython(keep_pace, migrations.RunPython.noop, elidable=True),
        migrations.RemoveField(
            model_name="letter",
            name="is_daily",
        ),
        migrations.AlterField(
            model_name="letter",
            name="status",
            field=models.CharField(
                choices=[
                    ("waiting", "waiting"),
                    ("sending", "being sent"),
                    ("sent", "sent"),
                    ("failed", "failed"),
                    ("uncertain", "uncertain"),
                    ("replaced", "replaced by a newer one"),
                    ("merged", "in a letter with other news"),
                    ("bounced", "came back"),
                    ("dropped", "let go"),
                ],
                default="waiting",
                editable=False,
                max_length=10,
                verbose_name="status",
            ),
        ),
        migrations.AddIndex(
            model_name="letter",
            index=models.Index(
                condition=models.Q(("status__in", ["failed", "uncertain", "bounced"])),
                fields=["status"],
                name="letter_in_trouble",
            ),
        ),
        migrations.AddConstraint(
            model_name="letter",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("status", "bounced"), _negated=True),
                    ("bounced_at__isnull", False),
                    _connector="OR",
                ),
                name="letter_bounced_has_moment",
            ),
        ),
    ]
