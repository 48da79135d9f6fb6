"""Signatures under a framework. Rows stay as they are: the database refuses any change."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from partners.querysets import SignatureQuerySet
from schuldenlab.documents.models import Document

from .framework import Framework
from .organisations import Organisation


class Signature(models.Model):
    """A partner signed a framework on a day; one counts per organisation.

    `text_sha256` is the seal of the framework's text, numbers and document; `sha256` that of this
    signature itself, so that a change by SQL is found. A signature that was registered by mistake
    is withdrawn by a `SignatureWithdrawal`; the next one gets the next `ordinal`.
    """

    class Way(models.TextChoices):
        ONLINE = "online", _("online")
        PAPER = "paper", _("on paper")

    framework = models.ForeignKey(
        Framework, on_delete=models.PROTECT, related_name="signatures", verbose_name=_("framework")
    )
    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        related_name="signatures",
        verbose_name=_("organisation"),
    )
    ordinal = models.PositiveSmallIntegerField(_("number"), default=1, editable=False)
    way = models.CharField(_("way"), max_length=6, choices=Way.choices, default=Way.PAPER)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="signatures",
        verbose_name=_("account"),
    )
    signatory = models.CharField(_("signed by"), max_length=120)
    function = models.CharField(_("function"), max_length=120)
    declares_mandate = models.BooleanField(_("may sign for the organisation"), default=True)
    declares_read = models.BooleanField(_("has read it and takes part"), default=True)
    scan = models.ForeignKey(
        Document,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("scan of the paper"),
    )
    receipt = models.ForeignKey(
        Document,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("receipt"),
        help_text=_("What was signed, as a PDF; made at the signing itself."),
    )
    registered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("registered by"),
    )
    signed_on = models.DateField(_("signed on"))
    signed_at = models.DateTimeField(_("signed at"), null=True)
    text_sha256 = models.CharField(_("seal of the text"), max_length=64)
    sha256 = models.CharField(_("seal of the signature"), max_length=64)
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)

    objects = SignatureQuerySet.as_manager()

    class Meta:
        verbose_name = _("signature")
        verbose_name_plural = _("signatures")
        ordering = ["framework", "signed_on", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["framework", "organisation", "ordinal"],
                name="signature_once",
                violation_error_message=_("This partner has signed this framework already."),
            ),
            models.CheckConstraint(
                condition=~Q(way="online")
                | Q(
                    person__isnull=False,
                    signed_at__isnull=False,
                    declares_mandate=True,
                    declares_read=True,
                ),
                name="signature_online_is_complete",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.framework_id} {self.organisation_id}"

    def get_absolute_url(self) -> str:
        """The receipt."""
        return reverse("partners:signature-receipt", args=[self.pk])


class SignatureWithdrawal(models.Model):
    """A signature that was registered by mistake no longer counts, and why."""

    signature = models.OneToOneField(
        Signature,
        on_delete=models.PROTECT,
        related_name="withdrawal",
        verbose_name=_("signature"),
    )
    reason = models.CharField(_("reason"), max_length=300)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("withdrawn by"),
    )
    withdrawn_at = models.DateTimeField(_("withdrawn at"))
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)

    class Meta:
        verbose_name = _("withdrawal of a signature")
        verbose_name_plural = _("withdrawals of signatures")
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="withdrawal_has_reason"),
        ]

    def __str__(self) -> str:
        return str(self.signature_id)
