"""Documents: a file that somebody handed in, kept as it was."""

import uuid
from datetime import datetime

from django.conf import settings
from django.core.files.storage import Storage, storages
from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _


def private_storage() -> Storage:
    """Where the files lie: outside what the web server serves by itself."""
    return storages["documents"]


def random_name(document: "Document", filename: str) -> str:
    """A name that nobody can guess and that says nothing; the real one is a column."""
    del filename
    at: datetime = document.at
    return f"{at:%Y/%m}/{uuid.uuid4().hex}"


class Document(models.Model):
    """One file with its hash. Rows never change: another version is another row.

    Who may read it is decided by what it belongs to: the owner's page serves it.
    """

    name = models.CharField(_("name"), max_length=160)
    content_type = models.CharField(_("type"), max_length=100)
    size = models.PositiveIntegerField(_("size in bytes"))
    sha256 = models.CharField(_("SHA-256"), max_length=64)
    file = models.FileField(
        _("file"), storage=private_storage, upload_to=random_name, max_length=80
    )
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("uploaded by"),
    )
    at = models.DateTimeField(_("uploaded at"))
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now())

    class Meta:
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        ordering = ["-id"]
        default_permissions = ("view",)
        constraints = [
            models.CheckConstraint(
                condition=models.Q(sha256__regex=r"^[0-9a-f]{64}$"), name="document_has_hash"
            ),
        ]

    def __str__(self) -> str:
        return self.name
