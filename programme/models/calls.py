"""The call for innovation themes: once a year, until a day, and then to the programmaraad."""

from datetime import datetime
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from partners.models import Framework
from programme.querysets import ThemeCallQuerySet
from schuldenlab.lifecycle import Move

from .ballots import Ballot


class ThemeCall(models.Model):
    """Once a year all partners and the kernteam may propose what to explore."""

    class Status(models.TextChoices):
        OPEN = "open", _("open for proposals")
        CLOSED = "closed", _("closed for proposals")
        BALLOT = "ballot", _("with the programmaraad")
        DECIDED = "decided", _("decided")

    FIRST = Status.OPEN
    MOVES: ClassVar[dict[str, Move]] = {
        "close": Move(frozenset({Status.OPEN}), Status.CLOSED, "closed_at"),
        "reopen": Move(frozenset({Status.CLOSED}), Status.OPEN, "reopened_at"),
        "put_to_ballot": Move(frozenset({Status.CLOSED}), Status.BALLOT, "put_at"),
        "return": Move(frozenset({Status.BALLOT}), Status.CLOSED, "returned_at"),
        "decide": Move(frozenset({Status.BALLOT}), Status.DECIDED, "decided_at"),
    }

    year = models.PositiveSmallIntegerField(_("year"), unique=True)
    framework = models.ForeignKey(
        Framework, on_delete=models.PROTECT, related_name="theme_calls", verbose_name=_("framework")
    )
    introduction = models.TextField(_("what we look for"), blank=True)
    closes_at = models.DateTimeField(_("proposals until"))
    status = models.CharField(
        _("status"), max_length=8, choices=Status.choices, default=Status.OPEN, editable=False
    )
    ballot = models.OneToOneField(
        Ballot,
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="theme_call",
        verbose_name=_("ballot"),
    )
    opened_at = models.DateTimeField(_("opened at"), editable=False)
    closed_at = models.DateTimeField(_("closed at"), null=True, editable=False)
    reopened_at = models.DateTimeField(null=True, editable=False)
    put_at = models.DateTimeField(null=True, editable=False)
    returned_at = models.DateTimeField(null=True, editable=False)
    decided_at = models.DateTimeField(_("decided at"), null=True, editable=False)
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)

    objects = ThemeCallQuerySet.as_manager()

    class Meta:
        verbose_name = _("call for innovation themes")
        verbose_name_plural = _("calls for innovation themes")
        ordering = ["-year"]
        constraints = [
            models.CheckConstraint(
                condition=Q(closes_at__gt=F("opened_at")), name="themecall_closes_after_opening"
            ),
            models.CheckConstraint(
                condition=~Q(status__in=["ballot", "decided"]) | Q(ballot__isnull=False),
                name="themecall_has_ballot",
            ),
        ]

    def __str__(self) -> str:
        return f"{_('Innovation themes')} {self.year}"

    def get_absolute_url(self) -> str:
        """The page of the year."""
        return reverse("programme:theme-year", args=[self.year])

    def accepts_proposals(self, at: datetime) -> bool:
        """Whether a proposal of this moment is in time; the deadline decides, not the clock."""
        return self.status == self.Status.OPEN and self.opened_at <= at < self.closes_at

    def is_past(self, at: datetime) -> bool:
        """No more proposals, and not with the raad yet."""
        is_over = self.status == self.Status.OPEN and at >= self.closes_at
        return is_over or self.status == self.Status.CLOSED
