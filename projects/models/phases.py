"""Phases of a project, and what a prototype and a pilot ask besides."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from programme.models import Ballot, Decision
from projects.querysets import PhaseQuerySet
from schuldenlab.lifecycle import Move

from .projects import Project


class Phase(models.Model):
    """One step of a project. It is prepared as planned, and starts only through the gate.

    `decision` or the decision of `ballot` approves the business case (or prototype) and this phase.
    A phase that began before the lab went live is taken over: no gate, outside the measures.
    """

    class Kind(models.TextChoices):
        BUSINESS_CASE = "business_case", _("business case")
        PROTOTYPE = "prototype", _("prototype")
        PILOT = "pilot", _("pilot")
        PROJECT = "project", _("project")

    class Status(models.TextChoices):
        PLANNED = "planned", _("in preparation")
        RUNNING = "running", _("running")
        ENDED = "ended", _("ended")
        DROPPED = "dropped", _("dropped")

    FIRST = Status.PLANNED
    MOVES: ClassVar[dict[str, Move]] = {
        "start_phase": Move(frozenset({Status.PLANNED}), Status.RUNNING, "started_at"),
        "end_phase": Move(frozenset({Status.RUNNING}), Status.ENDED, "ended_at"),
        "drop_phase": Move(frozenset({Status.PLANNED}), Status.DROPPED, "dropped_at"),
    }
    STEERED: ClassVar[frozenset[str]] = frozenset({Kind.PILOT, Kind.PROJECT})

    project = models.ForeignKey(
        Project, on_delete=models.PROTECT, related_name="phases", verbose_name=_("project")
    )
    kind = models.CharField(_("kind"), max_length=13, choices=Kind.choices)
    ordinal = models.PositiveSmallIntegerField(_("number"))
    title = models.CharField(_("name of its own"), max_length=120, blank=True)
    ballot = models.ForeignKey(
        Ballot,
        on_delete=models.SET_NULL,  # only one that nobody has seen yet is ever thrown away
        null=True,
        editable=False,
        related_name="phases",
        verbose_name=_("ballot about it"),
    )
    earlier_ballots = models.ManyToManyField(
        Ballot,
        related_name="phases_before",
        editable=False,
        verbose_name=_("ballots that did not approve it"),
    )
    decision = models.ForeignKey(
        Decision,
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="phases",
        verbose_name=_("decision about it"),
    )
    status = models.CharField(
        _("status"), max_length=7, choices=Status.choices, default=Status.PLANNED, editable=False
    )
    is_taken_over = models.BooleanField(_("taken over"), default=False, editable=False)
    started_on = models.DateField(_("started on"), null=True, editable=False)
    ended_on = models.DateField(_("ended on"), null=True, editable=False)
    ended_with = models.TextField(_("how it ended"), blank=True, editable=False)
    started_at = models.DateTimeField(null=True, editable=False)
    ended_at = models.DateTimeField(null=True, editable=False)
    dropped_at = models.DateTimeField(null=True, editable=False)
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)

    objects = PhaseQuerySet.as_manager()

    class Meta:
        verbose_name = _("phase")
        verbose_name_plural = _("phases")
        ordering = ["project", "ordinal"]
        constraints = [
            models.UniqueConstraint(fields=["project", "ordinal"], name="phase_number_once"),
            models.CheckConstraint(
                condition=Q(status__in=["planned", "dropped"], started_on__isnull=True)
                | Q(status__in=["running", "ended"], started_on__isnull=False),
                name="phase_runs_since",
            ),
            models.CheckConstraint(
                condition=~Q(status="ended") | Q(ended_on__gte=F("started_on")),
                name="phase_ends_after_it_began",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.project_id} {self.kind}"

    def get_absolute_url(self) -> str:
        """Its place is the dossier of its project."""
        return str(self.project.get_absolute_url())

    @property
    def is_steered(self) -> bool:
        """Whether it asks for a stuurgroep and a decision of the programmaraad."""
        return self.kind in self.STEERED


class Prototype(models.Model):
    """What was tried, with whom, what was learned, and whether to go on."""

    phase = models.OneToOneField(
        Phase, on_delete=models.PROTECT, related_name="prototype", verbose_name=_("phase")
    )
    tried = models.TextField(_("what was tried"), blank=True)
    with_whom = models.TextField(_("with whom"), blank=True)
    learned = models.TextField(_("what was learned"), blank=True)
    goes_on = models.BooleanField(_("goes on"), null=True, editable=False)
    because = models.TextField(_("why"), blank=True, editable=False)
    decided_at = models.DateTimeField(null=True, editable=False)
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)

    class Meta:
        verbose_name = _("prototype")
        verbose_name_plural = _("prototypes")
        constraints = [
            models.CheckConstraint(
                condition=Q(goes_on__isnull=True, decided_at__isnull=True)
                | Q(goes_on__isnull=False, decided_at__isnull=False)
                & ~Q(learned="")
                & ~Q(because=""),
                name="prototype_decided_with_lesson",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.phase_id}"


class Pilot(models.Model):
    """How big a pilot is, until when, when it has succeeded; and what came out of it."""

    phase = models.OneToOneField(
        Phase, on_delete=models.PROTECT, related_name="pilot", verbose_name=_("phase")
    )
    size = models.CharField(_("how big"), max_length=200)
    ends_on = models.DateField(_("planned last day"))
    criterion = models.TextField(_("it has succeeded when"))
    reminded_at = models.DateTimeField(_("reminded at"), null=True, editable=False)
    asked_at = models.DateTimeField(_("evaluation asked at"), null=True, editable=False)
    evaluation = models.TextField(_("evaluation"), blank=True, editable=False)
    has_succeeded = models.BooleanField(_("has succeeded"), null=True, editable=False)
    evaluated_at = models.DateTimeField(null=True, editable=False)
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)

    class Meta:
        verbose_name = _("pilot")
        verbose_name_plural = _("pilots")
        constraints = [
            models.CheckConstraint(
                condition=Q(evaluated_at__isnull=True, evaluation="", has_succeeded__isnull=True)
                | Q(evaluated_at__isnull=False, has_succeeded__isnull=False) & ~Q(evaluation=""),
                name="pilot_evaluated_whole",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.phase_id}"
