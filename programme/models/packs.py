"""The papers of a meeting as they were sent: frozen, with their hash."""

from django.conf import settings
from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from events.models import Meeting
from programme.querysets import PackVersionQuerySet
from schuldenlab.documents.models import Document


class PackVersion(models.Model):
    """Agenda and papers of a meeting as one document. Sent again is another version."""

    meeting = models.ForeignKey(
        Meeting, on_delete=models.PROTECT, related_name="packs", verbose_name=_("meeting")
    )
    number = models.PositiveSmallIntegerField(_("version"))
    starts_at = models.DateTimeField(_("date of the meeting then"))
    document = models.OneToOneField(
        Document, on_delete=models.PROTECT, related_name="+", verbose_name=_("document")
    )
    sent_at = models.DateTimeField(_("sent at"))
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("sent by"),
    )
    changed = models.TextField(_("what has changed"), blank=True)
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)

    objects = PackVersionQuerySet.as_manager()

    class Meta:
        verbose_name = _("papers of a meeting")
        verbose_name_plural = _("papers of meetings")
        ordering = ["meeting", "number"]
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(fields=["meeting", "number"], name="pack_version_once"),
        ]

    def __str__(self) -> str:
        return f"{self.meeting_id} {self.number}"
