"""Logging in through one's own organisation (OpenID Connect): for people we know, and only them."""

from typing import Any

import structlog
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.providers.base import AuthProcess
from django.conf import settings
from django.http import HttpRequest
from django.shortcuts import render

from .factors import count_as_second_factor

log = structlog.get_logger()
STRONG = {"mfa", "otp", "hwk", "swk", "fpt", "face", "sc"}  # RFC 8176: more than a password


class KnownOnlyAdapter(DefaultSocialAccountAdapter):
    """Matches by the address that the organisation vouches for; makes no account and keeps none."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        """Never."""
        del request, sociallogin
        return False

    def can_authenticate_by_email(self, login: Any, email: str) -> bool:
        """By an address of which the provider says that it is verified, in so many words.

        Some say it as text, and the text "false" is no false to allauth.
        """
        del email
        data = login.account.extra_data
        parts = [part for part in (data, data.get("userinfo"), data.get("id_token")) if part]
        said = [str(part["email_verified"]) for part in parts if "email_verified" in part]
        return bool(said) and all(each.lower() == "true" for each in said)

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        """Stop at the door whom we do not know, or whose account is closed."""
        # Whatever the address of the page asks: it logs in, it ties no stranger to an account.
        sociallogin.state["process"] = AuthProcess.LOGIN
        person = sociallogin.user
        if not sociallogin.is_existing or not person.is_active:
            log.info("organisation_login_unknown")
            page = render(request, "account/organisation_unknown.html", status=403)
            raise ImmediateHttpResponse(page)
        if self.is_strong(sociallogin.account.extra_data):
            count_as_second_factor(request, person, "openid_connect")

    def is_strong(self, data: dict[str, Any]) -> bool:
        """Whether this login has two steps in it, as the setting has it."""
        if settings.OIDC_SECOND_FACTOR != "amr":
            return bool(settings.OIDC_SECOND_FACTOR == "always")
        ways = data.get("id_token", data).get("amr") or data.get("userinfo", {}).get("amr") or []
        return bool(STRONG & set(ways))

    def on_authentication_error(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """The organisation said no, or nothing; the code by mail still works."""
        del args
        reason = kwargs.get("exception") or kwargs.get("error", "")
        log.warning("organisation_login_failed", error=type(reason).__name__)
        page = render(request, "account/organisation_failed.html", status=403)
        raise ImmediateHttpResponse(page)
