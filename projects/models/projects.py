"""Projects: what becomes of a theme once it is worked out."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from partners.models import Theme
from partners.search import search_index
from programme.models import CourseChange, InnovationTheme
from projects.querysets import OfProjectQuerySet, ProjectQuerySet
from schuldenlab.lifecycle import Move
from schuldenlab.web.written import made_of


class Project(models.Model):
    """The dossier of a project, from the working out of its theme until it is handed over.

    Its code never changes. A project that ran before the lab went live is taken over: it has no
    innovation theme, and `is_taken_over` marks it for ever.
    """

    class Status(models.TextChoices):
        ACTIVE = "active", _("active")
        ON_HOLD = "on_hold", _("on hold")
        STOPPED = "stopped", _("stopped")
        HANDED_OVER = "handed_over", _("handed over")

    class DebtPhase(models.TextChoices):
        PREVENTION = "prevention", _("prevention")
        CURE = "cure", _("solving debts")
        AFTERCARE = "aftercare", _("aftercare")

    class Outcome(models.TextChoices):
        PREVENTED = "prevented", _("debts are prevented")
        MANAGEABLE = "manageable", _("debts become manageable")
        SOLVED = "solved", _("debts are solved")

    FIRST = Status.ACTIVE
    MOVES: ClassVar[dict[str, Move]] = {
        "hold_project": Move(frozenset({Status.ACTIVE}), Status.ON_HOLD, "held_at"),
        "resume_project": Move(frozenset({Status.ON_HOLD}), Status.ACTIVE, "resumed_at"),
        "stop_project": Move(
            frozenset({Status.ACTIVE, Status.ON_HOLD}), Status.STOPPED, "stopped_at"
        ),
        "hand_over_project": Move(frozenset({Status.ACTIVE}), Status.HANDED_OVER, "handed_over_at"),
    }

    year = models.PositiveSmallIntegerField(_("year of the code"), editable=False)
    sequence = models.PositiveSmallIntegerField(_("number of the code"), editable=False)
    innovation_theme = models.OneToOneField(
        InnovationTheme,
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="project",
        verbose_name=_("innovation theme"),
    )
    theme = models.ForeignKey(
        Theme, on_delete=models.PROTECT, related_name="projects", verbose_name=_("theme")
    )
    title = models.CharField(_("title"), max_length=160)
    summary = models.TextField(_("what it does, in a few sentences"))
    target_group = models.CharField(_("for whom"), max_length=200, blank=True)
    debt_phase = models.CharField(
        _("phase of debts"), max_length=10, choices=DebtPhase.choices, blank=True
    )
    outcome = models.CharField(
        _("what it aims at"), max_length=10, choices=Outcome.choices, blank=True
    )
    current_state = models.TextField(_("how it stands now"), blank=True)
    residents_voice = models.TextField(_("how residents have a say"), blank=True)
    course_changes = models.ManyToManyField(
        CourseChange, related_name="projects", blank=True, verbose_name=_("changes of course")
    )
    status = models.CharField(
        _("status"), max_length=11, choices=Status.choices, default=Status.ACTIVE, editable=False
    )
    is_taken_over = models.BooleanField(_("taken over"), default=False, editable=False)
    began = models.CharField(_("began"), max_length=60, blank=True)
    figures = models.TextField(_("published figures"), blank=True)
    sources = models.TextField(_("sources"), blank=True)
    is_public = models.BooleanField(_("on the public page"), default=False, editable=False)
    stop_reason = models.TextField(_("reason to stop"), blank=True, editable=False)
    handed_over_to = models.CharField(_("handed over to"), max_length=200, blank=True)
    handed_over_on = models.DateField(_("handed over on"), null=True, editable=False)
    held_at = models.DateTimeField(null=True, editable=False)
    resumed_at = models.DateTimeField(null=True, editable=False)
    stopped_at = models.DateTimeField(null=True, editable=False)
    handed_over_at = models.DateTimeField(null=True, editable=False)
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)

    objects = ProjectQuerySet.as_manager()

    class Meta:
        verbose_name = _("project")
        verbose_name_plural = _("projects")
        ordering = ["-year", "-sequence"]
        constraints = [
            models.UniqueConstraint(fields=["year", "sequence"], name="project_code_once"),
            models.CheckConstraint(
                condition=Q(sequence__gte=1, year__gte=2000), name="project_code_counts"
            ),
            models.CheckConstraint(
                condition=~Q(status="stopped") | Q(stopped_at__isnull=False) & ~Q(stop_reason=""),
                name="project_stopped_with_reason",
            ),
            models.CheckConstraint(
                condition=~Q(status="handed_over")
                | Q(handed_over_at__isnull=False, handed_over_on__isnull=False)
                & ~Q(handed_over_to=""),
                name="project_handed_over_to_whom",
            ),
        ]

    def __str__(self) -> str:
        return made_of(f"{self.code} {self.title}", self.title)

    def get_absolute_url(self) -> str:
        """Its dossier."""
        return reverse("projects:project-detail", args=[self.pk])

    @property
    def is_going(self) -> bool:
        """Neither stopped nor handed over."""
        return self.status in {self.Status.ACTIVE, self.Status.ON_HOLD}

    @property
    def code(self) -> str:
        """Fixed for ever, such as P2026-02."""
        return f"P{self.year}-{self.sequence:02}"


class ProjectNote(models.Model):
    """The log of a project: what happened, and what was learned. A correction is another row."""

    class Kind(models.TextChoices):
        STEP = "step", _("step")
        LEARNED = "learned", _("learned")
        HELD = "held", _("put on hold")
        RESUMED = "resumed", _("resumed")
        STOPPED = "stopped", _("stopped")
        HANDED_OVER = "handed_over", _("handed over")

    project = models.ForeignKey(
        Project, on_delete=models.PROTECT, related_name="notes", verbose_name=_("project")
    )
    kind = models.CharField(_("kind"), max_length=11, choices=Kind.choices)
    text = models.TextField(_("what happened"))
    corrects = models.OneToOneField(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="correction",
        verbose_name=_("corrects"),
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("by"),
    )
    at = models.DateTimeField(_("at"))
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)

    objects = OfProjectQuerySet.as_manager()

    class Meta:
        verbose_name = _("entry in the log of a project")
        verbose_name_plural = _("log of projects")
        ordering = ["-at", "-pk"]
        indexes = [search_index("project_note_search", "text")]
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="project_note_says_something"),
        ]

    def __str__(self) -> str:
        return f"{self.project_id} {self.kind}"
