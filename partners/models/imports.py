"""An import that the worker carries out, with how far it is."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models.functions import Now
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from partners.querysets import ImportRunQuerySet
from schuldenlab.lifecycle import Move


class ImportRun(models.Model):
    """One uploaded file on its way into the register.

    uploaded → checked → confirmed → saved, or failed, or withdrawn. `content` is the file until the
    end, and is emptied then; `report` is the preview as values, and later the result.
    """

    LONG = 500  # lines: from here on a worker does it, with progress on the page

    class Status(models.TextChoices):
        UPLOADED = "uploaded", _("uploaded")
        CHECKED = "checked", _("checked")
        CONFIRMED = "confirmed", _("being saved")
        SAVED = "saved", _("saved")
        FAILED = "failed", _("failed")
        WITHDRAWN = "withdrawn", _("withdrawn")

    FIRST = Status.UPLOADED
    MOVES: ClassVar[dict[str, Move]] = {
        "check": Move(frozenset({Status.UPLOADED}), Status.CHECKED, "checked_at"),
        "confirm": Move(frozenset({Status.CHECKED}), Status.CONFIRMED, "confirmed_at"),
        "save": Move(frozenset({Status.CONFIRMED}), Status.SAVED, "saved_at"),
        "fail": Move(frozenset({Status.UPLOADED, Status.CONFIRMED}), Status.FAILED, "failed_at"),
        "withdraw": Move(
            frozenset({Status.UPLOADED, Status.CHECKED}), Status.WITHDRAWN, "withdrawn_at"
        ),
    }

    file_name = models.CharField(_("file"), max_length=160)
    content = models.BinaryField(_("content"), editable=False)
    default_joined_on = models.DateField(_("joined on, where the file says nothing"), null=True)
    skip_invalid = models.BooleanField(_("leave out lines with errors"), default=False)
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("started by"),
    )
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("confirmed by"),
    )
    status = models.CharField(
        _("status"),
        max_length=10,
        choices=Status.choices,
        default=Status.UPLOADED,
        editable=False,
    )
    done = models.PositiveIntegerField(_("lines done"), default=0, editable=False)
    total = models.PositiveIntegerField(_("lines"), default=0, editable=False)
    report = models.JSONField(_("report"), default=dict, editable=False)
    error = models.TextField(_("what went wrong"), blank=True, editable=False)
    checked_at = models.DateTimeField(null=True, editable=False)
    confirmed_at = models.DateTimeField(null=True, editable=False)
    saved_at = models.DateTimeField(null=True, editable=False)
    failed_at = models.DateTimeField(null=True, editable=False)
    withdrawn_at = models.DateTimeField(null=True, editable=False)
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)

    objects = ImportRunQuerySet.as_manager()

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.file_name

    def get_absolute_url(self) -> str:
        """The page that shows how far it is."""
        return reverse("partners:import-run", args=[self.pk])

    @property
    def is_long(self) -> bool:
        """Whether it is too much to wait for with a page open."""
        return self.total > self.LONG

    @property
    def is_running(self) -> bool:
        """Whether it is up to a machine now."""
        return self.status in {self.Status.UPLOADED, self.Status.CONFIRMED}
