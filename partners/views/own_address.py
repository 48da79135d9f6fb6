"""Another address to log in with: asked on one page, proven by a code on the next."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partners import actions, forms
from partners.models import Person
from schuldenlab.web.confirm import Freshness, new_code, remember_code, try_code
from schuldenlab.web.doors import ActionDoor
from schuldenlab.web.forms import CodeForm

from .own_data import OneselfMixin, own_crumbs

PENDING = "pending_address"


class AskAddress(OneselfMixin, ActionDoor):
    """Who logged in a while ago first shows that the old address is theirs."""

    form_class = forms.AddressForm
    is_binding = True
    freshness = Freshness.SIGNING

    def facts(self) -> dict[str, Any]:
        """What happens after the button."""
        return {
            "heading": _("Another e-mail address"),
            "lead": _("You log in with this address, and our mails go to it."),
            "crumbs": own_crumbs((_("E-mail address"), "")),
            "note": _("Your address is %(address)s now. It gets a mail about the change.")
            % {"address": self.object.email},
            "submit": _("Send a code to the new address"),
        }

    def act(self, form: Any) -> str:
        """Send the code; a digest of it stays in the session."""
        code = new_code()
        address = actions.ask_address(
            self.object, **form.cleaned_data, code=code, actor=self.person, at=self.at
        )
        self.request.session[PENDING] = remember_code(code, self.at, address=address)
        return address

    def get_success_url(self) -> str:
        """Where the code is filled in."""
        return reverse("partners:my-data-address-code")


class ProveAddress(OneselfMixin, ActionDoor):
    """The code that came on the new address."""

    form_class = CodeForm
    template_name = "web/confirm_code.html"
    success_message = gettext_lazy("From now on you log in with your new address.")

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Without an address that waits there is nothing to prove."""
        if request.user.is_authenticated and PENDING not in request.session:
            return HttpResponseRedirect(reverse("partners:my-data-address"))
        return super().dispatch(request, *args, **kwargs)

    def facts(self) -> dict[str, Any]:
        """Where the code went to."""
        return {
            "address": self.request.session.get(PENDING, {}).get("address", ""),
            "act": _("After this you log in with the new address. The old one gets a mail."),
            "back_url": reverse("partners:my-data-address"),
            "is_new_address": True,
        }

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """This code is the form itself, not a step before another act."""
        del args, kwargs
        form = self.get_form()
        if not form.is_valid():
            return self.form_invalid(form)
        kept = request.session[PENDING]
        answer = try_code(kept, form.cleaned_data["confirmation_code"], self.at)
        request.session[PENDING] = kept
        if answer == "expired":
            del request.session[PENDING]
            messages.error(request, _("The code has expired. Ask for a new one."))
            return HttpResponseRedirect(reverse("partners:my-data-address"))
        if answer == "wrong":
            form.add_error("confirmation_code", _("This code is not right. Try again."))
            return self.form_invalid(form)
        return self.form_valid(form)

    def act(self, form: Any) -> Person:
        """Once: the code is used up, whatever the answer is."""
        del form
        address = self.request.session.pop(PENDING)["address"]
        return actions.change_address(self.object, address=address, actor=self.person, at=self.at)

    def get_success_url(self) -> str:
        """My data."""
        return reverse("partners:my-data")
