"""allauth's questions, answered for a lab where people come by invitation only."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from partners.models import Person
from schuldenlab.outbox.actions import post
from schuldenlab.web.confirm import CODE_LIFETIME


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
        at = getattr(request, "at", timezone.now())
        post(
            "partners/mail/login_code.txt",
            [person.as_recipient()],
            f"login-code:{at.timestamp()}",
            at,
            context={"code": context["code"], "minutes": CODE_LIFETIME.seconds // 60},
            is_urgent=True,
            is_secret=True,
        )

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """Home, unless the login came from a page."""
        url: str = super().get_login_redirect_url(request)
        return url
