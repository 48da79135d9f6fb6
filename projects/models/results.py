"""What a project brings: a few indicators with a target, and what was measured."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from projects.querysets import IndicatorQuerySet, ValueQuerySet

from .projects import Project

DIGITS, PLACES = 18, 4


class Indicator(models.Model):
    """One thing that a project wants to change, in figures, for one goal of the framework.

    It stays as it was agreed: with another target it is dropped, and a new one takes its place.
    """

    class Goal(models.TextChoices):
        DEBTS = "debts", _("fewer problematic debts")
        COLLECTION = "collection", _("lower costs of collection")
        CARE = "care", _("lower costs of care")
        BENEFITS = "benefits", _("lower costs of social assistance")

    project = models.ForeignKey(
        Project, on_delete=models.PROTECT, related_name="indicators", verbose_name=_("project")
    )
    goal = models.CharField(_("goal"), max_length=10, choices=Goal.choices)
    name = models.CharField(_("what is counted"), max_length=120)
    unit = models.CharField(_("unit"), max_length=40)
    target = models.DecimalField(_("target"), max_digits=DIGITS, decimal_places=PLACES)
    target_on = models.DateField(_("target reached by"))
    dropped_at = models.DateTimeField(_("dropped at"), null=True, editable=False)
    dropped_because = models.CharField(_("why it was dropped"), max_length=200, blank=True)
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)

    objects = IndicatorQuerySet.as_manager()

    class Meta:
        verbose_name = _("indicator")
        verbose_name_plural = _("indicators")
        ordering = ["project", "goal", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(name="") & ~Q(unit=""), name="indicator_in_words"),
            models.CheckConstraint(
                condition=Q(dropped_at__isnull=True, dropped_because="")
                | Q(dropped_at__isnull=False) & ~Q(dropped_because=""),
                name="indicator_dropped_with_reason",
            ),
            models.UniqueConstraint(
                fields=["project", "name"],
                condition=Q(dropped_at__isnull=True),
                name="indicator_once",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """All that was measured."""
        return reverse("projects:indicator-detail", args=[self.pk])

    @property
    def is_dropped(self) -> bool:
        """Whether it is measured no longer."""
        return self.dropped_at is not None


class IndicatorValue(models.Model):
    """What was measured on a day, and where the figure comes from. A correction is another row."""

    indicator = models.ForeignKey(
        Indicator, on_delete=models.PROTECT, related_name="values", verbose_name=_("indicator")
    )
    value = models.DecimalField(_("value"), max_digits=DIGITS, decimal_places=PLACES)
    measured_on = models.DateField(_("measured on"))
    source = models.CharField(_("source"), max_length=200)
    corrects = models.OneToOneField(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="correction",
        verbose_name=_("corrects"),
    )
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)

    objects = ValueQuerySet.as_manager()

    class Meta:
        verbose_name = _("measured value")
        verbose_name_plural = _("measured values")
        ordering = ["indicator", "-measured_on", "-pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(source=""), name="value_has_source"),
        ]

    def __str__(self) -> str:
        return f"{self.indicator_id} {self.value}"

    def get_absolute_url(self) -> str:
        """It stands among what was measured."""
        return self.indicator.get_absolute_url()

    @property
    def project(self) -> Project:
        """Whose figure it is."""
        found: Project = self.indicator.project
        return found
