"""Innovation themes: what becomes of each proposal."""

from datetime import date
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower, Now
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from partners.models import Organisation, Theme
from partners.querysets import months_before
from programme.querysets import InnovationThemeQuerySet
from schuldenlab.lifecycle import Move

from .calls import ThemeCall
from .decisions import Decision
from .options import BallotOption

MONTHS_TO_RESULT = 12


class InnovationTheme(models.Model):
    """A question that the network explores for a year. A proposal, until the raad chooses it."""

    class Status(models.TextChoices):
        PROPOSED = "proposed", _("proposed")
        WITHDRAWN = "withdrawn", _("withdrawn")
        SELECTED = "selected", _("chosen")
        EXPLORING = "exploring", _("being explored")
        WORKING_OUT = "working_out", _("being worked out")
        DELIVERED = "delivered", _("delivered")
        STOPPED = "stopped", _("stopped")

    class Result(models.TextChoices):
        BUSINESS_CASE = "business_case", _("business case")
        PROTOTYPE = "prototype", _("prototype")

    FIRST = Status.PROPOSED
    RUNNING = (Status.EXPLORING, Status.WORKING_OUT)
    MOVES: ClassVar[dict[str, Move]] = {
        "withdraw": Move(frozenset({Status.PROPOSED}), Status.WITHDRAWN, "withdrawn_at"),
        "select": Move(frozenset({Status.PROPOSED}), Status.SELECTED, "selected_at"),
        "explore": Move(frozenset({Status.SELECTED}), Status.EXPLORING, "exploring_at"),
        "work_out": Move(frozenset({Status.EXPLORING}), Status.WORKING_OUT, "working_out_at"),
        "deliver": Move(frozenset({Status.WORKING_OUT}), Status.DELIVERED, "delivered_at"),
        "stop": Move(frozenset({Status.SELECTED, *RUNNING}), Status.STOPPED, "stopped_at"),
    }

    call = models.ForeignKey(
        ThemeCall, on_delete=models.PROTECT, related_name="themes", verbose_name=_("call")
    )
    theme = models.ForeignKey(
        Theme, on_delete=models.PROTECT, related_name="innovations", verbose_name=_("theme")
    )
    title = models.CharField(_("title"), max_length=160)
    question = models.TextField(_("question"))
    why = models.TextField(_("why"))
    who_gains = models.TextField(_("who gains by it"))
    proposed_facilitator = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("proposed facilitator"),
    )
    proposed_external = models.CharField(
        _("proposed facilitator from outside"), max_length=160, blank=True
    )
    proposed_by = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="proposed_themes",
        verbose_name=_("proposed by"),
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="proposed_themes",
        verbose_name=_("by"),
    )
    option = models.OneToOneField(
        BallotOption,
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="innovation_theme",
        verbose_name=_("option of the ballot"),
    )
    decision = models.ForeignKey(
        Decision,
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="innovation_themes",
        verbose_name=_("decision"),
    )
    status = models.CharField(
        _("status"),
        max_length=11,
        choices=Status.choices,
        default=Status.PROPOSED,
        editable=False,
    )
    exploring_on = models.DateField(_("explored since"), null=True, editable=False)
    working_out_on = models.DateField(_("worked out since"), null=True, editable=False)
    result_kind = models.CharField(
        _("kind of result"), max_length=13, choices=Result.choices, blank=True, editable=False
    )
    delivered_on = models.DateField(_("delivered on"), null=True, editable=False)
    result = models.TextField(_("result"), blank=True, editable=False)
    stopped_on = models.DateField(_("stopped on"), null=True, editable=False)
    stop_reason = models.TextField(_("reason to stop"), blank=True, editable=False)
    is_public = models.BooleanField(_("on the public page"), default=False, editable=False)
    proposed_at = models.DateTimeField(_("proposed at"), editable=False)
    withdrawn_at = models.DateTimeField(null=True, editable=False)
    selected_at = models.DateTimeField(null=True, editable=False)
    exploring_at = models.DateTimeField(null=True, editable=False)
    working_out_at = models.DateTimeField(null=True, editable=False)
    delivered_at = models.DateTimeField(null=True, editable=False)
    stopped_at = models.DateTimeField(null=True, editable=False)
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)

    objects = InnovationThemeQuerySet.as_manager()

    class Meta:
        verbose_name = _("innovation theme")
        verbose_name_plural = _("innovation themes")
        ordering = ["call", "pk"]
        constraints = [
            models.UniqueConstraint(
                "call",
                Lower("title"),
                condition=~Q(status="withdrawn"),
                name="innovation_title_once",
            ),
            models.CheckConstraint(
                condition=Q(is_public=False) | ~Q(status__in=["proposed", "withdrawn"]),
                name="innovation_public_when_chosen",
            ),
            models.CheckConstraint(
                condition=Q(proposed_facilitator__isnull=True) | Q(proposed_external=""),
                name="innovation_one_facilitator_proposed",
            ),
            models.CheckConstraint(
                condition=Q(status__in=["proposed", "withdrawn"])
                | Q(selected_at__isnull=False, decision__isnull=False),
                name="innovation_selected_by_decision",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=["exploring", "working_out", "delivered"])
                | Q(exploring_on__isnull=False, exploring_at__isnull=False),
                name="innovation_explored_since",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=["working_out", "delivered"])
                | Q(working_out_on__gte=F("exploring_on"))
                & Q(result_kind__in=["business_case", "prototype"]),
                name="innovation_worked_out_as",
            ),
            models.CheckConstraint(
                condition=~Q(status="delivered")
                | Q(delivered_on__gte=F("working_out_on")) & ~Q(result=""),
                name="innovation_delivered_with_result",
            ),
            models.CheckConstraint(
                condition=~Q(status="stopped")
                | Q(stopped_on__isnull=False, stopped_at__isnull=False) & ~Q(stop_reason=""),
                name="innovation_stopped_with_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The theme's own page."""
        return reverse("programme:theme-detail", args=[self.pk])

    @property
    def is_begun(self) -> bool:
        """Whether more happened to it than that it was proposed or chosen."""
        before = {self.Status.PROPOSED, self.Status.WITHDRAWN, self.Status.SELECTED}
        return self.Status(self.status) not in before

    @property
    def stand(self) -> str:
        """The status in words, with what it is worked out to."""
        if self.status == self.Status.WORKING_OUT:
            return _("being worked out: %(kind)s") % {"kind": self.get_result_kind_display()}
        return str(self.get_status_display())

    @property
    def in_short(self) -> str:
        """Title and status, as one line of what became of a decision."""
        return f"{self.title}: {self.stand}"

    @property
    def result_due_on(self) -> date | None:
        """Twelve months after exploring began."""
        if self.exploring_on is None:
            return None
        return months_before(self.exploring_on, -MONTHS_TO_RESULT)

    @property
    def can_stop(self) -> bool:
        """Whether it is chosen and has not ended."""
        return self.status in self.MOVES["stop"].sources

    @property
    def is_in_programme(self) -> bool:
        """Whether the programme of its year is adopted: then stopping it changes our course."""
        from .programmes import Programme  # noqa: PLC0415 - only asked where a theme is stopped

        decided = {Programme.Status.ADOPTED, Programme.Status.CLOSED}
        return Programme.objects.filter(year=self.call.year, status__in=decided).exists()

    @property
    def is_running(self) -> bool:
        """Whether somebody works on it now."""
        return self.status in self.RUNNING
