"""Links without login: each answers one question of one person; and calendars to subscribe to."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from events.querysets import CalendarFeedQuerySet, GuestLinkQuerySet

from .invitees import Invitee
from .minutes import ActionItem
from .polls import PollInvitee


class GuestLink(models.Model):
    """A link in a letter that answers one question without login, until it expires or is revoked.

    Only the hash of its token is kept.
    """

    token_sha256 = models.CharField(max_length=64, unique=True, editable=False)
    invitee = models.ForeignKey(
        Invitee,
        on_delete=models.PROTECT,
        null=True,
        related_name="links",
        verbose_name=_("invited person"),
    )
    poll_invitee = models.ForeignKey(
        PollInvitee,
        on_delete=models.PROTECT,
        null=True,
        related_name="links",
        verbose_name=_("person in a date poll"),
    )
    action_item = models.ForeignKey(
        ActionItem,
        on_delete=models.PROTECT,
        null=True,
        related_name="links",
        verbose_name=_("action"),
    )
    expires_at = models.DateTimeField(_("expires at"))
    revoked_at = models.DateTimeField(_("revoked at"), null=True, editable=False)
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)

    objects = GuestLinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("link without login")
        verbose_name_plural = _("links without login")
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=(
                    Q(invitee__isnull=False, poll_invitee__isnull=True, action_item__isnull=True)
                    | Q(invitee__isnull=True, poll_invitee__isnull=False, action_item__isnull=True)
                    | Q(invitee__isnull=True, poll_invitee__isnull=True, action_item__isnull=False)
                ),
                name="guest_link_one_question",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pk} {self.expires_at}"


class CalendarFeed(models.Model):
    """A calendar that somebody subscribes to by a secret address; one holds at a time."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="calendar_feeds",
        verbose_name=_("person"),
    )
    token_sha256 = models.CharField(max_length=64, unique=True, editable=False)
    revoked_at = models.DateTimeField(_("revoked at"), null=True, editable=False)
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)

    objects = CalendarFeedQuerySet.as_manager()

    class Meta:
        verbose_name = _("calendar subscription")
        verbose_name_plural = _("calendar subscriptions")
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["person"],
                condition=Q(revoked_at__isnull=True),
                name="calendar_feed_one_holds",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id}"
