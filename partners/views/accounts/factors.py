"""One's own security: passkeys, the app with codes, the codes on paper. allauth does the work."""

from typing import Any, ClassVar

from allauth.mfa.base.views import IndexView, ReauthenticateView
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.views import (
    DownloadRecoveryCodesView,
    GenerateRecoveryCodesView,
    ViewRecoveryCodesView,
)
from allauth.mfa.totp.views import ActivateTOTPView, DeactivateTOTPView
from allauth.mfa.webauthn.internal import auth
from allauth.mfa.webauthn.views import (
    AddWebAuthnView,
    EditWebAuthnView,
    ReauthenticateWebAuthnView,
    RemoveWebAuthnView,
)
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse, reverse_lazy
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partners.adapters import proved_lately
from partners.views.crumbs import crumbs

from .login import WRONG, WrongIsWrong


class AccountPage(WrongIsWrong):
    """Where the page stands, and what it is called."""

    heading: ClassVar[Any] = ""
    lead: ClassVar[Any] = ""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Title and way back."""
        above = [(_("My account"), "partners:account")]
        if not isinstance(self, Security):
            above.append((_("Logging in safely"), "mfa_index"))
        return {
            **super().get_context_data(**kwargs),  # type: ignore[misc]
            "heading": self.heading,
            "lead": self.lead,
            "crumbs": crumbs(*above, (str(self.heading), "")),
        }


class FirstProve:
    """Who has no second step yet is asked a code by mail, unless the login is a fresh one.

    allauth asks only people who have one; else a computer that was left open is enough to add one.
    """

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Ask first."""
        person: Any = request.user
        known = person.is_authenticated and not proved_lately(request)
        if known and not Authenticator.objects.filter(user=person).exists():
            after = urlencode({"next": request.path})
            return HttpResponseRedirect(f"{reverse('partners:account-prove')}?{after}")
        return super().dispatch(request, *args, **kwargs)  # type: ignore[misc, no-any-return]


class Security(AccountPage, IndexView):
    """All ways to log in, and what is needed."""

    heading = gettext_lazy("Logging in safely")
    lead = gettext_lazy("A second step keeps others out, even when they can read your mail.")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The kernteam cannot do without."""
        context = super().get_context_data(**kwargs)
        person: Any = self.request.user
        has_step = {"totp", "webauthn"} & context["authenticators"].keys()
        return {**context, "is_missing": person.standing.is_kernteam and not has_step}


class AddPasskey(FirstProve, AccountPage, AddWebAuthnView):
    """A passkey of this device, or of a phone or a key that one holds."""

    heading = gettext_lazy("Add a passkey")
    lead = gettext_lazy("With a passkey you log in with your finger, your face or a PIN.")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Ask the browser for a passkey that logs in by itself."""
        context = super().get_context_data(**kwargs)
        context["js_data"] = {"creation_options": auth.begin_registration(self.request.user, True)}
        return context


class RemovePasskey(AccountPage, RemoveWebAuthnView):
    """It does not let anybody in any more."""

    heading = gettext_lazy("Remove this passkey?")
    success_url = reverse_lazy("mfa_index")


class RenamePasskey(AccountPage, EditWebAuthnView):
    """Another name for a passkey."""

    heading = gettext_lazy("Name of a passkey")
    success_url = reverse_lazy("mfa_index")


class AppOn(FirstProve, AccountPage, ActivateTOTPView):
    """An app on one's phone gives the codes."""

    heading = gettext_lazy("Set up an app with codes")
    lead = gettext_lazy("An app on your phone gives a new code every half minute.")


class AppOff(AccountPage, DeactivateTOTPView):
    """The app's codes do not let anybody in any more."""

    heading = gettext_lazy("Stop using the app?")


class RecoveryCodes(AccountPage, ViewRecoveryCodesView):
    """Codes to keep on paper."""

    heading = gettext_lazy("Recovery codes")
    lead = gettext_lazy("For when you lost your phone or your passkey. Each code works once.")


class RenewRecoveryCodes(AccountPage, GenerateRecoveryCodesView):
    """New ones; the old ones stop working."""

    heading = gettext_lazy("Make new recovery codes?")


class RecoveryFile(DownloadRecoveryCodesView):
    """The same, as a file to print."""


class ProveByCode(AccountPage, ReauthenticateView):
    """Before one's security changes: a code from the app or from paper."""

    heading = gettext_lazy("First show that it is you")
    lead = gettext_lazy("You are about to change how you log in.")


class ProveByPasskey(AccountPage, ReauthenticateWebAuthnView):
    """The same, with a passkey."""

    heading = gettext_lazy("First show that it is you")
    lead = gettext_lazy("You are about to change how you log in.")

    def form_invalid(self, form: Any) -> HttpResponse:
        """Stay here, with the reason."""
        context = self.get_context_data(form=form)
        answer: HttpResponse = self.render_to_response({**context, "is_wrong": True}, status=WRONG)
        return answer
