"""What a year has too much, and the next year gets."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from funding.querysets import CarryOverQuerySet
from programme.models import BudgetCategory


class CarryOver(models.Model):
    """A part of the surplus of a category goes to the same category of the next year.

    Nothing is carried over by itself: the kernteam does it, with a reason. A mistake is struck with
    a reason, never changed.
    """

    year = models.PositiveSmallIntegerField(_("from the year"))
    category = models.CharField(_("category"), max_length=14, choices=BudgetCategory.choices)
    ordinal = models.PositiveSmallIntegerField(_("number"), editable=False)
    amount = models.DecimalField(_("amount in euro"), max_digits=12, decimal_places=2)
    reason = models.CharField(_("why"), max_length=200)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("recorded by"),
    )
    at = models.DateTimeField(_("carried over at"))
    struck_because = models.CharField(_("why it is struck"), max_length=200, blank=True)
    struck_at = models.DateTimeField(null=True, editable=False)
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)

    objects = CarryOverQuerySet.as_manager()

    class Meta:
        verbose_name = _("amount carried over")
        verbose_name_plural = _("amounts carried over")
        ordering = ["year", "category", "ordinal"]
        constraints = [
            models.UniqueConstraint(
                fields=["year", "category", "ordinal"], name="carry_over_number_once"
            ),
            models.CheckConstraint(
                condition=Q(amount__gt=0, year__gte=2000, year__lt=2100) & ~Q(reason=""),
                name="carry_over_of_something",
            ),
            models.CheckConstraint(
                condition=Q(category__in=["infrastructure", "innovation", "events", "projects"]),
                name="carry_over_category_known",
            ),
            models.CheckConstraint(
                condition=Q(struck_at__isnull=True, struck_because="")
                | Q(struck_at__isnull=False) & ~Q(struck_because=""),
                name="carry_over_struck_with_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.year} {self.category} {self.ordinal}"

    def get_absolute_url(self) -> str:
        """Its place is the budget of the year that it left."""
        return reverse("funding:budget-year", args=[self.year])

    @property
    def next_year(self) -> int:
        """The year that gets it."""
        return self.year + 1
