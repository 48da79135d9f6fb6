"""What an organisation pledges to a phase or to the budget: cash or in kind."""

from decimal import Decimal
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q, Sum
from django.db.models.functions import Now
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from funding.querysets import PledgeQuerySet
from partners.models import Organisation
from programme.models import BudgetCategory, CourseChange
from schuldenlab.documents.models import Document
from schuldenlab.lifecycle import Move
from schuldenlab.web.templatetags.look import euro

from .plans import FundingPlan


class Pledge(models.Model):
    """An organisation offers something, binds itself to it, and delivers it in parts.

    It goes to a phase (`plan`), which is money for projects, or to a category of the budget.
    `amount` is its value in euro; empty for something in kind that nobody valued, which then counts
    for nothing in money. While a condition is not met the pledge is firm but does not count. What
    it offers never changes: another offer is another row.
    """

    class Form(models.TextChoices):
        CASH = "cash", _("cash")
        HOURS = "hours", _("hours")
        KNOWLEDGE = "knowledge", _("knowledge")
        LOCATION = "location", _("location")
        DATA = "data", _("data")

    class Status(models.TextChoices):
        OFFERED = "offered", _("offered")
        FIRM = "firm", _("firm")
        WITHDRAWN = "withdrawn", _("withdrawn")

    FIRST = Status.OFFERED
    MOVES: ClassVar[dict[str, Move]] = {
        "make_pledge_firm": Move(frozenset({Status.OFFERED}), Status.FIRM, "firm_at"),
        "withdraw_pledge": Move(
            frozenset({Status.OFFERED, Status.FIRM}), Status.WITHDRAWN, "withdrawn_at"
        ),
    }

    plan = models.ForeignKey(
        FundingPlan,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="pledges",
        verbose_name=_("plan"),
    )
    category = models.CharField(
        _("category"),
        max_length=14,
        choices=BudgetCategory.choices,
        default=BudgetCategory.PROJECTS,
    )
    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        related_name="pledges",
        verbose_name=_("organisation"),
    )
    form = models.CharField(_("form"), max_length=9, choices=Form.choices)
    amount = models.DecimalField(
        _("value in euro"), max_digits=12, decimal_places=2, null=True, blank=True
    )
    text = models.CharField(_("what"), max_length=200, blank=True)
    quantity = models.DecimalField(
        _("how many"), max_digits=10, decimal_places=2, null=True, blank=True
    )
    rate = models.DecimalField(
        _("agreed rate in euro"), max_digits=10, decimal_places=2, null=True, blank=True
    )
    rate_agreed_by = models.CharField(_("who agreed on the rate"), max_length=160, blank=True)
    condition = models.CharField(_("on condition that"), max_length=200, blank=True)
    condition_met_at = models.DateTimeField(null=True, editable=False)
    is_open = models.BooleanField(_("everybody may see the amount"), default=False, editable=False)
    status = models.CharField(
        _("status"), max_length=9, choices=Status.choices, default=Status.OFFERED, editable=False
    )
    offered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("offered by"),
    )
    is_on_behalf = models.BooleanField(_("recorded by the kernteam"), default=False, editable=False)
    made_firm_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("made firm by"),
    )
    paper = models.ForeignKey(
        Document,
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("signed paper"),
    )
    replaces = models.OneToOneField(
        "self",
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="replaced_by",
        verbose_name=_("in the place of"),
    )
    withdrawn_because = models.TextField(_("reason"), blank=True, editable=False)
    course_change = models.OneToOneField(
        CourseChange,
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="pledge",
        verbose_name=_("change of course"),
    )
    is_taken_over = models.BooleanField(_("taken over"), default=False, editable=False)
    offered_at = models.DateTimeField(_("offered at"))
    firm_at = models.DateTimeField(null=True, editable=False)
    withdrawn_at = models.DateTimeField(null=True, editable=False)
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)

    objects = PledgeQuerySet.as_manager()

    class Meta:
        verbose_name = _("pledge")
        verbose_name_plural = _("pledges")
        ordering = ["plan", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(plan__isnull=True) | Q(category="projects"),
                name="pledge_to_a_phase_is_for_projects",
            ),
            models.CheckConstraint(
                condition=Q(
                    form="cash",
                    amount__isnull=False,
                    amount__gt=0,
                    quantity__isnull=True,
                    rate__isnull=True,
                )
                | ~Q(form="cash") & ~Q(text="") & (Q(amount__isnull=True) | Q(amount__gt=0)),
                name="pledge_has_value_or_words",
            ),
            models.CheckConstraint(
                condition=Q(quantity__isnull=True, rate__isnull=True, rate_agreed_by="")
                | Q(
                    quantity__isnull=False,
                    rate__isnull=False,
                    amount__isnull=False,
                    quantity__gt=0,
                    rate__gt=0,
                )
                & ~Q(rate_agreed_by=""),
                name="pledge_rate_is_agreed",
            ),
            models.CheckConstraint(
                condition=Q(status__in=["offered", "firm", "withdrawn"]), name="pledge_status_known"
            ),
            models.CheckConstraint(
                condition=Q(condition_met_at__isnull=True) | ~Q(condition=""),
                name="pledge_meets_a_condition",
            ),
            models.CheckConstraint(
                condition=~Q(status="firm")
                | Q(firm_at__isnull=False)
                & (Q(made_firm_by__isnull=False) | Q(paper__isnull=False) | Q(is_taken_over=True)),
                name="pledge_firm_by_somebody",
            ),
            models.CheckConstraint(
                condition=~Q(status="withdrawn")
                | Q(withdrawn_at__isnull=False) & ~Q(withdrawn_because=""),
                name="pledge_withdrawn_with_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation_id} {self.form}"

    def get_absolute_url(self) -> str:
        """What it is, what arrived of it, and what can be done with it."""
        return reverse("funding:pledge-detail", args=[self.pk])

    @property
    def project(self) -> Any:
        """The project to which it goes; None for the budget."""
        return None if self.plan is None else self.plan.phase.project

    @property
    def goal(self) -> str:
        """To what it goes, for a sentence: “Vroeg erbij”, or a category of the budget."""
        return str(self.get_category_display() if self.project is None else self.project.title)

    @property
    def goal_url(self) -> str:
        """Where that stands."""
        if self.plan is None:
            return reverse("funding:budget")
        return str(self.plan.get_absolute_url())

    @property
    def is_cash(self) -> bool:
        """In money, not in kind."""
        return self.form == self.Form.CASH

    @property
    def words(self) -> str:
        """What it is, for a letter: “€ 25.000 in cash”, “80 hours of advice, worth € 6.000”."""
        if self.is_cash:
            return str(_("%(amount)s in cash") % {"amount": euro(self.amount)})
        if self.amount is None:
            return self.text
        facts = {"what": self.text, "amount": euro(self.amount)}
        return str(_("%(what)s, worth %(amount)s") % facts)

    @property
    def waits_for_condition(self) -> bool:
        """Whether it does not count yet because of what it asks."""
        return bool(self.condition) and self.condition_met_at is None

    @property
    def delivered(self) -> Decimal:
        """What arrived so far, in euro."""
        return self.deliveries.holding().aggregate(sum=Sum("amount"))["sum"] or Decimal(0)
