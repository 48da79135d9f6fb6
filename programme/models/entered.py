"""Votes that the kernteam entered in a meeting: what a seat says is wrong, and the answer."""

from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from programme.querysets import DisputeQuerySet

from .votes import Entitlement, Vote


class Dispute(models.Model):
    """A seat says that its vote was entered wrongly, or not at all (then `vote` is empty)."""

    class Answer(models.TextChoices):
        CORRECTED = "corrected", _("corrected")
        UPHELD = "upheld", _("left as it was")

    entitlement = models.ForeignKey(
        Entitlement, on_delete=models.PROTECT, related_name="disputes", verbose_name=_("seat")
    )
    vote = models.ForeignKey(
        Vote,
        on_delete=models.PROTECT,
        null=True,
        related_name="disputes",
        verbose_name=_("vote"),
    )
    text = models.TextField(_("what is not right"))
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("by"),
    )
    at = models.DateTimeField(_("said at"))
    answer = models.CharField(
        _("answer"), max_length=10, choices=Answer.choices, blank=True, editable=False
    )
    words = models.TextField(_("reason of the answer"), blank=True, editable=False)
    correction = models.OneToOneField(
        Vote,
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="corrects",
        verbose_name=_("vote that corrects it"),
    )
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("answered by"),
    )
    answered_at = models.DateTimeField(_("answered at"), null=True, editable=False)
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)

    objects = DisputeQuerySet.as_manager()

    class Meta:
        verbose_name = _("objection to an entered vote")
        verbose_name_plural = _("objections to entered votes")
        ordering = ["at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["entitlement"], condition=Q(answer=""), name="dispute_one_waits"
            ),
            models.CheckConstraint(
                condition=Q(answer="", answered_at__isnull=True, correction__isnull=True)
                | Q(answer="upheld", answered_at__isnull=False, correction__isnull=True)
                & ~Q(words="")
                | Q(answer="corrected", answered_at__isnull=False, correction__isnull=False),
                name="dispute_answered_whole",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.entitlement_id} {self.answer}"


class HandOver(models.Model):
    """The representative lets the substitute vote in one ballot. It can be taken back."""

    entitlement = models.ForeignKey(
        Entitlement, on_delete=models.PROTECT, related_name="hand_overs", verbose_name=_("seat")
    )
    from_person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("handed over by"),
    )
    to_person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("handed over to"),
    )
    at = models.DateTimeField(_("handed over at"))
    withdrawn_at = models.DateTimeField(_("taken back at"), null=True, editable=False)
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)

    class Meta:
        verbose_name = _("ballot handed over")
        verbose_name_plural = _("ballots handed over")
        ordering = ["at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["entitlement"],
                condition=Q(withdrawn_at__isnull=True),
                name="hand_over_one_holds",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.entitlement_id} {self.to_person_id}"

    def holds(self, at: datetime) -> bool:
        """Whether it had been said, and not been taken back, at this moment."""
        return self.at <= at and (self.withdrawn_at is None or self.withdrawn_at > at)
