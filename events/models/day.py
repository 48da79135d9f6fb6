"""The day of a meeting: the parts of its programme, and the papers that everybody gets."""

from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from events.querysets import MeetingDocumentQuerySet, ProgrammePartQuerySet
from partners.models import Organisation
from schuldenlab.documents.models import Document

from .meetings import Meeting


class ProgrammePart(models.Model):
    """A part of the day: what, when it begins, and by whom. Taken out, it stays on record."""

    meeting = models.ForeignKey(
        Meeting, on_delete=models.PROTECT, related_name="parts", verbose_name=_("meeting")
    )
    begins = models.TimeField(_("begins"))
    title = models.CharField(_("title"), max_length=120)
    text = models.CharField(_("explanation"), max_length=300, blank=True)
    by = models.CharField(_("by"), max_length=120, blank=True)
    organisations = models.ManyToManyField(
        Organisation, blank=True, related_name="+", verbose_name=_("organisations")
    )
    taken_out_at = models.DateTimeField(_("taken out at"), null=True, editable=False)
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)

    objects = ProgrammePartQuerySet.as_manager()

    class Meta:
        verbose_name = _("part of the programme")
        verbose_name_plural = _("parts of the programme")
        ordering = ["meeting", "begins", "id"]

    def __str__(self) -> str:
        return self.title


class MeetingDocument(models.Model):
    """A paper of the meeting itself: the invitation, how to prepare. For all who are invited."""

    class Audience(models.TextChoices):
        INVITED = "invited", _("who is invited")
        KERNTEAM = "kernteam", _("the kernteam")

    meeting = models.ForeignKey(
        Meeting, on_delete=models.PROTECT, related_name="documents", verbose_name=_("meeting")
    )
    document = models.OneToOneField(
        Document, on_delete=models.PROTECT, related_name="+", verbose_name=_("document")
    )
    title = models.CharField(_("title"), max_length=120)
    audience = models.CharField(
        _("for"), max_length=10, choices=Audience.choices, default=Audience.INVITED
    )
    taken_out_at = models.DateTimeField(_("taken out at"), null=True, editable=False)
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)

    objects = MeetingDocumentQuerySet.as_manager()

    class Meta:
        verbose_name = _("paper of a meeting")
        verbose_name_plural = _("papers of meetings")
        ordering = ["meeting", "id"]

    def __str__(self) -> str:
        return self.title
