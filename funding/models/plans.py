"""What a phase needs before it may start."""

from typing import Any

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from funding.querysets import FundingPlanQuerySet
from projects.models import Phase


class FundingPlan(models.Model):
    """The money that one phase asks for; how much, and by when, stands in its terms.

    Pledges lock this row, and so does the start of its phase: one of them is always first.
    """

    phase = models.OneToOneField(
        Phase, on_delete=models.PROTECT, related_name="funding_plan", verbose_name=_("phase")
    )
    note = models.TextField(
        _("what it is for"), blank=True, help_text=_("No data about people with debts.")
    )
    # Raised by every change of terms, pledges and deliveries: what changes the money meets here.
    version = models.PositiveIntegerField(_("version"), default=0, editable=False)
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)

    objects = FundingPlanQuerySet.as_manager()

    class Meta:
        verbose_name = _("funding plan")
        verbose_name_plural = _("funding plans")

    def __str__(self) -> str:
        return f"{self.phase_id}"

    def get_absolute_url(self) -> str:
        """Its place on the dossier of its project."""
        return f"{self.phase.get_absolute_url()}#money-{self.phase_id}"

    @property
    def current(self) -> Any:
        """The terms that hold now: the last ones."""
        return self.terms.last()


class FundingTerms(models.Model):
    """What a plan asks, in euro; of several the highest ordinal holds. A change is another row."""

    plan = models.ForeignKey(
        FundingPlan, on_delete=models.PROTECT, related_name="terms", verbose_name=_("plan")
    )
    ordinal = models.PositiveSmallIntegerField(_("number"), editable=False)
    total = models.DecimalField(_("needed in all"), max_digits=12, decimal_places=2)
    cash_minimum = models.DecimalField(
        _("of which at least in cash"), max_digits=12, decimal_places=2
    )
    deadline_on = models.DateField(_("pledges by"))
    reason = models.CharField(_("why"), max_length=200, blank=True)
    at = models.DateTimeField(_("since"))
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)

    class Meta:
        verbose_name = _("terms of a funding plan")
        verbose_name_plural = _("terms of funding plans")
        ordering = ["plan", "ordinal"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "ordinal"], name="terms_number_once"),
            models.CheckConstraint(
                condition=Q(total__gt=0, cash_minimum__gte=0, cash_minimum__lte=F("total")),
                name="terms_add_up",
            ),
            models.CheckConstraint(
                condition=Q(ordinal=1) | Q(ordinal__gt=1) & ~Q(reason=""),
                name="terms_changed_with_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.plan_id} {self.ordinal}"
