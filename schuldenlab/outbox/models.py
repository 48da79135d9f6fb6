"""Letters: every mail is a row first, written in the transaction of the act that it tells about."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.db.models.functions import Concat, Now
from django.utils.translation import gettext_lazy as _

from schuldenlab.documents.models import Document

UNCERTAIN_AFTER = timedelta(minutes=5)
AT_ONCE, DAILY, WEEKLY = "at_once", "daily", "weekly"  # the paces at which somebody gets news

PACES = [
    (AT_ONCE, _("at once")),
    (DAILY, _("in one letter a day")),
    (WEEKLY, _("in one letter a week")),
]
TROUBLES = ("failed", "uncertain", "bounced")


@dataclass(frozen=True)
class Recipient:
    """Whom a letter goes to, as plain values, so that the outbox knows nothing of people."""

    person_id: int | None
    address: str
    name: str
    language: str
    pace: str = AT_ONCE


class LetterQuerySet(models.QuerySet["Letter"]):
    """Letters by what must happen to them."""

    def waiting(self, at: datetime) -> "LetterQuerySet":
        """Letters that may go out now, urgent ones first."""
        due = self.filter(status=Letter.Status.WAITING, pace=AT_ONCE, not_before__lte=at)
        return due.order_by("-is_urgent", "id")

    def to_gather(self, at: datetime) -> "LetterQuerySet":
        """News that may be gathered now into the letter of the day or of the week."""
        news = self.filter(status=Letter.Status.WAITING, not_before__lte=at)
        return news.exclude(pace=AT_ONCE)

    def in_trouble(self) -> "LetterQuerySet":
        """Letters that did not arrive, or perhaps not: somebody must do something with them."""
        return self.filter(status__in=TROUBLES).exclude(address="")

    def stale(self, at: datetime) -> "LetterQuerySet":
        """Letters handed to the mail server of which nobody knows how it ended."""
        return self.filter(status=Letter.Status.SENDING, claimed_at__lt=at - UNCERTAIN_AFTER)

    def to_forget(self, before: datetime) -> "LetterQuerySet":
        """Letters of that moment or earlier that still say to whom they went, and what."""
        found = self.filter(at__lte=before).exclude(address="")
        return found.exclude(status=Letter.Status.SENDING)

    def forget(self) -> int:
        """Take out whom they went to and every word; that there was a letter stays.

        The key of a letter without a person holds the address; no such letter comes again. One that
        still waits is not sent any more.
        """
        status = models.Case(
            models.When(status=Letter.Status.WAITING, then=models.Value(Letter.Status.FAILED)),
            default="status",
        )
        key = models.Case(
            models.When(person__isnull=True, then=Concat(models.Value("forgotten:"), "message_id")),
            default="key",
        )
        words = ["address", "name", "subject", "text", "html", "calendar", "error"]
        return self.update(key=key, status=status, **dict.fromkeys(words, ""))


class Letter(models.Model):
    """One mail to one person, with a key that keeps it from being written twice."""

    class Status(models.TextChoices):
        WAITING = "waiting", _("waiting")
        SENDING = "sending", _("being sent")
        SENT = "sent", _("sent")
        FAILED = "failed", _("failed")
        UNCERTAIN = "uncertain", _("uncertain")
        REPLACED = "replaced", _("replaced by a newer one")
        MERGED = "merged", _("in a letter with other news")
        BOUNCED = "bounced", _("came back")
        DROPPED = "dropped", _("let go")

    key = models.CharField(_("key"), max_length=160, unique=True)
    template = models.CharField(_("template"), max_length=80)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="letters",
        verbose_name=_("to"),
    )
    address = models.EmailField(_("address"))
    name = models.CharField(_("name"), max_length=200)
    language = models.CharField(_("language"), max_length=5)
    subject = models.CharField(_("subject"), max_length=200)
    text = models.TextField(_("text"))
    html = models.TextField(_("HTML"))
    attachment = models.ForeignKey(
        Document,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("attachment"),
    )
    calendar = models.TextField(_("calendar entry"), blank=True)
    calendar_method = models.CharField(_("method"), max_length=10, blank=True)
    message_id = models.CharField(_("Message-ID"), max_length=120, unique=True)
    is_urgent = models.BooleanField(_("urgent"), default=False)
    is_secret = models.BooleanField(
        _("secret"),
        default=False,
        help_text=_("Holds a code: never shown here, and erased once it is sent."),
    )
    bundle = models.CharField(
        _("about"),
        max_length=80,
        blank=True,
        help_text=_("A newer letter about the same takes the place of one that still waits."),
    )
    pace = models.CharField(
        _("pace"),
        max_length=8,
        choices=PACES,
        default=AT_ONCE,
        help_text=_("News may wait for the letter of the day or of the week."),
    )
    merged_into = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="merged",
        verbose_name=_("went in the letter"),
    )
    status = models.CharField(
        _("status"), max_length=10, choices=Status.choices, default=Status.WAITING, editable=False
    )
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0, editable=False)
    error = models.CharField(_("error"), max_length=200, blank=True, editable=False)
    not_before = models.DateTimeField(_("not before"))
    claimed_at = models.DateTimeField(_("handed over at"), null=True, editable=False)
    sent_at = models.DateTimeField(_("sent at"), null=True, editable=False)
    bounced_at = models.DateTimeField(_("came back at"), null=True, editable=False)
    bounce_code = models.CharField(
        _("code"),
        max_length=12,
        blank=True,
        editable=False,
        help_text=_("How the other mail server says why (RFC 3463); 5.…: for ever."),
    )
    at = models.DateTimeField(_("written at"))
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now())

    objects = LetterQuerySet.as_manager()

    class Meta:
        verbose_name = _("letter")
        verbose_name_plural = _("letters")
        ordering = ["-id"]
        default_permissions = ("view",)
        indexes = [
            models.Index(
                fields=["not_before"],
                condition=models.Q(status="waiting"),
                name="letter_waiting",
            ),
            models.Index(  # in the order of `waiting`, so that nobody sorts ten thousand letters
                fields=["-is_urgent", "id"],
                condition=models.Q(status="waiting", pace=AT_ONCE),
                name="letter_next",
            ),
            models.Index(
                fields=["claimed_at"],
                condition=models.Q(status="sending"),
                name="letter_sending",
            ),
            models.Index(
                fields=["status"],
                condition=models.Q(status__in=["failed", "uncertain", "bounced"]),
                name="letter_in_trouble",
            ),
            models.Index(
                fields=["bundle"],
                condition=models.Q(status="waiting") & ~models.Q(bundle=""),
                name="letter_bundle",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(status="sent") | models.Q(sent_at__isnull=False),
                name="letter_sent_has_moment",
            ),
            models.CheckConstraint(
                condition=models.Q(status="merged", merged_into__isnull=False)
                | (~models.Q(status="merged") & models.Q(merged_into__isnull=True)),
                name="letter_merged_into_one",
            ),
            models.CheckConstraint(
                condition=~models.Q(status="bounced") | models.Q(bounced_at__isnull=False),
                name="letter_bounced_has_moment",
            ),
        ]

    def __str__(self) -> str:
        return self.subject or self.key
