"""What a phase needs before it may start."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from projects.models import Phase


class FundingPlan(models.Model):
    """How much a phase needs in all and at least in cash, in euro, and by when.

    Pledges lock this row, and so does the start of its phase: one of them is always first.
    """

    phase = models.OneToOneField(
        Phase, on_delete=models.PROTECT, related_name="funding_plan", verbose_name=_("phase")
    )
    total = models.DecimalField(_("needed in all"), max_digits=12, decimal_places=2)
    cash_minimum = models.DecimalField(
        _("of which at least in cash"), max_digits=12, decimal_places=2
    )
    deadline_on = models.DateField(_("pledges by"))
    note = models.TextField(_("what it is for"), blank=True)
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)

    class Meta:
        verbose_name = _("funding plan")
        verbose_name_plural = _("funding plans")
        constraints = [
            models.CheckConstraint(
                condition=Q(total__gt=0, cash_minimum__gte=0, cash_minimum__lte=F("total")),
                name="plan_adds_up",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.phase_id}"


class FundingTerms(models.Model):
    """What a plan asked from a moment on. A change is another row: a past day answers as then."""

    plan = models.ForeignKey(
        FundingPlan, on_delete=models.PROTECT, related_name="terms", verbose_name=_("plan")
    )
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
        ordering = ["plan", "at", "pk"]

    def __str__(self) -> str:
        return f"{self.plan_id} {self.at:%Y-%m-%d}"
