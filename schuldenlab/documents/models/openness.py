"""How open a record is, for whom asks under the Woo and for whom looks at the public pages."""

from datetime import date

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from schuldenlab.documents.querysets import OpennessQuerySet

from .files import Document


class Openness(models.Model):
    """One judgement about one record. Rows never change: whoever judges anew adds a row.

    The last row counts. A record without a row has not been judged, and stays inside.
    """

    class State(models.TextChoices):
        OPEN = "open", pgettext_lazy("openness", "open")
        PARTLY = "partly", pgettext_lazy("openness", "partly open")
        CLOSED = "closed", pgettext_lazy("openness", "not open")

    subject_type = models.CharField(_("kind of record"), max_length=60)
    subject_id = models.PositiveBigIntegerField(_("record"))
    state = models.CharField(_("openness"), max_length=6, choices=State.choices)
    grounds = ArrayField(models.CharField(max_length=8), verbose_name=_("grounds"), default=list)
    explanation = models.TextField(_("explanation"), blank=True, max_length=1000)
    not_before_on = models.DateField(_("not open before"), null=True)
    redacted = models.ForeignKey(
        Document,
        on_delete=models.PROTECT,
        null=True,
        related_name="stands_for",
        verbose_name=_("version that may go outside"),
    )
    judged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("judged by"),
    )
    at = models.DateTimeField(_("judged at"))
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now())

    objects = OpennessQuerySet.as_manager()

    class Meta:
        verbose_name = _("judgement of openness")
        verbose_name_plural = _("judgements of openness")
        ordering = ["-id"]
        default_permissions = ("view",)
        indexes = [models.Index(fields=["subject_type", "subject_id"], name="openness_subject")]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="open", grounds=[])
                | (Q(state__in=["partly", "closed"]) & ~Q(grounds=[])),
                name="openness_closed_has_ground",
            ),
            models.CheckConstraint(
                condition=Q(redacted__isnull=True) | Q(state="partly"),
                name="openness_redacted_is_partly",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.subject_type} {self.subject_id} {self.state}"

    def is_open_on(self, day: date) -> bool:
        """Whether the record itself may go outside on that day."""
        return self.state == self.State.OPEN and not self.waits_on(day)

    def waits_on(self, day: date) -> bool:
        """Whether it is to be kept inside until a later day."""
        return self.not_before_on is not None and day < self.not_before_on
