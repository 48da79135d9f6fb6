"""Seats that call a change of course crucial."""

from django.conf import settings
from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from .course import CourseChange
from .raad import Seat


class CrucialCall(models.Model):
    """One seat that calls a change crucial which the kernteam did not. Two are enough."""

    change = models.ForeignKey(
        CourseChange, on_delete=models.PROTECT, related_name="calls", verbose_name=_("change")
    )
    seat = models.ForeignKey(
        Seat, on_delete=models.PROTECT, related_name="crucial_calls", verbose_name=_("seat")
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("called by"),
    )
    reason = models.TextField(_("reason"), blank=True)
    at = models.DateTimeField(_("called at"))
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)

    class Meta:
        verbose_name = _("call that a change is crucial")
        verbose_name_plural = _("calls that a change is crucial")
        ordering = ["at", "id"]
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(fields=["change", "seat"], name="crucial_call_once_per_seat"),
        ]

    def __str__(self) -> str:
        return f"{self.change_id} {self.seat_id}"
