"""A request under the Woo: what was asked, until when, and which records belong to it."""

from datetime import date, timedelta
from typing import Final

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from schuldenlab.documents.querysets import WooRequestQuerySet

# Article 4.4 of the act: four weeks, and once two weeks more.
WEEKS: Final = 4
WEEKS_MORE: Final = 2


class WooRequest(models.Model):
    """One request, without a word about who asked: the municipality has that in its letters."""

    reference = models.CharField(_("reference"), max_length=40, unique=True)
    subject = models.CharField(_("subject"), max_length=200)
    received_on = models.DateField(_("received on"))
    first_on = models.DateField(_("about the time from"), null=True, blank=True)
    last_on = models.DateField(_("about the time until"), null=True, blank=True)
    postponed_at = models.DateTimeField(null=True, editable=False)
    postponed_because = models.CharField(_("reason"), max_length=200, blank=True, editable=False)
    answered_at = models.DateTimeField(null=True, editable=False)
    withdrawn_at = models.DateTimeField(null=True, editable=False)
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)

    objects = WooRequestQuerySet.as_manager()

    class Meta:
        verbose_name = _("request under the Woo")
        verbose_name_plural = _("requests under the Woo")
        ordering = ["-received_on", "-id"]
        default_permissions = ("view",)
        constraints = [
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True) | Q(withdrawn_at__isnull=True),
                name="woorequest_ends_once",
            ),
            models.CheckConstraint(
                condition=Q(postponed_at__isnull=True, postponed_because="")
                | (Q(postponed_at__isnull=False) & ~Q(postponed_because="")),
                name="woorequest_postponed_has_reason",
            ),
            models.CheckConstraint(
                condition=Q(first_on__isnull=True)
                | Q(last_on__isnull=True)
                | Q(first_on__lte=models.F("last_on")),
                name="woorequest_time_runs_on",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.reference} {self.subject}"

    def get_absolute_url(self) -> str:
        """Its dossier."""
        return reverse("portal:woo-detail", args=[self.pk])

    @property
    def is_waiting(self) -> bool:
        """Whether an answer is still to be given."""
        return self.answered_at is None and self.withdrawn_at is None

    @property
    def term_ends_on(self) -> date:
        """The last day of the term of the act, before weekends and holidays are looked at."""
        weeks = WEEKS + (WEEKS_MORE if self.postponed_at else 0)
        return self.received_on + timedelta(weeks=weeks)

    @property
    def state(self) -> str:
        """How it stands, in a word."""
        if self.answered_at:
            return str(pgettext_lazy("request", "answered"))
        if self.withdrawn_at:
            return str(pgettext_lazy("request", "withdrawn"))
        if self.postponed_at:
            return str(pgettext_lazy("request", "postponed"))
        return str(pgettext_lazy("request", "being answered"))


class WooItem(models.Model):
    """A record that belongs to a request; taken off again, the row stays with its moment."""

    request = models.ForeignKey(
        WooRequest, on_delete=models.PROTECT, related_name="items", verbose_name=_("request")
    )
    subject_type = models.CharField(_("kind of record"), max_length=60)
    subject_id = models.PositiveBigIntegerField(_("record"))
    at = models.DateTimeField(_("chosen at"))
    taken_off_at = models.DateTimeField(_("taken off at"), null=True)
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now())

    class Meta:
        verbose_name = _("record in a request")
        verbose_name_plural = _("records in requests")
        ordering = ["id"]
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(
                fields=["request", "subject_type", "subject_id"],
                condition=Q(taken_off_at__isnull=True),
                name="wooitem_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.request_id} {self.subject_type} {self.subject_id}"
