"""Which years went out as one archive file, and which of them the archive took in."""

from django.conf import settings
from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from schuldenlab.documents.querysets import YearQuerySet


class YearExport(models.Model):
    """One file of a year as it was handed out; its hash tells whether a file is that one."""

    year = models.PositiveSmallIntegerField(_("year"))
    sha256 = models.CharField(_("SHA-256"), max_length=64)
    size = models.PositiveBigIntegerField(_("size in bytes"))
    records = models.PositiveIntegerField(_("records"))
    exported_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("handed to"),
    )
    at = models.DateTimeField(_("made at"))
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now())

    class Meta:
        verbose_name = _("archive file of a year")
        verbose_name_plural = _("archive files of years")
        ordering = ["-at", "-id"]
        default_permissions = ("view",)
        constraints = [
            models.CheckConstraint(
                condition=models.Q(sha256__regex=r"^[0-9a-f]{64}$"), name="yearexport_has_hash"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.year} {self.sha256[:12]}"


class YearTransfer(models.Model):
    """The archive of the municipality has taken in a file of a year: from then on it keeps it."""

    year = models.PositiveSmallIntegerField(_("year"), unique=True)
    export = models.OneToOneField(
        YearExport, on_delete=models.PROTECT, related_name="transfer", verbose_name=_("file")
    )
    reference = models.CharField(_("reference of the archive"), max_length=80)
    on = models.DateField(_("taken in on"))
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("recorded by"),
    )
    at = models.DateTimeField(_("recorded at"))
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now())

    objects = YearQuerySet.as_manager()

    class Meta:
        verbose_name = _("transfer to the archive")
        verbose_name_plural = _("transfers to the archive")
        ordering = ["-year"]
        default_permissions = ("view",)

    def __str__(self) -> str:
        return f"{self.year} {self.reference}"
