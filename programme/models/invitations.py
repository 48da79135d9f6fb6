"""The question to a partner whether it will hold a seat."""

from datetime import datetime
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from partners.models import Organisation
from programme.querysets import SeatInvitationQuerySet
from schuldenlab.lifecycle import Move

from .raad import Programmaraad

MAX_REASON = 2_000


class SeatInvitation(models.Model):
    """A partner is asked for a seat. A yes gives no seat: the kernteam proposes or fills it."""

    class Status(models.TextChoices):
        ASKED = "asked", _("asked")
        ACCEPTED = "accepted", _("accepted")
        DECLINED = "declined", _("declined")
        WITHDRAWN = "withdrawn", _("withdrawn")

    FIRST = Status.ASKED
    MOVES: ClassVar[dict[str, Move]] = {
        "accept": Move(frozenset({Status.ASKED}), Status.ACCEPTED, "accepted_at"),
        "decline": Move(frozenset({Status.ASKED}), Status.DECLINED, "declined_at"),
        "withdraw": Move(frozenset({Status.ASKED}), Status.WITHDRAWN, "withdrawn_at"),
    }

    raad = models.ForeignKey(
        Programmaraad, on_delete=models.PROTECT, related_name="invitations", verbose_name=_("raad")
    )
    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        related_name="seat_invitations",
        verbose_name=_("organisation"),
    )
    status = models.CharField(
        _("status"), max_length=9, choices=Status.choices, default=Status.ASKED, editable=False
    )
    sent_at = models.DateTimeField(_("sent at"))
    answer_by = models.DateTimeField(_("answer by"))
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("answered by"),
    )
    representative = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("representative"),
    )
    substitute = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("substitute"),
    )
    reason = models.TextField(_("reason"), blank=True, max_length=MAX_REASON)
    accepted_at = models.DateTimeField(_("accepted at"), null=True, editable=False)
    declined_at = models.DateTimeField(_("declined at"), null=True, editable=False)
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, editable=False)
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)

    objects = SeatInvitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("invitation to a seat")
        verbose_name_plural = _("invitations to a seat")
        ordering = ["raad", "sent_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["raad", "organisation"],
                condition=Q(status="asked"),
                name="seat_invitation_asked_once",
            ),
            models.CheckConstraint(
                condition=Q(answer_by__gt=F("sent_at")), name="seat_invitation_answer_after"
            ),
            models.CheckConstraint(
                condition=(
                    Q(status="asked", accepted_at=None, declined_at=None, withdrawn_at=None)
                    | Q(status="accepted", accepted_at__isnull=False, answered_by__isnull=False)
                    | Q(status="declined", declined_at__isnull=False, answered_by__isnull=False)
                    | Q(status="withdrawn", withdrawn_at__isnull=False)
                ),
                name="seat_invitation_has_moment",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.raad_id} {self.organisation_id} {self.status}"

    def get_absolute_url(self) -> str:
        """Where the partner answers."""
        return reverse("programme:seat-invitation", args=[self.pk])

    @property
    def answered_at(self) -> datetime | None:
        """When the partner said yes or no."""
        return self.accepted_at or self.declined_at
