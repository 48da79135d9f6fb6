"""The doors of the demo: step into a role, and read the mails.

Open without login, and on this machine only.
"""

import re
from ipaddress import IPv6Address, ip_address
from typing import Any

from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.html import linebreaks, urlize
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from partners.adapters import count_as_second_factor
from schuldenlab.lifecycle import Refused
from schuldenlab.web.doors import ActionDoor, DetailDoor, Door, ListDoor

from .forms import MailboxFilter, PersonaForm
from .models import SentMail
from .personas import person_of, present_personas

LOCAL_ADDRESS = re.compile(r"https?://localhost(:\d+)?(?=/)")
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


def is_at_home(request: HttpRequest) -> bool:
    """Whether the visitor sits at this machine, and not behind a proxy that does."""
    try:
        address = ip_address(request.META.get("REMOTE_ADDR", ""))
    except ValueError:
        return False
    if isinstance(address, IPv6Address) and address.ipv4_mapped:
        address = address.ipv4_mapped
    return address.is_loopback and "HTTP_X_FORWARDED_FOR" not in request.META


def with_links(text: str) -> SafeString:
    """Plain text as HTML: every word escaped, every address a link in our look."""
    linked = urlize(text, autoescape=True).replace("<a ", '<a class="utrecht-link" ')
    return mark_safe(linebreaks(linked))  # noqa: S308 - `urlize` escaped it, the rest is ours


class AtHome(Door):
    """For everybody at this machine; for the rest there is no such page."""

    @method_decorator(login_not_required)
    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Look where the visitor sits."""
        if not is_at_home(request):
            raise Http404
        self.object = self.get_object()
        return super().dispatch(request, *args, **kwargs)


class Personas(AtHome, ActionDoor):
    """All roles; a click makes you that person, freshly logged in."""

    form_class = PersonaForm
    template_name = "demo/personas.html"

    def facts(self) -> dict[str, Any]:
        """Who there is."""
        return {"personas": present_personas()}

    def act(self, form: PersonaForm) -> None:
        """Log in as that person, without a code, and with the second step counted as done."""
        person = person_of(form.cleaned_data["persona"])
        if person is None:
            raise Refused(_("This person is not in the demo any more."))
        login(self.request, person, backend=BACKEND)
        count_as_second_factor(self.request, person, "demo")

    def get_success_url(self) -> str:
        """The home of that person."""
        return reverse("portal:home")


class Mailbox(AtHome, ListDoor):
    """The mails that were "sent", the newest on top."""

    queryset = SentMail.objects.named().defer("text", "html")
    template_name = "demo/mailbox.html"
    paginate_by = 25

    def get_queryset(self) -> Any:
        """All, or those to an address."""
        self.form = MailboxFilter(self.request.GET)
        typed = self.form.cleaned_data["address"] if self.form.is_valid() else ""
        return super().get_queryset().filter(address__icontains=typed)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The filter goes along to the next page."""
        query = self.request.GET.copy()
        query.pop("page", None)
        return super().get_context_data(form=self.form, query=query.urlencode(), **kwargs)


class Mail(AtHome, DetailDoor):
    """One mail."""

    queryset = SentMail.objects.named()
    template_name = "demo/mail.html"

    def facts(self) -> dict[str, Any]:
        """The text with links that work, and the way back to the list."""
        mailbox = {"label": _("Mails of the demo"), "url": reverse("demo:mailbox")}
        return {
            "crumbs": [mailbox, {"label": self.object.subject, "url": ""}],
            "text": with_links(self.object.text),
        }
