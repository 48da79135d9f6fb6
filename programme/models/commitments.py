"""What partners answer to an adopted programme."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from events.models import Meeting
from partners.models import Organisation, Way
from programme.querysets import CommitmentQuerySet

from .programmes import Programme


class Commitment(models.Model):
    """What a partner answers to the adopted programme. A later answer is a new row."""

    class Answer(models.TextChoices):
        YES = "yes", _("Yes, we commit to this programme")
        NOT_NOW = "not_now", _("Not now")

    programme = models.ForeignKey(
        Programme, on_delete=models.PROTECT, related_name="commitments", verbose_name=_("programme")
    )
    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        related_name="commitments",
        verbose_name=_("organisation"),
    )
    ordinal = models.PositiveSmallIntegerField(_("ordinal"))
    answer = models.CharField(_("answer"), max_length=8, choices=Answer.choices)
    reason = models.TextField(_("reason"), blank=True)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("given by"),
    )
    way = models.CharField(_("came in"), max_length=8, choices=Way.choices, default=Way.ONLINE)
    given_on = models.DateField(_("given on"))
    meeting = models.ForeignKey(
        Meeting,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="commitments",
        verbose_name=_("given at the meeting"),
    )
    at = models.DateTimeField(_("recorded at"))
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)

    objects = CommitmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("commitment")
        verbose_name_plural = _("commitments")
        ordering = ["programme", "organisation", "ordinal"]
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "organisation", "ordinal"], name="commitment_one_counts"
            ),
            models.CheckConstraint(
                condition=Q(answer__in=["yes", "not_now"]), name="commitment_answer_known"
            ),
            models.CheckConstraint(
                condition=~Q(answer="not_now") | ~Q(reason=""),
                name="commitment_not_now_has_reason",
            ),
            models.CheckConstraint(
                condition=Q(meeting__isnull=True) | Q(way="meeting"),
                name="commitment_at_a_meeting",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.programme_id} {self.organisation_id} {self.answer}"
