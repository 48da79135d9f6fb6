import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models

from ._invitations import AFTER, BEFORE, INVITATION


class Migration(migrations.Migration):
    dependencies = [
        ("partners", "0006_register_guards"),
        ("programme", "0006_register"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="seat",
            name="end_reason",
            field=models.TextField(blank=True, verbose_name="why it ended"),
        ),
        migrations.CreateModel(
            name="SeatInvitation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("asked", "asked"),
                            ("accepted", "accepted"),
                            ("declined", "declined"),
                            ("withdrawn", "withdrawn"),
                        ],
                        default="asked",
                        editable=False,
                        max_length=9,
                        verbose_name="status",
                    ),
                ),
                ("sent_at", models.DateTimeField(verbose_name="sent at")),
                ("answer_by", models.DateTimeField(verbose_name="answer by")),
                ("reason", models.TextField(blank=True, max_length=2000, verbose_name="reason")),
                (
                    "accepted_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="accepted at"),
                ),
                (
                    "declined_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="declined at"),
                ),
                (
                    "withdrawn_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="withdrawn at"),
                ),
                (
                    "recorded_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        verbose_name="recorded at",
                    ),
                ),
                (
                    "answered_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="answered by",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="seat_invitations",
                        to="partners.organisation",
                        verbose_name="organisation",
                    ),
                ),
                (
                    "raad",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="invitations",
                        to="programme.programmaraad",
                        verbose_name="raad",
                    ),
                ),
                (
                    "representative",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="representative",
                    ),
                ),
                (
                    "substitute",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="substitute",
                    ),
                ),
            ],
            options={
                "verbose_name": "invitation to a seat",
                "verbose_name_plural": "invitations to a seat",
                "ordering": ["raad", "sent_at", "id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("status", "asked")),
                        fields=("raad", "organisation"),
                        name="seat_invitation_asked_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("answer_by__gt", models.F("sent_at"))),
                        name="seat_invitation_answer_after",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("accepted_at", None),
                                ("declined_at", None),
                                ("status", "asked"),
                                ("withdrawn_at", None),
                            ),
                            models.Q(
                                ("accepted_at__isnull", False),
                                ("answered_by__isnull", False),
                                ("status", "accepted"),
                            ),
                            models.Q(
                                ("answered_by__isnull", False),
                                ("declined_at__isnull", False),
                                ("status", "declined"),
                            ),
                            models.Q(("status", "withdrawn"), ("withdrawn_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="seat_invitation_has_moment",
                    ),
                ],
            },
        ),
        migrations.RunSQL(INVITATION, "DROP FUNCTION guard_seat_invitation() CASCADE"),
        migrations.RunSQL(AFTER, BEFORE),
    ]
