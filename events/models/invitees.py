"""Whom a meeting invites, what they answer, and who belongs to a series beyond its rule."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from events.querysets import InviteeQuerySet, ReplyQuerySet
from partners.models import Organisation

from .meetings import Meeting, MeetingSeries


class StandingGuest(models.Model):
    """Somebody who is invited to each meeting of a series, beside the people of its rule."""

    series = models.ForeignKey(
        MeetingSeries, on_delete=models.PROTECT, related_name="guests", verbose_name=_("series")
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("person"),
    )
    reason = models.CharField(_("reason"), max_length=120, blank=True)
    ended_at = models.DateTimeField(_("ended at"), null=True, editable=False)
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)

    class Meta:
        verbose_name = _("standing guest")
        verbose_name_plural = _("standing guests")
        ordering = ["series", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["series", "person"],
                condition=Q(ended_at__isnull=True),
                name="standing_guest_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.series_id} {self.person_id}"


class Invitee(models.Model):
    """A person invited to a meeting, for which organisation and why; kept as it was resolved.

    `sequence_sent` is the revision of the calendar entry that this person has, None as long as none
    went out. An invitation that is withdrawn stays on record.
    """

    meeting = models.ForeignKey(
        Meeting, on_delete=models.PROTECT, related_name="invitees", verbose_name=_("meeting")
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="meeting_invitations",
        verbose_name=_("person"),
    )
    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("organisation"),
    )
    reason = models.CharField(_("invited as"), max_length=80, blank=True)
    sequence_sent = models.PositiveIntegerField(null=True, editable=False)
    reminded_at = models.DateTimeField(_("reminded at"), null=True, editable=False)
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, editable=False)
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)

    objects = InviteeQuerySet.as_manager()

    class Meta:
        verbose_name = _("invited person")
        verbose_name_plural = _("invited people")
        ordering = ["meeting", "organisation", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "person"],
                condition=Q(withdrawn_at__isnull=True),
                name="invitee_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.meeting_id} {self.person_id}"


class Reply(models.Model):
    """What an invited person answered; the last one counts, the earlier ones stay.

    `people` counts the person and the colleagues who come along. A replacement of the same
    organisation comes in the person's place; where the rule of the meeting does not let it in by
    itself, `accepted_at` or `refused_at` says what the kernteam answered. `sequence_sent` is the
    revision of the meeting that the replacement was told to come to, if it was.
    """

    class Answer(models.TextChoices):
        YES = "yes", _("comes")
        NO = "no", _("does not come")
        REPLACEMENT = "replacement", _("sends somebody else")

    invitee = models.ForeignKey(
        Invitee, on_delete=models.PROTECT, related_name="replies", verbose_name=_("invited person")
    )
    ordinal = models.PositiveSmallIntegerField(_("number"))
    answer = models.CharField(_("answer"), max_length=12, choices=Answer.choices)
    people = models.PositiveSmallIntegerField(_("people"), default=1)
    needs = models.CharField(_("what you need"), max_length=200, blank=True)
    replacement_name = models.CharField(_("name of the replacement"), max_length=120, blank=True)
    replacement_email = models.EmailField(_("address of the replacement"), blank=True)
    is_director_level = models.BooleanField(_("at director level"), default=False)
    accepted_at = models.DateTimeField(_("accepted at"), null=True, editable=False)
    refused_at = models.DateTimeField(_("refused at"), null=True, editable=False)
    sequence_sent = models.PositiveIntegerField(null=True, editable=False)
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)

    objects = ReplyQuerySet.as_manager()

    class Meta:
        verbose_name = _("answer to an invitation")
        verbose_name_plural = _("answers to invitations")
        ordering = ["invitee", "ordinal"]
        constraints = [
            models.UniqueConstraint(fields=["invitee", "ordinal"], name="reply_once"),
            models.CheckConstraint(
                condition=~Q(answer="replacement") | ~Q(replacement_name=""),
                name="reply_replacement_has_name",
            ),
            models.CheckConstraint(
                condition=Q(accepted_at__isnull=True) | Q(refused_at__isnull=True),
                name="reply_accepted_or_refused",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.invitee_id} {self.answer}"
