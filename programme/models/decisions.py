"""The register: decisions of a programmaraad, and what became of each."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from events.models import Meeting
from programme.querysets import DecisionQuerySet
from schuldenlab.lifecycle import Move
from schuldenlab.web.written import made_of

from .ballots import Ballot
from .raad import Programmaraad


class Decision(models.Model):
    """A decision of a programmaraad, in the register under a number such as 2026-03.

    What was decided stays as it is. Who sees to it, by when and what became of it is written in
    its steps; `owner`, `due_on` and `follow_up` say what holds now.
    """

    class Status(models.TextChoices):
        OPEN = "open", _("to be carried out")
        DONE = "done", _("carried out")
        DROPPED = "dropped", _("dropped")

    class Origin(models.TextChoices):
        BALLOT = "ballot", _("by ballot")
        MEETING = "meeting", _("in a meeting, without a ballot")
        ADVICE = "advice", _("recorded advice")

    FIRST = Status.OPEN
    MOVES: ClassVar[dict[str, Move]] = {
        "carry_out": Move(frozenset({Status.OPEN}), Status.DONE, "done_at"),
        "drop": Move(frozenset({Status.OPEN}), Status.DROPPED, "dropped_at"),
    }

    raad = models.ForeignKey(
        Programmaraad, on_delete=models.PROTECT, related_name="decisions", verbose_name=_("raad")
    )
    year = models.PositiveSmallIntegerField(_("year"))
    sequence = models.PositiveSmallIntegerField(_("sequence"))
    title = models.CharField(_("title"), max_length=160)
    text = models.TextField(_("text"))
    origin = models.CharField(_("taken"), max_length=8, choices=Origin.choices)
    ballot = models.OneToOneField(
        Ballot,
        on_delete=models.PROTECT,
        null=True,
        related_name="decision",
        verbose_name=_("ballot"),
    )
    meeting = models.ForeignKey(
        Meeting,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="decisions",
        verbose_name=_("meeting"),
    )
    follow_up = models.TextField(_("follow-up"), blank=True)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="owned_decisions",
        verbose_name=_("owner"),
    )
    due_on = models.DateField(_("due on"), null=True, editable=False)
    status = models.CharField(
        _("status"), max_length=8, choices=Status.choices, default=Status.OPEN, editable=False
    )
    is_public = models.BooleanField(_("on the public page"), default=False, editable=False)
    done_at = models.DateTimeField(_("carried out at"), null=True, editable=False)
    dropped_at = models.DateTimeField(_("dropped at"), null=True, editable=False)
    taken_at = models.DateTimeField(_("taken at"))
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)

    objects = DecisionQuerySet.as_manager()

    class Meta:
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        ordering = ["-year", "-sequence"]
        constraints = [
            models.UniqueConstraint(fields=["year", "sequence"], name="decision_number_once"),
            models.CheckConstraint(
                condition=Q(origin="ballot", ballot__isnull=False)
                | Q(origin__in=["meeting", "advice"], ballot__isnull=True),
                name="decision_origin_known",
            ),
            models.CheckConstraint(
                condition=Q(status="open", done_at__isnull=True, dropped_at__isnull=True)
                | Q(status="done", done_at__isnull=False, dropped_at__isnull=True)
                | Q(status="dropped", done_at__isnull=True, dropped_at__isnull=False),
                name="decision_status_has_stamp",
            ),
            models.CheckConstraint(
                condition=Q(due_on__isnull=True) | Q(owner__isnull=False),
                name="decision_due_has_owner",
            ),
        ]

    def __str__(self) -> str:
        return made_of(f"{self.number} {self.title}", self.title)

    def get_absolute_url(self) -> str:
        """The decision's page."""
        return reverse("programme:decision-detail", args=[self.year, self.sequence])

    @property
    def stand(self) -> str:
        """The status in words; once a theme that it chose has begun, it is being carried out."""
        is_begun = any(theme.is_begun for theme in self.innovation_themes.all())
        if is_begun and self.status == Decision.Status.OPEN:
            return str(_("being carried out"))
        return str(self.get_status_display())

    @property
    def number(self) -> str:
        """Year and sequence, as people cite it."""
        return f"{self.year}-{self.sequence:02d}"

    @property
    def occasion(self) -> str:
        """The meeting at which it was taken, as people call it; empty without one."""
        if self.meeting is None:
            return ""
        return self.meeting.subject or f"{self.meeting.series.heading} {self.meeting.ordinal}"


class DecisionStep(models.Model):
    """What became of a decision, one line after the other; none is ever changed."""

    class Kind(models.TextChoices):
        ASSIGNED = "assigned", _("owner named")
        REPORTED = "reported", _("step reported")
        DONE = "done", _("carried out")
        DROPPED = "dropped", _("dropped")

    decision = models.ForeignKey(
        Decision, on_delete=models.PROTECT, related_name="steps", verbose_name=_("decision")
    )
    kind = models.CharField(_("kind"), max_length=8, choices=Kind.choices)
    text = models.TextField(_("what happened"), blank=True)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("owner"),
    )
    due_on = models.DateField(_("due on"), null=True)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("recorded by"),
    )
    at = models.DateTimeField(_("recorded at"))
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)

    class Meta:
        verbose_name = _("step of a decision")
        verbose_name_plural = _("steps of decisions")
        ordering = ["decision", "at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="assigned", owner__isnull=False)
                | (
                    Q(kind__in=["reported", "done", "dropped"])
                    & Q(owner__isnull=True, due_on__isnull=True)
                    & ~Q(text="")
                ),
                name="decisionstep_says_what",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.decision_id} {self.kind}"
