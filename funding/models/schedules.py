"""When a pledge arrives: amounts per year, with the day on which each part is due."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from funding.querysets import InstalmentQuerySet

from .pledges import Pledge


class Schedule(models.Model):
    """How the value of a pledge is spread; of several the highest ordinal holds since its moment.

    Another spreading is another row with its reason, so a past day keeps its answer. A pledge that
    nobody valued has none.
    """

    pledge = models.ForeignKey(
        Pledge, on_delete=models.PROTECT, related_name="schedules", verbose_name=_("pledge")
    )
    ordinal = models.PositiveSmallIntegerField(_("number"), editable=False)
    reason = models.CharField(_("why"), max_length=200, blank=True)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("recorded by"),
    )
    at = models.DateTimeField(_("since"))
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)

    class Meta:
        verbose_name = _("schedule of a pledge")
        verbose_name_plural = _("schedules of pledges")
        ordering = ["pledge", "ordinal"]
        constraints = [
            models.UniqueConstraint(fields=["pledge", "ordinal"], name="schedule_number_once"),
            models.CheckConstraint(
                condition=Q(ordinal=1) | Q(ordinal__gt=1) & ~Q(reason=""),
                name="schedule_changed_with_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pledge_id} {self.ordinal}"

    def get_absolute_url(self) -> str:
        """Its place is its pledge."""
        return str(self.pledge.get_absolute_url())


class Instalment(models.Model):
    """A part of a pledge, in euro, for one year of the budget; `due_on` when a day was agreed.

    All parts of a schedule are together exactly the pledge.
    """

    schedule = models.ForeignKey(
        Schedule, on_delete=models.PROTECT, related_name="instalments", verbose_name=_("schedule")
    )
    year = models.PositiveSmallIntegerField(_("for the year"))
    due_on = models.DateField(_("due on"), null=True, blank=True)
    amount = models.DecimalField(_("value in euro"), max_digits=12, decimal_places=2)

    objects: Any = InstalmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("instalment")
        verbose_name_plural = _("instalments")
        ordering = ["schedule", "year", "due_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(amount__gt=0, year__gte=2000, year__lte=2100),
                name="instalment_of_something",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.schedule_id} {self.year}"
