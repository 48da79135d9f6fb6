"""The dates that meetings got, and who was there."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from partners.models import Organisation

from .meetings import Meeting


class MeetingDate(models.Model):
    """A date that a meeting got, and when that was withdrawn; so a past day answers as it did."""

    meeting = models.ForeignKey(
        Meeting, on_delete=models.PROTECT, related_name="dates", verbose_name=_("meeting")
    )
    starts_at = models.DateTimeField(_("starts at"))
    reason = models.CharField(_("reason"), max_length=200, blank=True)
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, editable=False)
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)

    class Meta:
        verbose_name = _("date of a meeting")
        verbose_name_plural = _("dates of meetings")
        ordering = ["meeting", "recorded_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting"],
                condition=Q(withdrawn_at__isnull=True),
                name="meeting_one_date_holds",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.meeting_id} {self.starts_at}"


class Attendance(models.Model):
    """An organisation was at a meeting, with so many people."""

    meeting = models.ForeignKey(
        Meeting, on_delete=models.PROTECT, related_name="attendances", verbose_name=_("meeting")
    )
    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        related_name="attendances",
        verbose_name=_("organisation"),
    )
    people = models.PositiveSmallIntegerField(_("people"), default=1)
    is_director_level = models.BooleanField(_("at director level"), null=True)
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)

    class Meta:
        verbose_name = _("attendance")
        verbose_name_plural = _("attendance")
        ordering = ["meeting", "organisation"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "organisation"], name="attendance_once_per_organisation"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.meeting_id} {self.organisation_id}"
