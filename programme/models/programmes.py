"""The programme of one year."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from partners.models import Framework
from programme.querysets import ProgrammeQuerySet
from schuldenlab.lifecycle import Move


class Programme(models.Model):
    """What the network sets out to do in one year; only a ballot of that year's raad adopts it."""

    class Status(models.TextChoices):
        PREPARING = "preparing", _("being prepared")
        SUBMITTED = "submitted", _("submitted to the programmaraad")
        ADOPTED = "adopted", _("adopted")
        CLOSED = "closed", _("closed")

    FIRST = Status.PREPARING
    MOVES: ClassVar[dict[str, Move]] = {
        "submit": Move(frozenset({Status.PREPARING}), Status.SUBMITTED, "submitted_at"),
        "return": Move(frozenset({Status.SUBMITTED}), Status.PREPARING, "returned_at"),
        "adopt": Move(frozenset({Status.SUBMITTED}), Status.ADOPTED, "adopted_at"),
        "close": Move(frozenset({Status.ADOPTED}), Status.CLOSED, "closed_at"),
    }

    year = models.PositiveSmallIntegerField(_("year"), unique=True)
    framework = models.ForeignKey(
        Framework, on_delete=models.PROTECT, related_name="programmes", verbose_name=_("framework")
    )
    title = models.CharField(_("title"), max_length=120)
    ambition = models.TextField(
        _("ambition"),
        help_text=_("What do we want to reach together this year? No data about debtors."),
    )
    text = models.TextField(
        _("programme"),
        help_text=_("The text on which the programmaraad votes. No data about debtors."),
    )
    status = models.CharField(
        _("status"),
        max_length=10,
        choices=Status.choices,
        default=Status.PREPARING,
        editable=False,
    )
    ballot = models.OneToOneField(
        "programme.Ballot",
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="programme",
        verbose_name=_("ballot"),
    )
    decision = models.OneToOneField(
        "programme.Decision",
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="programme",
        verbose_name=_("decision"),
    )
    is_public = models.BooleanField(_("on the public page"), default=False, editable=False)
    submitted_at = models.DateTimeField(null=True, editable=False)
    returned_at = models.DateTimeField(null=True, editable=False)
    adopted_at = models.DateTimeField(null=True, editable=False)
    closed_at = models.DateTimeField(null=True, editable=False)
    commit_by = models.DateTimeField(_("commitment asked before"), null=True, editable=False)
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)

    objects = ProgrammeQuerySet.as_manager()

    class Meta:
        verbose_name = _("programme")
        verbose_name_plural = _("programmes")
        ordering = ["-year"]
        constraints = [
            models.CheckConstraint(
                condition=Q(is_public=False) | Q(status__in=["adopted", "closed"]),
                name="programme_public_when_adopted",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=["adopted", "closed"])
                | Q(decision__isnull=False, adopted_at__isnull=False, commit_by__isnull=False),
                name="programme_adopted_by_decision",
            ),
            models.CheckConstraint(
                condition=Q(status="preparing") | Q(submitted_at__isnull=False),
                name="programme_submitted_has_moment",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The programme's page."""
        return reverse("programme:programme-detail", args=[self.year])
