"""Business cases: versions of what a project costs and brings, and for whom."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from programme.models import Decision
from projects.businesscase import Case
from projects.querysets import CaseQuerySet, DiscountRateQuerySet
from schuldenlab.lifecycle import Move

from .projects import Project

DEFAULT_HORIZON, LONGEST_HORIZON = 5, 50


class DiscountRate(models.Model):
    """The real discount rate that holds from a day on, in percent a year, and who set it.

    A case keeps the rate with which it was made, also when a later one holds now.
    """

    percent = models.DecimalField(_("percent a year"), max_digits=6, decimal_places=3)
    valid_from = models.DateField(_("holds from"), unique=True)
    source = models.CharField(_("source"), max_length=200)
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)

    objects = DiscountRateQuerySet.as_manager()

    class Meta:
        verbose_name = _("discount rate")
        verbose_name_plural = _("discount rates")
        ordering = ["-valid_from"]
        constraints = [
            models.CheckConstraint(
                condition=Q(percent__gt=-100, percent__lte=100), name="discount_rate_is_percent"
            ),
            models.CheckConstraint(condition=~Q(source=""), name="discount_rate_has_source"),
        ]

    def __str__(self) -> str:
        return f"{self.percent} {self.valid_from}"


class BusinessCase(models.Model):
    """One version of the business case of a project.

    While it is a draft it is worked on. Submitted to the programmaraad it stands still (`sha256` is
    of everything that it says), and approved it stays so for ever; work goes on in a copy.
    """

    class Status(models.TextChoices):
        DRAFT = "draft", _("draft")
        SUBMITTED = "submitted", _("submitted to the programmaraad")
        APPROVED = "approved", pgettext_lazy("business case", "approved")
        DROPPED = "dropped", _("dropped")

    FIRST = Status.DRAFT
    MOVES: ClassVar[dict[str, Move]] = {
        "submit_case": Move(frozenset({Status.DRAFT}), Status.SUBMITTED, "submitted_at"),
        "take_case_back": Move(frozenset({Status.SUBMITTED}), Status.DRAFT, "taken_back_at"),
        "approve_case": Move(frozenset({Status.SUBMITTED}), Status.APPROVED, "approved_at"),
        "drop_case": Move(frozenset({Status.DRAFT}), Status.DROPPED, "dropped_at"),
    }

    project = models.ForeignKey(
        Project, on_delete=models.PROTECT, related_name="cases", verbose_name=_("project")
    )
    version = models.PositiveSmallIntegerField(_("version"), editable=False)
    copied_from = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, editable=False, related_name="copies"
    )
    base_year = models.PositiveSmallIntegerField(_("base year"))
    price_year = models.PositiveSmallIntegerField(_("price year"))
    horizon = models.PositiveSmallIntegerField(_("number of years"), default=DEFAULT_HORIZON)
    discount_rate = models.ForeignKey(
        DiscountRate, on_delete=models.PROTECT, related_name="cases", verbose_name=_("rate")
    )
    null_alternative = models.TextField(_("what happens without the project"), blank=True)
    project_alternative = models.TextField(_("what the project does"), blank=True)
    notes = models.TextField(_("what is good to know"), blank=True)
    status = models.CharField(
        _("status"), max_length=9, choices=Status.choices, default=Status.DRAFT, editable=False
    )
    sha256 = models.CharField(max_length=64, blank=True, editable=False)
    decision = models.ForeignKey(
        Decision,
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="cases",
        verbose_name=_("approved by"),
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("made by"),
    )
    submitted_at = models.DateTimeField(_("submitted at"), null=True, editable=False)
    taken_back_at = models.DateTimeField(null=True, editable=False)
    approved_at = models.DateTimeField(_("approved at"), null=True, editable=False)
    dropped_at = models.DateTimeField(null=True, editable=False)
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)

    objects = CaseQuerySet.as_manager()

    class Meta:
        verbose_name = _("business case")
        verbose_name_plural = _("business cases")
        ordering = ["project", "-version"]
        constraints = [
            models.UniqueConstraint(fields=["project", "version"], name="case_version_once"),
            models.UniqueConstraint(
                fields=["project"], condition=Q(status="submitted"), name="case_submitted_once"
            ),
            models.CheckConstraint(
                condition=Q(horizon__gte=1, horizon__lte=LONGEST_HORIZON), name="case_horizon"
            ),
            models.CheckConstraint(
                condition=Q(base_year__gte=2000, base_year__lte=2100)
                & Q(price_year__gte=2000, price_year__lte=2100),
                name="case_years",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=["submitted", "approved"])
                | Q(submitted_at__isnull=False) & ~Q(sha256=""),
                name="case_submitted_with_hash",
            ),
            models.CheckConstraint(
                condition=Q(status="approved", decision__isnull=False, approved_at__isnull=False)
                | ~Q(status="approved") & Q(decision__isnull=True, approved_at__isnull=True),
                name="case_approved_by_decision",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.project_id} {self.version}"

    def get_absolute_url(self) -> str:
        """Its page."""
        return reverse("projects:case-detail", args=[self.pk])

    @property
    def is_open(self) -> bool:
        """Whether it can still be worked on."""
        return self.status == self.Status.DRAFT

    @property
    def years(self) -> range:
        """The calendar years that it counts."""
        return range(self.base_year, self.base_year + self.horizon)

    def as_case(self) -> Case:
        """Everything that it says, for the arithmetic; two queries, fewer when prefetched."""
        names = {party.pk: party.name for party in self.parties.all()}
        return Case(
            lines=tuple(line.as_line(names) for line in self.lines.all()),
            parties=tuple(names.values()),
            percent=self.discount_rate.percent,
            base_year=self.base_year,
            price_year=self.price_year,
            horizon=self.horizon,
        )
