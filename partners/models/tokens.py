"""Tokens with which a program of a partner, or of the lab, reads the API. Only a hash is kept."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now, TruncDate
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from partners.querysets import ApiTokenQuerySet, local_day

from .organisations import Organisation

LONGEST = timedelta(days=366)  # a year, a leap day included


class ApiToken(models.Model):
    """One token of one integration: what is public, and what belongs to its organisation.

    Without an organisation it is the lab's own and reads what is public. It ends when the
    partnership of its organisation ends: that is read, never written here.
    """

    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        null=True,
        related_name="api_tokens",
        verbose_name=_("organisation"),
    )
    purpose = models.CharField(_("integration"), max_length=80)
    prefix = models.CharField(_("begins with"), max_length=12, unique=True, editable=False)
    token_sha256 = models.CharField(max_length=64, unique=True, editable=False)
    expires_on = models.DateField(_("works until and including"))
    last_used_on = models.DateField(_("last used on"), null=True, editable=False)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="api_tokens",
        verbose_name=_("made by"),
    )
    revoked_at = models.DateTimeField(_("revoked at"), null=True, editable=False)
    revoked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("revoked by"),
    )
    recorded_at = models.DateTimeField(_("made at"), db_default=Now(), editable=False)

    objects = ApiTokenQuerySet.as_manager()

    class Meta:
        verbose_name = _("token of an integration")
        verbose_name_plural = _("tokens of integrations")
        ordering = ["-recorded_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(purpose=""), name="api_token_has_purpose"),
            models.CheckConstraint(
                condition=Q(expires_on__lte=TruncDate(F("recorded_at") + LONGEST)),
                name="api_token_for_a_year_at_most",
            ),
            models.CheckConstraint(
                condition=Q(revoked_by__isnull=True) | Q(revoked_at__isnull=False),
                name="api_token_revoked_at_a_moment",
            ),
        ]

    def __str__(self) -> str:
        return self.prefix

    def get_absolute_url(self) -> str:
        """The page with the tokens of its organisation, or with those of the lab."""
        if self.organisation_id is None:
            return reverse("partners:lab-tokens")
        return reverse("partners:tokens", args=[self.organisation_id])

    def has_expired(self, at: datetime) -> bool:
        """After its last day."""
        return self.expires_on < local_day(at)
