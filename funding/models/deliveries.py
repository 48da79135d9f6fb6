"""What came of a pledge."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from funding.querysets import DeliveryQuerySet

from .pledges import Pledge


class Delivery(models.Model):
    """A part of a firm pledge that arrived; a mistake is struck with a reason, never changed."""

    pledge = models.ForeignKey(
        Pledge, on_delete=models.PROTECT, related_name="deliveries", verbose_name=_("pledge")
    )
    amount = models.DecimalField(
        _("value in euro"), max_digits=12, decimal_places=2, null=True, blank=True
    )
    text = models.CharField(_("what"), max_length=200, blank=True)
    year = models.PositiveSmallIntegerField(_("for the year"))
    arrived_on = models.DateField(_("arrived on"))
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("recorded by"),
    )
    struck_because = models.CharField(_("why it is struck"), max_length=200, blank=True)
    struck_at = models.DateTimeField(null=True, editable=False)
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)

    objects = DeliveryQuerySet.as_manager()

    class Meta:
        verbose_name = _("delivery")
        verbose_name_plural = _("deliveries")
        ordering = ["pledge", "arrived_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(amount__isnull=False, amount__gt=0)
                | Q(amount__isnull=True) & ~Q(text=""),
                name="delivery_of_something",
            ),
            models.CheckConstraint(
                condition=Q(struck_at__isnull=True, struck_because="")
                | Q(struck_at__isnull=False) & ~Q(struck_because=""),
                name="delivery_struck_with_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pledge_id} {self.arrived_on}"

    def get_absolute_url(self) -> str:
        """Its place is its pledge."""
        return str(self.pledge.get_absolute_url())
