"""Logging in: a code by mail, a passkey, and the second step. allauth does the work."""

from typing import Any

import structlog
from allauth.account.views import ConfirmLoginCodeView, LogoutView, RequestLoginCodeView
from allauth.mfa.base.views import AuthenticateView
from allauth.mfa.webauthn.views import LoginWebAuthnView
from allauth.socialaccount.providers.openid_connect import views as openid
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from partners.adapters import pretend_code
from partners.forms.accounts import EmailForm
from schuldenlab.web.confirm import take_try

log = structlog.get_logger()
OK, WRONG, AWAY = 200, 422, 503


class WrongIsWrong:
    """A form with a mistake is answered with 422, as everywhere in the house."""

    def form_invalid(self, form: Any) -> HttpResponse:
        """The same page; a redirect stays one. That somebody was refused stands in the log."""
        log.warning("login_refused", step=type(self).__name__)
        answer: HttpResponse = super().form_invalid(form)  # type: ignore[misc]
        if answer.status_code == OK:
            answer.status_code = WRONG
        return answer


def other_ways() -> dict[str, Any]:
    """The login of one's own organisation, when this lab has one."""
    if not settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"]:
        return {}
    return {
        "organisation_name": settings.OIDC_NAME,
        "organisation_url": reverse("openid_connect_login", args=["organisatie"]),
    }


class RequestCode(WrongIsWrong, RequestLoginCodeView):
    """The address, and the other ways in."""

    form_class = EmailForm

    def get_form_class(self) -> type[EmailForm]:
        """Ours."""
        return self.form_class

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With the organisation's own login."""
        return {**super().get_context_data(**kwargs), **other_ways()}

    def form_valid(self, form: Any) -> HttpResponse:
        """The same page in the same time, whether somebody is known or not."""
        answer: HttpResponse = super().form_valid(form)
        person = form._user  # noqa: SLF001 - allauth has no other name for it
        if person is None or not person.is_active:
            pretend_code(form.cleaned_data["email"], self.request.at)
        return answer


class ConfirmCode(WrongIsWrong, ConfirmLoginCodeView):
    """The code from the mail."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Five tries, also when they come at once; and only while the address is still theirs."""
        state, person = self._process.state, self._process.user
        has_moved = person is not None and state["email"].lower() != person.email.lower()
        name = f"{state['email']} {state['at']} {self._process.code}"
        is_try = self._action == "verify"
        if has_moved or (is_try and not take_try(name, state["failed_attempts"])):
            self._process.abort()
            messages.error(request, _("This code does not work any more. Ask for a new one."))
            return HttpResponseRedirect(reverse("account_login"))
        answer: HttpResponse = super().post(request, *args, **kwargs)
        return answer

    def _resend_form_valid(self, form: Any) -> HttpResponse:
        answer: HttpResponse = super()._resend_form_valid(form)
        if self._process.user is None:
            pretend_code(self._process.state.get("email", ""), self.request.at)
        return answer


class LogOut(LogoutView):
    """Going: the browser throws away what it kept of the pages."""

    def post(self, *args: Any, **kwargs: Any) -> HttpResponse:
        """Out, and the copies as well."""
        answer: HttpResponse = super().post(*args, **kwargs)
        answer.headers["Clear-Site-Data"] = '"cache", "storage"'
        return answer


class SecondStep(WrongIsWrong, AuthenticateView):
    """After the code by mail: the app, a recovery code or a passkey."""


class PasskeyLogin(LoginWebAuthnView):
    """The passkey alone lets somebody in."""

    def form_invalid(self, form: Any) -> HttpResponse:
        """Back at the ways in, with the reason."""
        del form
        page = RequestCode(request=self.request, args=(), kwargs={})
        words = _("This passkey did not work here. Try again, or use the code by mail.")
        context = page.get_context_data(form=EmailForm(), passkey_error=words)
        page.template_name = "account/login.html"
        answer: HttpResponse = page.render_to_response(context, status=WRONG)
        return answer


@login_not_required
def organisation_login(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Send somebody on to the login of their organisation, when that answers."""
    try:
        answer: HttpResponse = openid.login(request, provider_id)
    except (OSError, ValueError):
        return render(request, "account/organisation_failed.html", status=AWAY)
    return answer
