"""The second step: what counts as one, and how its pages speak."""

import time
from typing import Any

from allauth.account.authentication import (
    AUTHENTICATION_METHODS_SESSION_KEY,
    get_authentication_records,
)
from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.mfa.stages import AuthenticateStage
from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy


def has_second_factor(request: HttpRequest, person: Any) -> bool:
    """Whether this visit came in with more than the mailbox; a passkey counts."""
    records = get_authentication_records(request, person)
    return any(record.get("method") == "mfa" for record in records)


def count_as_second_factor(request: HttpRequest, person: Any, kind: str) -> None:
    """From now on this visit has its second step, of this kind."""
    record_authentication(request, person, "mfa", type=kind)


def forget_second_factor(request: HttpRequest, person: Any) -> None:
    """The last one was taken away: this visit is one of a single step again."""
    records = get_authentication_records(request, person)
    request.session[AUTHENTICATION_METHODS_SESSION_KEY] = [
        record for record in records if record.get("method") != "mfa"
    ]


def proved_lately(request: HttpRequest) -> bool:
    """Whether somebody showed a moment ago who they are, by whatever way."""
    records = get_authentication_records(request, request.user)
    last = max((record.get("at", 0) for record in records), default=0)
    return time.time() - last < settings.SIGNING_MINUTES * 60


class FactorAdapter(DefaultMFAAdapter):
    """Names of passkeys, drawings of keys, and sentences in our voice."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": gettext_lazy("This code is not right. Take a new one and try again."),
    }

    def generate_authenticator_name(self, user: Any, type: str) -> str:  # noqa: A002 - theirs
        """A name that can be changed."""
        count = Authenticator.objects.filter(user_id=user.pk, type=type).count()
        return _("Passkey %(number)s") % {"number": count + 1}

    def build_totp_svg(self, url: str) -> str:
        """The code to scan, black on white: also on a dark page."""
        drawing: str = super().build_totp_svg(url)
        return drawing.replace("<path", '<rect width="100%" height="100%" fill="white"/><path', 1)

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """What the browser shows as the house that a passkey is for."""
        house: dict[str, str] = super().get_public_key_credential_rp_entity()
        return {**house, "name": settings.SITE_NAME}


class FactorStage(AuthenticateStage):
    """The second step of a login; who brought one along is not asked again."""

    def _should_handle(self, request: HttpRequest) -> bool:
        records = get_authentication_records(request, self.login.user)
        if any(record.get("type") == "openid_connect" for record in records):
            return False
        return bool(super()._should_handle(request))
