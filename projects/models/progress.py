"""How a project goes: what its leader reports each quarter, and its risks."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from partners.search import search_index
from projects.quarters import Quarter
from projects.querysets import ReportQuerySet, RiskQuerySet

from .projects import Project


class Light(models.TextChoices):
    """How something stands, always shown with its word."""

    TRACK = "track", _("on track")
    WARN = "warn", _("attention")
    FAIL = "fail", _("in trouble")


LIGHTS = ("time", "money", "result", "risk")


def _light(label: Any) -> models.CharField[str, str]:
    return models.CharField(label, max_length=5, choices=Light.choices)


def _why(label: Any) -> models.CharField[str, str]:
    return models.CharField(label, max_length=300, blank=True)


class ProgressReport(models.Model):
    """What the leader of a project reports over a quarter. It stays as it was written.

    A correction, or a later version over the same quarter, is another row: the highest `ordinal`
    counts. Each of the four lights that is not on track says why.
    """

    WEIGHT: ClassVar[tuple[str, ...]] = (Light.TRACK, Light.WARN, Light.FAIL)

    project = models.ForeignKey(
        Project, on_delete=models.PROTECT, related_name="reports", verbose_name=_("project")
    )
    year = models.PositiveSmallIntegerField(_("year"))
    quarter = models.PositiveSmallIntegerField(_("quarter"))
    ordinal = models.PositiveSmallIntegerField(_("version"))
    time = _light(_("time"))
    time_text = _why(_("about the time"))
    money = _light(_("money"))
    money_text = _why(_("about the money"))
    result = _light(_("result"))
    result_text = _why(_("about the result"))
    risk = _light(_("risk"))
    risk_text = _why(_("about the risk"))
    reached = models.TextField(_("what was reached"))
    others_should_know = models.TextField(_("what other projects should know"), blank=True)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("by"),
    )
    reported_at = models.DateTimeField(_("reported at"))
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)

    objects = ReportQuerySet.as_manager()

    class Meta:
        verbose_name = _("progress report")
        verbose_name_plural = _("progress reports")
        ordering = ["project", "-year", "-quarter", "-ordinal"]
        indexes = [search_index("report_search", "reached", "others_should_know")]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "year", "quarter", "ordinal"], name="report_version_once"
            ),
            models.CheckConstraint(
                condition=Q(quarter__range=(1, 4), ordinal__gte=1, year__gte=2000),
                name="report_over_a_quarter",
            ),
            models.CheckConstraint(
                condition=(Q(time="track") | ~Q(time_text=""))
                & (Q(money="track") | ~Q(money_text=""))
                & (Q(result="track") | ~Q(result_text=""))
                & (Q(risk="track") | ~Q(risk_text="")),
                name="report_says_why",
            ),
            models.CheckConstraint(condition=~Q(reached=""), name="report_says_what_was_reached"),
        ]

    def __str__(self) -> str:
        return f"{self.project_id} {self.year}-{self.quarter} {self.ordinal}"

    def get_absolute_url(self) -> str:
        """Its page."""
        return reverse("projects:report-detail", args=[self.pk])

    @property
    def period(self) -> Quarter:
        """The quarter that it is about."""
        return Quarter(self.year, self.quarter)

    @property
    def worst(self) -> str:
        """The light that weighs most: how the whole project stands."""
        lights: list[str] = [getattr(self, name) for name in LIGHTS]
        return max(lights, key=self.WEIGHT.index)

    def get_worst_display(self) -> str:
        """The same in a word."""
        return str(Light(self.worst).label)


class Risk(models.Model):
    """What may go wrong in a project, what is done about it and by whom, until it is over."""

    project = models.ForeignKey(
        Project, on_delete=models.PROTECT, related_name="risks", verbose_name=_("project")
    )
    text = models.CharField(_("what may go wrong"), max_length=300)
    measure = models.CharField(_("what we do about it"), max_length=300)
    owner = models.CharField(_("who looks after it"), max_length=120)
    light = _light(_("how it stands"))
    raised_on = models.DateField(_("since"))
    closed_on = models.DateField(_("over since"), null=True, editable=False)
    closed_because = models.CharField(_("why it is over"), max_length=300, blank=True)
    closed_at = models.DateTimeField(null=True, editable=False)
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)

    objects = RiskQuerySet.as_manager()

    class Meta:
        verbose_name = _("risk")
        verbose_name_plural = _("risks")
        ordering = ["project", "raised_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(text="") & ~Q(measure="") & ~Q(owner=""), name="risk_in_words"
            ),
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True, closed_at__isnull=True, closed_because="")
                | Q(closed_on__gte=F("raised_on"), closed_at__isnull=False) & ~Q(closed_because=""),
                name="risk_closed_with_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.text

    def get_absolute_url(self) -> str:
        """Its place is the progress of its project."""
        return reverse("projects:project-progress", args=[self.project_id])
