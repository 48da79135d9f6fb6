"""Keeping the register right: reviews by partners, notes of the kernteam, signing requests."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from partners.querysets import ContactNoteQuerySet, GoLiveQuerySet, SigningRequestQuerySet
from partners.search import search_index
from schuldenlab.lifecycle import Move

from .organisations import Organisation
from .people import Mandate
from .scope import SigningScope, scope_is_possible


class Review(models.Model):
    """Somebody of a partner looked at its facts, people and mandates, and said that they are right.

    BIO2 asks that rights are reviewed every year.
    """

    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        related_name="reviews",
        verbose_name=_("organisation"),
    )
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("reviewed by"),
    )
    reviewed_at = models.DateTimeField(_("reviewed at"))
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)

    class Meta:
        verbose_name = _("review")
        verbose_name_plural = _("reviews")
        ordering = ["-reviewed_at"]

    def __str__(self) -> str:
        return f"{self.organisation_id} {self.reviewed_at}"


class SigningRequest(SigningScope):
    """A partner asks that somebody may sign for it; the kernteam confirms that.

    Confirmed, the person's mandate ends that day and one that may sign begins the day after.
    """

    class Status(models.TextChoices):
        ASKED = "asked", _("asked")
        CONFIRMED = "confirmed", _("confirmed")
        DECLINED = "declined", _("declined")

    FIRST = Status.ASKED
    MOVES: ClassVar[dict[str, Move]] = {
        "confirm": Move(frozenset({Status.ASKED}), Status.CONFIRMED, "confirmed_at"),
        "decline": Move(frozenset({Status.ASKED}), Status.DECLINED, "declined_at"),
    }

    mandate = models.ForeignKey(
        Mandate,
        on_delete=models.PROTECT,
        related_name="signing_requests",
        verbose_name=_("mandate"),
    )
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("asked by"),
    )
    reason = models.CharField(
        _("reason"), max_length=300, blank=True, help_text=_("No data about people with debts.")
    )
    answer = models.CharField(_("answer of the kernteam"), max_length=300, blank=True)
    status = models.CharField(
        _("status"),
        max_length=10,
        choices=Status.choices,
        default=Status.ASKED,
        editable=False,
    )
    confirmed_at = models.DateTimeField(null=True, editable=False)
    declined_at = models.DateTimeField(null=True, editable=False)
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)

    objects = SigningRequestQuerySet.as_manager()

    class Meta:
        verbose_name = _("request to sign")
        verbose_name_plural = _("requests to sign")
        ordering = ["-recorded_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["mandate"], condition=Q(status="asked"), name="signing_request_open_once"
            ),
            scope_is_possible("signing_request_scope_is_possible"),
            models.CheckConstraint(
                condition=~Q(status="declined") | ~Q(answer=""), name="signing_declined_has_answer"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.mandate_id} {self.status}"


class ContactNote(models.Model):
    """What the kernteam wants to remember of a talk with a partner; nobody else reads it.

    A wrong note is corrected by a new one that names it, with a reason.
    """

    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        related_name="contact_notes",
        verbose_name=_("organisation"),
    )
    spoken_on = models.DateField(_("spoken on"))
    text = models.TextField(
        _("note"), max_length=4_000, help_text=_("No data about people with debts.")
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("author"),
    )
    corrects = models.OneToOneField(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="corrected_by",
        verbose_name=_("corrects"),
    )
    reason = models.CharField(_("reason of the correction"), max_length=300, blank=True)
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)

    objects = ContactNoteQuerySet.as_manager()

    class Meta:
        verbose_name = _("contact note")
        verbose_name_plural = _("contact notes")
        ordering = ["-spoken_on", "-id"]
        indexes = [search_index("contact_note_search", "text")]
        constraints = [
            models.CheckConstraint(
                condition=Q(corrects__isnull=True) | ~Q(reason=""),
                name="note_correction_has_reason",
            ),
            models.CheckConstraint(
                condition=Q(corrects__isnull=True) | ~Q(corrects=F("id")), name="note_not_itself"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation_id} {self.spoken_on}"


class GoLive(models.Model):
    """The day from which this lab is kept here; set once. What happened before is taken over."""

    only = models.BooleanField(primary_key=True, default=True, editable=False)
    live_on = models.DateField(_("first day"))
    set_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("set by"),
    )
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)

    objects = GoLiveQuerySet.as_manager()

    class Meta:
        verbose_name = _("first day of this lab")
        ordering = ["only"]
        verbose_name_plural = _("first day of this lab")
        constraints = [models.CheckConstraint(condition=Q(only=True), name="go_live_once")]

    def __str__(self) -> str:
        return str(self.live_on)
