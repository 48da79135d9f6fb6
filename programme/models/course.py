"""Changes of course: what changes, whether that is crucial, who decided, and what became of it."""

from datetime import timedelta
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models.functions import Now
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from partners.models import Organisation, Partnership, Theme
from programme import crucial
from programme.ports import pledges_left
from programme.querysets import CourseChangeQuerySet
from schuldenlab.lifecycle import Move

from .ballots import Ballot
from .course_words import (
    CHANGE_CONSTRAINTS,
    CHANGE_MOVES,
    BudgetCategory,
    ChangeAbout,
    ChangeKind,
    ChangeStatus,
)
from .decisions import Decision
from .programmes import Programme
from .raad import Programmaraad
from .themes import InnovationTheme


class CourseChange(models.Model):
    """A change of a programme, a theme or a project. A crucial one goes to the raad first."""

    Status, About, Kind = ChangeStatus, ChangeAbout, ChangeKind
    Category = BudgetCategory
    # What happened to us, and is not ours to decide: only our answer to it is.
    FACTS: ClassVar[frozenset[str]] = frozenset({Kind.PLEDGE_WITHDRAWN, Kind.PARTNER_LEFT})
    FREE = frozenset({Status.MINOR, Status.AHEAD, Status.ADOPTED, Status.CARRIED_OUT})
    FIRST = Status.PROPOSED
    MOVES: ClassVar[dict[str, Move]] = CHANGE_MOVES

    raad = models.ForeignKey(
        Programmaraad,
        on_delete=models.PROTECT,
        related_name="course_changes",
        verbose_name=_("raad"),
    )
    about = models.CharField(_("about"), max_length=10, choices=About.choices)
    subject = models.CharField(_("name of the theme or project"), max_length=120, blank=True)
    programme = models.ForeignKey(
        Programme,
        on_delete=models.PROTECT,
        null=True,
        related_name="course_changes",
        verbose_name=_("programme"),
    )
    theme = models.ForeignKey(
        Theme,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="course_changes",
        verbose_name=_("theme"),
    )
    innovation_theme = models.ForeignKey(
        InnovationTheme,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="course_changes",
        verbose_name=_("innovation theme"),
    )
    kind = models.CharField(_("what happens"), max_length=16, choices=Kind.choices)
    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("which partner"),
    )
    departure = models.OneToOneField(
        Partnership,
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="course_change",
        verbose_name=_("partnership that ended"),
    )
    happened_on = models.DateField(_("happened on"), null=True, blank=True)
    category = models.CharField(_("category"), max_length=14, choices=Category.choices, blank=True)
    budget_before = models.DecimalField(
        _("amount until now"), max_digits=12, decimal_places=2, null=True, blank=True
    )
    budget_after = models.DecimalField(
        _("amount after it"), max_digits=12, decimal_places=2, null=True, blank=True
    )
    title = models.CharField(_("title"), max_length=120)
    what = models.TextField(_("what changes"))
    why = models.TextField(_("why"), blank=True)
    effect = models.TextField(_("what the effect is"), blank=True)
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("proposed by"),
    )
    proposed_for = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("proposed for"),
    )
    status = models.CharField(
        _("status"),
        max_length=12,
        choices=Status.choices,
        default=Status.PROPOSED,
        editable=False,
    )
    system_reasons = models.JSONField(_("reasons of the system"), default=list, editable=False)
    judgement = models.TextField(_("reason of the kernteam"), blank=True, editable=False)
    judged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("judged by"),
    )
    urgency = models.TextField(_("why it could not wait"), blank=True, editable=False)
    ballot = models.OneToOneField(
        Ballot,
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="course_change",
        verbose_name=_("ballot"),
    )
    decision = models.ForeignKey(
        Decision,
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="course_changes",
        verbose_name=_("decision"),
    )
    carried_out_on = models.DateField(_("carried out on"), null=True, editable=False)
    result = models.TextField(_("what was done"), blank=True, editable=False)
    withdrawal = models.TextField(_("reason for withdrawing"), blank=True, editable=False)
    minor_at = models.DateTimeField(null=True, editable=False)
    crucial_at = models.DateTimeField(null=True, editable=False)
    called_at = models.DateTimeField(null=True, editable=False)
    called_afterwards_at = models.DateTimeField(null=True, editable=False)
    went_first_at = models.DateTimeField(null=True, editable=False)
    adopted_at = models.DateTimeField(null=True, editable=False)
    upheld_at = models.DateTimeField(null=True, editable=False)
    rejected_at = models.DateTimeField(null=True, editable=False)
    carried_out_at = models.DateTimeField(null=True, editable=False)
    withdrawn_at = models.DateTimeField(null=True, editable=False)
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)

    objects = CourseChangeQuerySet.as_manager()

    class Meta:
        verbose_name = _("course change")
        verbose_name_plural = _("course changes")
        ordering = ["-recorded_at", "-id"]
        constraints = CHANGE_CONSTRAINTS

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The change with its log."""
        return reverse("programme:change-detail", args=[self.pk])

    @property
    def is_fact(self) -> bool:
        """Whether it happened to us: then only our answer is decided on."""
        return self.kind in self.FACTS

    @property
    def is_free_to_act(self) -> bool:
        """Whether it waits for nobody: agreed, not crucial, urgent and gone first, or done."""
        return self.status in self.FREE

    @property
    def is_afterwards(self) -> bool:
        """Whether it was carried out before the programmaraad could decide."""
        return self.went_first_at is not None or self.called_afterwards_at is not None

    def proposed_reasons(self) -> tuple[crucial.Reason, ...]:
        """Why the system would call it crucial, by the framework's numbers as they stand."""
        framework, kinds = self.raad.framework, self.Kind
        moves = self.kind == kinds.BUDGET_MOVED
        facts = crucial.Facts(
            drops_theme=self.kind == kinds.THEME_DROPPED,
            budget_before=self.budget_before if moves else None,
            budget_after=self.budget_after if moves else None,
            withdraws_firm_pledge=self.kind == kinds.PLEDGE_WITHDRAWN,
            leaves_seat=self.kind == kinds.PARTNER_LEFT and self._had_seat(),
            leaves_firm_pledge=self.kind == kinds.PARTNER_LEFT
            and bool(pledges_left(self.organisation_id, self.happened_on)),
        )
        limits = crucial.Limits(framework.big_change_share, framework.big_change)
        return crucial.reasons(facts, limits)

    def _had_seat(self) -> bool:
        """Whether the partner had a seat in this raad on its last day."""
        if self.happened_on is None:
            return False
        seats = self.raad.seats.on(self.happened_on - timedelta(days=1))
        return bool(seats.filter(organisation=self.organisation_id).exists())
