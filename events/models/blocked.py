"""Periods in which nothing is planned: school holidays, elections, the weeks of a move."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from events.querysets import BlockedPeriodQuerySet


class BlockedPeriod(models.Model):
    """Days on which no meeting is proposed, both ends included. Withdrawn, it stays on record."""

    title = models.CharField(_("title"), max_length=80)
    title_en = models.CharField(_("title in English"), max_length=80, blank=True)
    first_on = models.DateField(_("first day"))
    last_on = models.DateField(_("last day"))
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, editable=False)
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)

    objects = BlockedPeriodQuerySet.as_manager()

    class Meta:
        verbose_name = _("blocked period")
        verbose_name_plural = _("blocked periods")
        ordering = ["first_on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(last_on__gte=F("first_on")), name="blocked_period_forward"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def heading(self) -> str:
        """The title in the language of the reader."""
        return self.title_en if self.title_en and get_language() == "en" else self.title
