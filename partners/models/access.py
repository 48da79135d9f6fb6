"""Ways in: invitations by link, stored as a hash, and visits in which somebody is logged in."""

import hashlib
from datetime import datetime
from typing import Any, ClassVar

from django.conf import settings
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from partners.querysets import InvitationQuerySet, VisitManager
from schuldenlab.web.confirm import LOGIN_MOMENT

DEVICE = "device"  # what the browser called itself, in the session
# Signs in what a browser calls itself; the first that is there decides.
BROWSERS = {
    **dict.fromkeys(["Edg/", "EdgA/", "EdgiOS/"], "Edge"),
    "OPR/": "Opera",
    **dict.fromkeys(["Firefox/", "FxiOS/"], "Firefox"),
    **dict.fromkeys(["Chrome/", "CriOS/"], "Chrome"),
    "Safari/": "Safari",
}
SYSTEMS = {
    "Windows": "Windows",
    "Android": "Android",
    "iPhone": "iPhone",
    "iPad": "iPad",
    "Mac OS": "macOS",
    "Linux": "Linux",
}


class Invitation(models.Model):
    """A link that lets one person in, once, until it expires or is withdrawn."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="invitations",
        verbose_name=_("person"),
    )
    token_sha256 = models.CharField(max_length=64, unique=True, editable=False)
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("invited by"),
    )
    expires_at = models.DateTimeField(_("expires at"))
    used_at = models.DateTimeField(_("used at"), null=True, editable=False)
    revoked_at = models.DateTimeField(_("revoked at"), null=True, editable=False)
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(used_at__isnull=True) | Q(revoked_at__isnull=True),
                name="invitation_used_or_revoked",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.expires_at}"


class Visit(AbstractBaseSession):
    """A session of the web, with whose it is: so that people see and end their own."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        null=True,
        editable=False,
        related_name="visits",
        verbose_name=_("person"),
    )

    objects: ClassVar[VisitManager] = VisitManager()

    class Meta:
        verbose_name = _("visit")
        verbose_name_plural = _("visits")

    @classmethod
    def get_session_store_class(cls) -> Any:
        """Which store writes these rows."""
        from partners.sessions import SessionStore  # noqa: PLC0415 - it names this model

        return SessionStore

    @property
    def handle(self) -> str:
        """What a page may call this visit: nobody makes the key out of it."""
        return hashlib.sha256(self.session_key.encode()).hexdigest()

    @property
    def logged_in_at(self) -> datetime | None:
        """The moment of the login, or of the last code."""
        moment = self.get_decoded().get(LOGIN_MOMENT)
        return datetime.fromisoformat(moment) if moment else None

    @property
    def browser(self) -> str:
        """For instance `Firefox`; empty when it is none that we know."""
        return self._known(BROWSERS)

    @property
    def system(self) -> str:
        """For instance `Windows`; empty when it is none that we know."""
        return self._known(SYSTEMS)

    def _known(self, names: dict[str, str]) -> str:
        device = self.get_decoded().get(DEVICE, "")
        return next((name for sign, name in names.items() if sign in device), "")
