import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models

from schuldenlab.audit.append_only import append_only

from ._decisions import AFTER, BEFORE, FILL


class Migration(migrations.Migration):
    dependencies = [
        ("events", "0002_taken_over"),
        ("programme", "0005_deciding_guards"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="DecisionStep",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("assigned", "owner named"),
                            ("reported", "step reported"),
                            ("done", "carried out"),
                            ("dropped", "dropped"),
                        ],
                        max_length=8,
                        verbose_name="kind",
                    ),
                ),
                ("text", models.TextField(blank=True, verbose_name="what happened")),
                ("due_on", models.DateField(null=True, verbose_name="due on")),
                ("at", models.DateTimeField(verbose_name="recorded at")),
                (
                    "recorded_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        verbose_name="recorded at",
                    ),
                ),
            ],
            options={
                "verbose_name": "step of a decision",
                "verbose_name_plural": "steps of decisions",
                "ordering": ["decision", "at", "id"],
            },
        ),
        migrations.AddField(
            model_name="decision",
            name="done_at",
            field=models.DateTimeField(editable=False, null=True, verbose_name="carried out at"),
        ),
        migrations.AddField(
            model_name="decision",
            name="dropped_at",
            field=models.DateTimeField(editable=False, null=True, verbose_name="dropped at"),
        ),
        migrations.AddField(
            model_name="decision",
            name="due_on",
            field=models.DateField(editable=False, null=True, verbose_name="due on"),
        ),
        migrations.AddField(
            model_name="decision",
            name="meeting",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="decisions",
                to="events.meeting",
                verbose_name="meeting",
            ),
        ),
        migrations.AddField(
            model_name="decision",
            name="origin",
            field=models.CharField(
                choices=[
                    ("ballot", "by ballot"),
                    ("meeting", "in a meeting, without a ballot"),
                    ("advice", "recorded advice"),
                ],
                default="ballot",
                max_length=8,
                verbose_name="taken",
            ),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="decision",
            name="owner",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="owned_decisions",
                to=settings.AUTH_USER_MODEL,
                verbose_name="owner",
            ),
        ),
        migrations.RunSQL(FILL, migrations.RunSQL.noop),
        migrations.AlterField(
            model_name="decision",
            name="status",
            field=models.CharField(
                choices=[
                    ("open", "to be carried out"),
                    ("done", "carried out"),
                    ("dropped", "dropped"),
                ],
                default="open",
                editable=False,
                max_length=8,
                verbose_name="status",
            ),
        ),
        migrations.AddConstraint(
            model_name="decision",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ballot__isnull", False), ("origin", "ballot")),
                    models.Q(("ballot__isnull", True), ("origin__in", ["meeting", "advice"])),
                    _connector="OR",
                ),
                name="decision_origin_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="decision",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("done_at__isnull", True), ("dropped_at__isnull", True), ("status", "open")
                    ),
                    models.Q(
                        ("done_at__isnull", False), ("dropped_at__isnull", True), ("status", "done")
                    ),
                    models.Q(
                        ("done_at__isnull", True),
                        ("dropped_at__isnull", False),
                        ("status", "dropped"),
                    ),
                    _connector="OR",
                ),
                name="decision_status_has_stamp",
            ),
        ),
        migrations.AddConstraint(
            model_name="decision",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("due_on__isnull", True), ("owner__isnull", False), _connector="OR"
                ),
                name="decision_due_has_owner",
            ),
        ),
        migrations.AddField(
            model_name="decisionstep",
            name="decision",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="steps",
                to="programme.decision",
                verbose_name="decision",
            ),
        ),
        migrations.AddField(
            model_name="decisionstep",
            name="owner",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="owner",
            ),
        ),
        migrations.AddField(
            model_name="decisionstep",
            name="person",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="recorded by",
            ),
        ),
        migrations.AddConstraint(
            model_name="decisionstep",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind", "assigned"), ("owner__isnull", False)),
                    models.Q(
                        ("kind__in", ["reported", "done", "dropped"]),
                        ("due_on__isnull", True),
                        ("owner__isnull", True),
                        models.Q(("text", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="decisionstep_says_what",
            ),
        ),
        migrations.RunSQL(AFTER, BEFORE),
        append_only("programme_decisionstep"),
    ]
