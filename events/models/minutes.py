"""What came of a meeting: its minutes, and who does what."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from events.querysets import ActionItemQuerySet, MinutesQuerySet
from partners.models import Organisation
from partners.search import search_index
from schuldenlab.documents.models import Document
from schuldenlab.lifecycle import Move

from .agendas import AgendaItem
from .meetings import Meeting


class Minutes(models.Model):
    """The minutes of a meeting: draft, sent to who was invited, approved at a later meeting.

    Approved, the text, the facts beside it and the document are frozen, and the meeting is closed.
    """

    class Status(models.TextChoices):
        DRAFT = "draft", _("draft")
        SENT = "sent", _("sent")
        APPROVED = "approved", _("approved")

    FIRST = Status.DRAFT
    MOVES: ClassVar[dict[str, Move]] = {
        "send_minutes": Move(frozenset({Status.DRAFT, Status.SENT}), Status.SENT, "sent_at"),
        "approve_minutes": Move(frozenset({Status.SENT}), Status.APPROVED, "approved_at"),
    }

    meeting = models.OneToOneField(
        Meeting, on_delete=models.PROTECT, related_name="minutes", verbose_name=_("meeting")
    )
    text = models.TextField(_("text"), blank=True)
    facts = models.JSONField(
        _("frozen facts"), default=dict, blank=True, editable=False
    )  # who was there, points, decisions and actions, as sent
    sha256 = models.CharField(max_length=64, blank=True, editable=False)
    document = models.OneToOneField(
        Document,
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("document"),
    )
    approved_in = models.ForeignKey(
        Meeting,
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="approved_minutes",
        verbose_name=_("approved in"),
    )
    status = models.CharField(
        _("status"), max_length=10, choices=Status.choices, default=Status.DRAFT, editable=False
    )
    sent_at = models.DateTimeField(null=True, editable=False)
    approved_at = models.DateTimeField(null=True, editable=False)
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)

    objects = MinutesQuerySet.as_manager()

    class Meta:
        verbose_name = _("minutes")
        verbose_name_plural = _("minutes")
        ordering = ["-id"]
        indexes = [search_index("minutes_search", "text")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(status="approved") | Q(approved_at__isnull=False) & ~Q(sha256=""),
                name="minutes_approved_is_sealed",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.meeting_id} {self.status}"

    def get_absolute_url(self) -> str:
        """The page of the minutes."""
        return reverse("events:minutes-detail", args=[self.meeting_id])


class ActionItem(models.Model):
    """What somebody promised to do in a meeting, by when. It comes back until it is done."""

    class Status(models.TextChoices):
        OPEN = "open", _("open")
        DONE = "done", _("done")
        DROPPED = "dropped", _("not needed any more")

    FIRST = Status.OPEN
    MOVES: ClassVar[dict[str, Move]] = {
        "finish_action": Move(frozenset({Status.OPEN}), Status.DONE, "done_at"),
        "drop_action": Move(frozenset({Status.OPEN}), Status.DROPPED, "dropped_at"),
        "reopen_action": Move(frozenset({Status.DONE, Status.DROPPED}), Status.OPEN, "reopened_at"),
    }

    meeting = models.ForeignKey(
        Meeting, on_delete=models.PROTECT, related_name="actions", verbose_name=_("meeting")
    )
    item = models.ForeignKey(
        AgendaItem,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="actions",
        verbose_name=_("point"),
    )
    text = models.CharField(_("what"), max_length=200)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="meeting_actions",
        verbose_name=_("who"),
    )
    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("organisation"),
    )
    due_on = models.DateField(_("until and including"))
    note = models.CharField(_("note"), max_length=200, blank=True, editable=False)
    status = models.CharField(
        _("status"), max_length=10, choices=Status.choices, default=Status.OPEN, editable=False
    )
    done_at = models.DateTimeField(null=True, editable=False)
    dropped_at = models.DateTimeField(null=True, editable=False)
    reopened_at = models.DateTimeField(null=True, editable=False)
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)

    objects = ActionItemQuerySet.as_manager()

    class Meta:
        verbose_name = _("action")
        verbose_name_plural = _("actions")
        ordering = ["due_on", "id"]
        indexes = [search_index("action_search", "text", "note")]

    def __str__(self) -> str:
        return self.text
