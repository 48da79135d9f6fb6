"""What a series asked before it was changed, so that a past day answers as it did then."""

from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from .meetings import MeetingSeries


class FormerTerms(models.Model):
    """The number and the lead times of a series until a moment; from then on the next ones held."""

    series = models.ForeignKey(
        MeetingSeries,
        on_delete=models.PROTECT,
        related_name="former_terms",
        verbose_name=_("series"),
    )
    per_year = models.PositiveSmallIntegerField(_("number a year"))
    lead_days = models.PositiveSmallIntegerField(
        _("working days between fixing the date and meeting")
    )
    poll_days = models.PositiveSmallIntegerField(_("working days in which to answer a date poll"))
    until_at = models.DateTimeField(_("until"), editable=False)
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)

    class Meta:
        verbose_name = _("former terms of a series")
        verbose_name_plural = _("former terms of series")
        ordering = ["series", "until_at", "id"]

    def __str__(self) -> str:
        return f"{self.series_id} {self.until_at}"
