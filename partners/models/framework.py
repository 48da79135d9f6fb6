"""The framework: the page that all partners sign, as data."""

from decimal import Decimal
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from partners.querysets import FrameworkQuerySet
from schuldenlab.documents.models import Document
from schuldenlab.lifecycle import Move

from .organisations import Organisation


class Framework(models.Model):
    """One framework with its numbers; the successor, or another city's, is another record."""

    class Status(models.TextChoices):
        DRAFT = "draft", _("draft")
        OPEN = "open", _("open for signature")
        IN_FORCE = "in_force", _("in force")
        EXPIRED = "expired", _("expired")

    FIRST = Status.DRAFT
    MOVES: ClassVar[dict[str, Move]] = {
        "open_for_signature": Move(frozenset({Status.DRAFT}), Status.OPEN, "opened_at"),
        "bring_into_force": Move(
            frozenset({Status.DRAFT, Status.OPEN}), Status.IN_FORCE, "in_force_at"
        ),
        "expire": Move(frozenset({Status.IN_FORCE}), Status.EXPIRED, "expired_at"),
    }

    title = models.CharField(_("title"), max_length=120)
    motto = models.CharField(_("motto"), max_length=120, blank=True)
    introduction = models.TextField(_("introduction"), blank=True)
    introduction_en = models.TextField(_("introduction in English"), blank=True)
    starts_on = models.DateField(_("first day"))
    ends_on = models.DateField(_("last day"))
    host = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        related_name="hosted_frameworks",
        verbose_name=_("host municipality"),
    )
    predecessor = models.OneToOneField(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="successor",
        verbose_name=_("predecessor"),
    )
    seats_min = models.PositiveSmallIntegerField(_("fewest seats in the programmaraad"), default=5)
    seats_max = models.PositiveSmallIntegerField(_("most seats in the programmaraad"), default=6)
    themes_min = models.PositiveSmallIntegerField(_("fewest innovation themes a year"), default=3)
    themes_max = models.PositiveSmallIntegerField(_("most innovation themes a year"), default=4)
    inspiration_events = models.PositiveSmallIntegerField(_("inspiration events a year"), default=1)
    network_meetings = models.PositiveSmallIntegerField(_("network meetings a year"), default=2)
    leaders_meetings = models.PositiveSmallIntegerField(
        _("project leaders' meetings a year"), default=4
    )
    kernteam_managers = models.PositiveSmallIntegerField(_("managers in the kernteam"), default=1)
    kernteam_staff = models.PositiveSmallIntegerField(_("staff in the kernteam"), default=3)
    response_days = models.PositiveSmallIntegerField(
        _("working days to respond to a proposed programmaraad"), default=10
    )
    funders_min = models.PositiveSmallIntegerField(
        _("fewest organisations that finance a phase together"), default=2
    )
    big_change = models.DecimalField(
        _("from which change of a budget category it is crucial, in euro"),
        max_digits=12,
        decimal_places=2,
        default=Decimal(25_000),
    )
    big_change_share = models.PositiveSmallIntegerField(
        _("and which part of that category it is at least, in percent"), default=10
    )
    contribution_from = models.PositiveSmallIntegerField(
        _("first year of the municipal contribution"), null=True, blank=True
    )
    contribution_until = models.PositiveSmallIntegerField(
        _("last year of the municipal contribution"), null=True, blank=True
    )
    sign_by = models.DateField(
        _("sign by"),
        null=True,
        blank=True,
        help_text=_("When everybody should have signed; signing stays open after it."),
    )
    document = models.ForeignKey(
        Document,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("document"),
    )
    is_public = models.BooleanField(_("on the public page"), default=False)
    is_kompas_public = models.BooleanField(
        _("its Kompas on the public page"), default=False, editable=False
    )
    sealed_sha256 = models.CharField(
        _("seal of the text"), max_length=64, blank=True, editable=False
    )
    status = models.CharField(
        _("status"), max_length=10, choices=Status.choices, default=Status.DRAFT, editable=False
    )
    opened_at = models.DateTimeField(null=True, editable=False)
    in_force_at = models.DateTimeField(null=True, editable=False)
    expired_at = models.DateTimeField(null=True, editable=False)
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)

    objects = FrameworkQuerySet.as_manager()

    class Meta:
        verbose_name = _("framework")
        verbose_name_plural = _("frameworks")
        ordering = ["-starts_on"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gt=F("starts_on")), name="framework_forward"
            ),
            models.CheckConstraint(
                condition=Q(seats_min__gte=3, seats_max__gte=F("seats_min")),
                name="framework_seats_possible",
            ),
            models.CheckConstraint(
                condition=Q(contribution_from__isnull=True, contribution_until__isnull=True)
                | Q(contribution_until__gte=F("contribution_from")),
                name="framework_contribution_forward",
            ),
            models.CheckConstraint(
                condition=~Q(status="in_force") | Q(in_force_at__isnull=False),
                name="framework_in_force_has_moment",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The framework's page."""
        return reverse("partners:framework-detail", args=[self.pk])
