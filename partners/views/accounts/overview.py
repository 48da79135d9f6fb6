"""My account: who I am here, where I am logged in, and showing that it is me."""

from typing import Any

from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.models import Authenticator
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partners import actions
from partners.forms.accounts import NextForm, VisitForm
from partners.models import Visit
from partners.views.crumbs import crumbs
from schuldenlab.web.confirm import Freshness
from schuldenlab.web.doors import ActionDoor, DetailDoor


class Account(DetailDoor):
    """What the lab knows of you, and where you change it."""

    template_name = "partners/account.html"

    def facts(self) -> dict[str, Any]:
        """Name, address, roles and ways to log in. Two questions besides who you are."""
        kinds = list(Authenticator.objects.filter(user=self.person).values_list("type", flat=True))
        return {
            "heading": _("My account"),
            "lead": _("Who you are here, and how you log in."),
            "crumbs": crumbs((_("My account"), "")),
            "keys": self._keys(),
            "passkeys": kinds.count("webauthn"),
            "has_app": "totp" in kinds,
            "visits": Visit.objects.of(self.person, self.at).count(),
        }

    def _keys(self) -> list[dict[str, str]]:
        person, standing = self.person, self.person.standing
        acts = ", ".join(mandate.organisation_name for mandate in standing.mandates)
        if standing.is_kernteam:
            acts = ", ".join(filter(None, [_("Kernteam"), acts]))
        return [
            {"label": _("Name"), "value": person.name},
            {"label": _("E-mail address"), "value": person.email},
            {"label": _("You act for"), "value": acts or _("Nobody now")},
            {"label": _("Language"), "value": person.get_language_display()},
        ]


class Visits(ActionDoor):
    """Where you are logged in, and logging out there."""

    form_class = VisitForm
    template_name = "partners/account_visits.html"
    success_message = gettext_lazy("Done. You are logged out there.")

    def facts(self) -> dict[str, Any]:
        """Every browser of yours that still gets in."""
        visits = list(Visit.objects.of(self.person, self.at)[:50])
        return {
            "heading": _("Where you are logged in"),
            "lead": _("Do you not know one of these? Log out there, and tell the kernteam."),
            "crumbs": crumbs((_("My account"), "partners:account"), (_("Logged in"), "")),
            "visits": visits,
            "here": self._here(),
        }

    def _here(self) -> str:
        return Visit(session_key=self.request.session.session_key or "").handle

    def act(self, form: Any) -> int:
        """End one, or all but this one; this one ends by logging out."""
        chosen, here = form.cleaned_data["visit"], self._here()
        mine = [visit.handle for visit in Visit.objects.of(self.person, self.at)]
        handles = [each for each in mine if each != here and chosen in {each, "others"}]
        return actions.end_visits(self.person, handles=handles, actor=self.person, at=self.at)

    def get_success_url(self) -> str:
        """The list that is left."""
        return reverse("partners:account-visits")


class ProveByMail(ActionDoor):
    """A code by mail, before somebody without a second step adds one."""

    form_class = NextForm
    is_binding = True
    freshness = Freshness.SIGNING

    def get_initial(self) -> dict[str, Any]:
        """Where to go afterwards."""
        return {"next": self.request.GET.get("next", "")}

    def facts(self) -> dict[str, Any]:
        """Why."""
        return {
            "heading": _("First show that it is you"),
            "lead": _("You are about to change how you log in. We send you a code by mail."),
            "crumbs": crumbs((_("My account"), "partners:account"), (_("Code"), "")),
            "submit": _("Go on"),
        }

    def act(self, form: Any) -> None:
        """The code was right, or the login fresh enough to need none."""
        record_authentication(self.request, self.person, "code", email=self.person.email)
        self.after: str = form.cleaned_data["next"]

    def get_success_url(self) -> str:
        """Only to a page of ours."""
        hosts = {self.request.get_host()}
        if url_has_allowed_host_and_scheme(self.after, hosts, self.request.is_secure()):
            return self.after
        return reverse("mfa_index")
