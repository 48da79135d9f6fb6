"""Signatures under a framework. Rows stay as they are: the database refuses any change."""

from django.conf import settings
from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from .framework import Framework
from .organisations import Organisation


class Signature(models.Model):
    """A partner signed a framework on a day; one per organisation."""

    framework = models.ForeignKey(
        Framework, on_delete=models.PROTECT, related_name="signatures", verbose_name=_("framework")
    )
    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        related_name="signatures",
        verbose_name=_("organisation"),
    )
    signatory = models.CharField(_("signed by"), max_length=120)
    function = models.CharField(_("function"), max_length=120)
    registered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("registered by"),
    )
    signed_on = models.DateField(_("signed on"))
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)

    class Meta:
        verbose_name = _("signature")
        verbose_name_plural = _("signatures")
        ordering = ["framework", "signed_on"]
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(
                fields=["framework", "organisation"],
                name="signature_once",
                violation_error_message=_("This partner has signed this framework already."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.framework_id} {self.organisation_id}"
