"""Leaving the lab, by oneself or by the kernteam; and coming back."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partners import actions
from partners.models import Person
from partners.querysets import local_day
from partners.querysets.archived import held_until, why_held
from partners.querysets.leaving import what_ends
from schuldenlab.web.confirm import Freshness
from schuldenlab.web.doors import ActionDoor

from .crumbs import crumbs
from .own_data import OneselfMixin, own_crumbs


def _what_follows(person: Person, at: datetime) -> dict[str, Any]:
    """What ends today, what nobody else can do tomorrow, and after how long the rest goes."""
    return {
        "someone": person,
        "leaving": what_ends(person, local_day(at)),
        "days": settings.RETENTION["accounts"],
        "has_signed": person.signatures.exists(),
        "held": _held(person, at),
    }


def _held(person: Person, at: datetime) -> str:
    """Why the name stays longer than that, if it does."""
    until = held_until([person.pk], local_day(at)).get(person.pk)
    return why_held(until) if until else ""


class LeaveLab(OneselfMixin, ActionDoor):
    """Everybody may leave; before the button it says what ends, what goes and what stays."""

    template_name = "partners/person_leave.html"
    is_binding = True
    freshness = Freshness.SIGNING
    success_message = gettext_lazy("Your account is closed. Thank you for taking part.")

    def facts(self) -> dict[str, Any]:
        """About whom, and what follows."""
        return {
            "heading": _("Do you leave Schuldenlab070?"),
            "crumbs": own_crumbs((_("Leave"), "")),
            "is_own": True,
            "submit": _("Leave and close my account"),
            **_what_follows(self.object, self.at),
        }

    def act(self, form: Any) -> Person:
        """Leave, and log out here."""
        del form
        left = actions.close_account(self.object, actor=self.person, at=self.at)
        logout(self.request)
        return left

    def get_success_url(self) -> str:
        """The door by which one came in."""
        return reverse("account_login")


class AccountDoor(ActionDoor):
    """An act of the kernteam on somebody's account; afterwards you are among the people."""

    queryset = Person.objects.get_queryset()

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """What cannot be done is said before the page with the button."""
        obstacle = self.obstacle()
        if not obstacle:
            return super().get(request, *args, **kwargs)
        messages.warning(request, obstacle)
        return HttpResponseRedirect(self.get_success_url())

    def get_success_url(self) -> str:
        """The register of people."""
        return reverse("partners:person-list")


class CloseAccount(AccountDoor):
    """Somebody left and did not do it themselves."""

    permission = "partners.close_account"
    template_name = "partners/person_leave.html"
    is_binding = True
    success_message = gettext_lazy("The account is closed. This person got a mail about it.")

    def obstacle(self) -> str:
        """Closed is closed."""
        return "" if self.object.is_active else _("This account is closed already.")

    def facts(self) -> dict[str, Any]:
        """The same words as for who leaves by itself."""
        name = self.object.name
        return {
            "heading": _("Close the account of %(name)s?") % {"name": name},
            "crumbs": crumbs((_("People"), "partners:person-list"), (name, "")),
            "submit": _("Close this account"),
            **_what_follows(self.object, self.at),
        }

    def act(self, form: Any) -> Person:
        """Close it."""
        del form
        return actions.close_account(self.object, actor=self.person, at=self.at)


class ReopenAccount(AccountDoor):
    """Somebody comes back."""

    permission = "partners.reopen_account"
    success_message = gettext_lazy("The account is open again. This person got a mail about it.")

    def obstacle(self) -> str:
        """Only a closed account opens, and only while its data are there."""
        if self.object.is_active:
            return _("This account is open already.")
        if self.object.anonymised_at is not None:
            return _("The data of this account are gone. Invite this person as somebody new.")
        return ""

    def facts(self) -> dict[str, Any]:
        """What comes back by it, and what does not."""
        name = self.object.name
        return {
            "heading": _("Does %(name)s come back?") % {"name": name},
            "lead": _("The account opens again, and this person gets a mail."),
            "crumbs": crumbs((_("People"), "partners:person-list"), (name, "")),
            "note": _("Mandates do not come back by themselves: invite this person for a partner."),
            "submit": _("Open the account again"),
        }

    def act(self, form: Any) -> Person:
        """Open it."""
        del form
        return actions.reopen_account(self.object, actor=self.person, at=self.at)


class AnonymisePerson(AccountDoor):
    """Somebody who left asks to be forgotten sooner; the archive may have to keep the name."""

    permission = "partners.anonymise_person"
    success_message = gettext_lazy("Name and address are gone.")

    def obstacle(self) -> str:
        """Only a closed account, and only when no record that is kept names this person."""
        if self.object.is_active:
            return _("First close this account.")
        if self.object.anonymised_at is not None:
            return _("The data of this account are gone already.")
        return _held(self.object, self.at)

    def facts(self) -> dict[str, Any]:
        """It cannot be undone."""
        name = self.object.name
        return {
            "heading": _("Wipe out the name of %(name)s?") % {"name": name},
            "lead": _("Do this only when this person asks for it."),
            "crumbs": crumbs((_("People"), "partners:person-list"), (name, "")),
            "note": _("Name, address and mails go, and they cannot be brought back."),
            "submit": _("Wipe out name and address"),
        }

    def act(self, form: Any) -> Person:
        """Now."""
        del form
        return actions.anonymise_person(self.object, actor=self.person, at=self.at)
