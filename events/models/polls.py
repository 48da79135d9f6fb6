"""Date polls: which of some moments suits the people who are invited."""

from datetime import datetime
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from events.querysets import DatePollQuerySet, PollInviteeQuerySet
from partners.models import Organisation
from partners.querysets import local_day
from schuldenlab.lifecycle import Move

from .meetings import Meeting


class DatePoll(models.Model):
    """A question about the date of one meeting, answered until and including a day.

    One poll of a meeting is open at a time. Whom it asks is settled when it opens and kept.
    """

    class Status(models.TextChoices):
        OPEN = "open", _("open")
        CHOSEN = "chosen", _("date chosen")
        WITHDRAWN = "withdrawn", _("withdrawn")

    FIRST = Status.OPEN
    MOVES: ClassVar[dict[str, Move]] = {
        "choose_date": Move(frozenset({Status.OPEN}), Status.CHOSEN, "chosen_at"),
        "withdraw_poll": Move(frozenset({Status.OPEN}), Status.WITHDRAWN, "withdrawn_at"),
    }

    meeting = models.ForeignKey(
        Meeting, on_delete=models.PROTECT, related_name="polls", verbose_name=_("meeting")
    )
    closes_on = models.DateField(_("answer until and including"))
    note = models.CharField(_("note"), max_length=300, blank=True)
    status = models.CharField(
        _("status"), max_length=10, choices=Status.choices, default=Status.OPEN, editable=False
    )
    chosen_at = models.DateTimeField(null=True, editable=False)
    withdrawn_at = models.DateTimeField(null=True, editable=False)
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)

    objects = DatePollQuerySet.as_manager()

    class Meta:
        verbose_name = _("date poll")
        verbose_name_plural = _("date polls")
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting"], condition=Q(status="open"), name="date_poll_one_open"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.meeting_id} {self.closes_on}"

    def get_absolute_url(self) -> str:
        """The page with the answers so far."""
        return reverse("events:poll-detail", args=[self.pk])

    @property
    def is_running(self) -> bool:
        """Nobody chose yet, and the meeting can still get a date."""
        can_get = {Meeting.Status.PLANNED, Meeting.Status.SCHEDULED}
        return self.status == self.Status.OPEN and self.meeting.status in can_get

    def accepts_answers(self, at: datetime) -> bool:
        """Whether who is asked may still answer, or change an answer."""
        return self.is_running and local_day(at) <= self.closes_on


class PollOption(models.Model):
    """One moment at which the meeting could begin."""

    poll = models.ForeignKey(
        DatePoll, on_delete=models.PROTECT, related_name="options", verbose_name=_("date poll")
    )
    starts_at = models.DateTimeField(_("starts at"))
    is_chosen = models.BooleanField(_("chosen"), default=False, editable=False)

    class Meta:
        verbose_name = _("moment in a date poll")
        verbose_name_plural = _("moments in date polls")
        ordering = ["poll", "starts_at"]
        constraints = [
            models.UniqueConstraint(fields=["poll", "starts_at"], name="poll_option_once"),
            models.UniqueConstraint(
                fields=["poll"], condition=Q(is_chosen=True), name="poll_one_chosen"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.poll_id} {self.starts_at}"


class PollInvitee(models.Model):
    """A person whom the poll asks, for which organisation."""

    poll = models.ForeignKey(
        DatePoll, on_delete=models.PROTECT, related_name="invitees", verbose_name=_("date poll")
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
    answered_at = models.DateTimeField(_("answered at"), null=True, editable=False)
    reminded_at = models.DateTimeField(_("reminded at"), null=True, editable=False)
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)

    objects = PollInviteeQuerySet.as_manager()

    class Meta:
        verbose_name = _("person in a date poll")
        verbose_name_plural = _("people in date polls")
        ordering = ["poll", "organisation", "id"]
        constraints = [
            models.UniqueConstraint(fields=["poll", "person"], name="poll_invitee_once"),
        ]

    def __str__(self) -> str:
        return f"{self.poll_id} {self.person_id}"


class PollAnswer(models.Model):
    """Whether a moment suits somebody; the last word counts as long as the poll is open."""

    class Answer(models.TextChoices):
        YES = "yes", _("yes")
        IF_NEED_BE = "if_need_be", _("if need be")
        NO = "no", _("no")

    option = models.ForeignKey(
        PollOption, on_delete=models.PROTECT, related_name="answers", verbose_name=_("moment")
    )
    invitee = models.ForeignKey(
        PollInvitee, on_delete=models.PROTECT, related_name="answers", verbose_name=_("person")
    )
    answer = models.CharField(_("answer"), max_length=10, choices=Answer.choices)
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)

    class Meta:
        verbose_name = _("answer to a date poll")
        verbose_name_plural = _("answers to date polls")
        ordering = ["option", "invitee"]
        constraints = [
            models.UniqueConstraint(fields=["option", "invitee"], name="poll_answer_once"),
        ]

    def __str__(self) -> str:
        return f"{self.option_id} {self.invitee_id} {self.answer}"
