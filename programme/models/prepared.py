"""A commitment that somebody has prepared for the director."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from partners.models import Organisation
from programme.querysets import CommitmentDraftQuerySet

from .commitments import Commitment
from .programmes import Programme


class CommitmentDraft(models.Model):
    """An answer and its reason, written by a contact; binds nobody. The last one is shown."""

    programme = models.ForeignKey(
        Programme,
        on_delete=models.PROTECT,
        related_name="commitment_drafts",
        verbose_name=_("programme"),
    )
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="+", verbose_name=_("organisation")
    )
    ordinal = models.PositiveSmallIntegerField(_("ordinal"))
    answer = models.CharField(_("answer"), max_length=8, choices=Commitment.Answer.choices)
    reason = models.TextField(_("reason"), blank=True)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("prepared by"),
    )
    at = models.DateTimeField(_("prepared at"))
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)

    objects = CommitmentDraftQuerySet.as_manager()

    class Meta:
        verbose_name = _("prepared commitment")
        verbose_name_plural = _("prepared commitments")
        ordering = ["programme", "organisation", "ordinal"]
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "organisation", "ordinal"], name="commitment_draft_once"
            ),
            models.CheckConstraint(
                condition=Q(answer="yes") | (Q(answer="not_now") & ~Q(reason="")),
                name="commitment_draft_answer",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.programme_id} {self.organisation_id} {self.answer}"
