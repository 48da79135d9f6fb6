"""Letters from the kernteam to a chosen part of the network: a date to keep free, news."""

from hashlib import sha256
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models.functions import Now
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from events.querysets import CircularQuerySet
from partners.models import Organisation
from schuldenlab.lifecycle import Move

from .meetings import Meeting


class Circular(models.Model):
    """A letter to everybody of an audience. Sent, its text stays as it is."""

    class Kind(models.TextChoices):
        SAVE_THE_DATE = "save_the_date", _("a date to keep free")
        NEWS = "news", _("news")

    class Audience(models.TextChoices):
        DIRECTORS = "directors", _("directors")
        NETWORK = "network", _("the whole network")
        CONTACTS = "contacts", _("contacts")
        RAAD = "raad", _("the programmaraad")
        LEADERS = "leaders", _("project leaders")
        MEETING = "meeting", _("who is invited to a meeting")

    class Status(models.TextChoices):
        DRAFT = "draft", _("draft")
        SENT = "sent", _("sent")
        DISCARDED = "discarded", _("thrown away")

    FIRST = Status.DRAFT
    MOVES: ClassVar[dict[str, Move]] = {
        "send_circular": Move(frozenset({Status.DRAFT}), Status.SENT, "sent_at"),
        "discard_circular": Move(frozenset({Status.DRAFT}), Status.DISCARDED, "discarded_at"),
    }

    kind = models.CharField(_("kind"), max_length=14, choices=Kind.choices)
    audience = models.CharField(_("to"), max_length=10, choices=Audience.choices)
    meeting = models.ForeignKey(
        Meeting,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="circulars",
        verbose_name=_("meeting"),
    )
    subject = models.CharField(_("subject"), max_length=120)
    text = models.TextField(_("text"))
    subject_en = models.CharField(_("subject in English"), max_length=120, blank=True)
    text_en = models.TextField(_("text in English"), blank=True)
    status = models.CharField(
        _("status"), max_length=10, choices=Status.choices, default=Status.DRAFT, editable=False
    )
    sent_at = models.DateTimeField(null=True, editable=False)
    discarded_at = models.DateTimeField(null=True, editable=False)
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)

    objects = CircularQuerySet.as_manager()

    class Meta:
        verbose_name = _("circular")
        verbose_name_plural = _("circulars")
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.subject

    def get_absolute_url(self) -> str:
        """The page of the letter."""
        return reverse("events:circular-detail", args=[self.pk])

    @property
    def speaks_english(self) -> bool:
        """Whether there is a text for who reads English; else everybody gets the Dutch one."""
        return bool(self.subject_en and self.text_en)

    @property
    def heading(self) -> str:
        """The subject in the language of the reader."""
        return self.subject_en if self.speaks_english and get_language() == "en" else self.subject

    @property
    def body(self) -> str:
        """The text in the language of the reader."""
        return self.text_en if self.speaks_english and get_language() == "en" else self.text

    @property
    def edition(self) -> str:
        """A mark of all that can be written: another text, another mark."""
        words = (self.subject, self.text, self.subject_en, self.text_en)
        whole = [self.kind, self.audience, str(self.meeting_id), *words]
        return sha256("\0".join(whole).encode()).hexdigest()[:16]


class CircularRecipient(models.Model):
    """Somebody to whom a circular went, as the audience was at that moment."""

    circular = models.ForeignKey(
        Circular, on_delete=models.PROTECT, related_name="recipients", verbose_name=_("circular")
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("person"),
    )
    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("organisation"),
    )
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)

    class Meta:
        verbose_name = _("recipient of a circular")
        verbose_name_plural = _("recipients of circulars")
        ordering = ["circular", "id"]
        constraints = [
            models.UniqueConstraint(fields=["circular", "person"], name="circular_recipient_once"),
        ]

    def __str__(self) -> str:
        return f"{self.circular_id} {self.person_id}"
