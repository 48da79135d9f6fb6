"""Coming in by the link of an invitation, and the kernteam that sends or withdraws one."""

from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache

from partners import actions
from partners.adapters import log_in_by_link
from partners.forms.accounts import TokenForm
from partners.models import Invitation, Person
from partners.views.crumbs import crumbs
from schuldenlab.web.doors import ActionDoor, DetailDoor, Door

GONE = 410


class ByLink(Door):
    """For whoever holds a link; no cache and no other house hears of it."""

    @method_decorator(login_not_required)
    @method_decorator(never_cache)
    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The referrer says no more than our name: not `no-referrer`, which hides the origin."""
        self.object = self.get_object()
        answer = super().dispatch(request, *args, **kwargs)
        answer.headers["Referrer-Policy"] = "strict-origin"
        return answer


class OpenInvitation(ByLink, DetailDoor):
    """Who invites, and one button. Opening it uses up nothing: mail scanners open links too."""

    template_name = "partners/invitation.html"

    def get_object(self) -> Invitation | None:
        """The invitation behind the token, if it still lets anybody in."""
        found: Invitation | None = Invitation.objects.select_related("invited_by").opened_by(
            self.kwargs["token"], self.at
        )
        return found

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The page, or how to go on without this link."""
        if self.object is None:
            self.template_name = "partners/invitation_closed.html"
            return self.render_to_response({}, status=GONE)
        return super().get(request, *args, **kwargs)

    def facts(self) -> dict[str, Any]:
        """The token goes back in the body of the form."""
        return {"form": TokenForm(initial={"token": self.kwargs["token"]})}


class AcceptInvitation(ByLink, ActionDoor):
    """The button: the link is used up, and the person is in."""

    form_class = TokenForm
    template_name = "partners/invitation_closed.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Without a link there is the login."""
        del request, args, kwargs
        return HttpResponseRedirect(reverse("account_login"))

    def act(self, form: Any) -> None:
        """Use it up, and log in as after a code by mail; a second step is still asked."""
        person = actions.accept_invitation(form.cleaned_data["token"], at=self.at)
        self.answer = log_in_by_link(self.request, person, reverse("partners:welcome"))

    def form_invalid(self, form: Any) -> HttpResponse:
        """Used, expired or withdrawn in the meantime."""
        return self.render_to_response(self.get_context_data(form=form), status=GONE)

    def get_success_url(self) -> str:
        """Where the login leads: the second step, or the welcome."""
        return self.answer.headers["Location"]


class Welcome(DetailDoor):
    """The first page of somebody new: a passkey makes the next time easier."""

    template_name = "partners/welcome.html"

    def facts(self) -> dict[str, Any]:
        """By name."""
        return {
            "heading": _("Welcome, %(name)s") % {"name": self.person.name},
            "lead": _("You are logged in. Make the next time easier with a passkey."),
        }


class OfPerson(ActionDoor):
    """Something about the invitation of one person."""

    queryset = Person.objects.get_queryset()
    permission = "partners.invite_person"

    def title(self) -> str:
        """The question of the page."""
        raise NotImplementedError

    def facts(self) -> dict[str, Any]:
        """About whom."""
        return {
            "heading": self.title(),
            "lead": f"{self.object.name}, {self.object.email}",
            "crumbs": crumbs((_("People"), "partners:person-list"), (_("Invitation"), "")),
        }

    def get_success_url(self) -> str:
        """The register of people."""
        return reverse("partners:person-list")


class ResendInvitation(OfPerson):
    """A new link; the old one stops working."""

    success_message = gettext_lazy("Done. There is a new invitation in the mail.")

    def title(self) -> str:
        """The question of the page."""
        return _("Send the invitation again?")

    def facts(self) -> dict[str, Any]:
        """What happens after the button."""
        words = _("The new link works for %(days)s days. An older link stops working at once.")
        note = words % {"days": settings.INVITATION_DAYS}
        return {**super().facts(), "note": note, "submit": _("Send the invitation")}

    def act(self, form: Any) -> Any:
        """Send it."""
        del form
        return actions.resend_invitation(self.object, actor=self.person, at=self.at)


class WithdrawInvitation(OfPerson):
    """The link stops working; the account stays."""

    success_message = gettext_lazy("Done. The link in the mail no longer works.")

    def title(self) -> str:
        """The question of the page."""
        return _("Withdraw the invitation?")

    def facts(self) -> dict[str, Any]:
        """What happens after the button, and what does not."""
        note = _("The link stops working. With a code by mail this person can still log in.")
        return {**super().facts(), "note": note, "submit": _("Withdraw the invitation")}

    def act(self, form: Any) -> Any:
        """Withdraw it."""
        del form
        return actions.withdraw_invitations(self.object, actor=self.person, at=self.at)
