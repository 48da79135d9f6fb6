"""Accounts: by invitation only, and every mail through the outbox."""

from datetime import datetime
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import perform_login, record_authentication
from allauth.account.models import Login
from allauth.core import context as current
from django.conf import settings
from django.contrib.auth import logout
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from partners.models import Person
from schuldenlab.outbox.actions import post, wake_sender
from schuldenlab.outbox.models import Recipient
from schuldenlab.web.confirm import CODE_LIFETIME

from .factors import proved_lately


def _post_code(to: Recipient, code: str, at: datetime) -> None:
    post(
        "partners/mail/login_code.txt",
        [to],
        f"login-code:{at.timestamp()}",
        at,
        context={"code": code, "minutes": CODE_LIFETIME.seconds // 60},
        is_urgent=True,
        is_secret=True,
    )


def pretend_code(address: str, at: datetime) -> None:
    """Do what a code for a known address costs, and leave nothing: time tells nobody who is known.

    The same questions and the same letter, undone; and the same knock at the worker's door, which
    finds nothing new.
    """
    with transaction.atomic():
        Person.objects.can_log_in().filter(email__iexact=address).first()
        _post_code(Recipient(None, address[:100], "", settings.LANGUAGE_CODE), "000000", at)
        transaction.set_rollback(True)
    wake_sender()


def log_in_by_link(request: HttpRequest, person: Person, after: str) -> HttpResponse:
    """Log somebody in whom a link in a mail let in: as good as a code, so a second step follows."""
    if request.user.is_authenticated:
        logout(request)
    record_authentication(request, person, "code", email=person.email)
    answer: HttpResponse = perform_login(
        request, Login(user=person, email=person.email, redirect_url=after)
    )
    return answer


class InvitedOnlyAdapter(DefaultAccountAdapter):
    """No open sign-up, and every mail goes through the outbox."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "incorrect_code": _("This code is not right. Look in the newest mail."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Accounts are made by an invitation of the kernteam or of a partner's director."""
        del request
        return False

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Post the login code as a secret, urgent letter; the lab needs no other account mail."""
        if template_prefix != "account/email/login_code":
            return
        person = Person.objects.can_log_in().filter(email__iexact=email).first()
        if person is None:
            return
        request = context["request"]
        _post_code(person.as_recipient(), context["code"], getattr(request, "at", timezone.now()))

    def get_login_stages(self) -> list[str]:
        """The steps of a login, with our second one."""
        theirs = "allauth.mfa.stages.AuthenticateStage"
        stages: list[str] = super().get_login_stages()
        return ["partners.adapters.FactorStage" if name == theirs else name for name in stages]

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Before one's own security changes; not when somebody proved who they are just now."""
        del app, kwargs
        return not proved_lately(current.request)

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """Home, unless the login came from a page."""
        url: str = super().get_login_redirect_url(request)
        return url
