"""Tokens of the API: which there are, a new one that is shown once, and revoking."""

from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partners import actions, forms
from partners.models import ApiToken, Organisation
from partners.querysets import local_day
from schuldenlab.web.doors import ActionDoor, DetailDoor, Door

from .crumbs import Crumbs, crumbs
from .keeping import own_crumbs


class _Shelf(Door):
    """What the page of a partner and the page of the lab have in common."""

    object: Organisation | None

    def way(self, here: str = "") -> Crumbs:
        """The way back; `here` is a page below that of the tokens."""
        address, words = self.shelf_address(), _("Tokens for programs")
        steps = [(words, address), (here, "")] if here else [(words, "")]
        if self.object is None:
            return crumbs(*steps)
        return [*own_crumbs(self.object, words)[:-1], *crumbs(*steps)[1:]]

    def shelf_address(self) -> str:
        """The page with these tokens."""
        if self.object is None:
            return reverse("partners:lab-tokens")
        return reverse("partners:tokens", args=[self.object.pk])


class Tokens(_Shelf, DetailDoor):
    """The tokens of one partner, the newest on top."""

    queryset: Any = Organisation.objects.all()
    permission = "partners.keep_tokens"
    template_name = "partners/tokens.html"

    def facts(self) -> dict[str, Any]:
        """The tokens, what they may read, and whether this person makes one."""
        named = {"name": getattr(self.object, "name", "")}
        tokens = ApiToken.objects.filter(organisation=self.object).select_related("made_by")
        return {
            "heading": _("Tokens for programs of %(name)s") % named,
            "lead": _("With a token a program of yours reads along. It cannot change anything."),
            "crumbs": self.way(),
            "organisation": self.object,
            "tokens": tokens,
            "today": local_day(self.at),
            "make_url": self.make_url(),
        }

    def make_url(self) -> str:
        """The page for a new one; the kernteam makes none for a partner."""
        if not self.person.has_perm("partners.make_token", self.object):
            return ""
        return reverse("partners:token-make", args=[self.object.pk])  # type: ignore[union-attr]


class LabTokens(Tokens):
    """The tokens of the lab itself, for the kernteam."""

    queryset = None
    permission = "partners.make_lab_token"

    def facts(self) -> dict[str, Any]:
        """The same; these read what is public."""
        lead = _("With a token a program of the lab reads what is public, more often in a minute.")
        return {**super().facts(), "heading": _("Tokens for programs of the lab"), "lead": lead}

    def make_url(self) -> str:
        """The page for a new one."""
        return reverse("partners:lab-token-make")


class MakeToken(_Shelf, ActionDoor):
    """A new token. It stands on the page once, right after the button."""

    queryset: Any = Organisation.objects.all()
    permission = "partners.make_token"
    template_name = "partners/token_make.html"

    def get_form(self, form_class: Any = None) -> forms.TokenForm:
        """Half a year is filled in already."""
        del form_class
        return forms.TokenForm(**self.get_form_kwargs(), day=local_day(self.at))

    def facts(self) -> dict[str, Any]:
        """What it will be able to read."""
        return {
            "heading": _("Make a token for a program"),
            "lead": _("One token for each program: then you can stop one, and the others go on."),
            "crumbs": self.way(_("New token")),
            "organisation": self.object,
            "submit": _("Make the token"),
            "shelf_address": self.shelf_address(),
        }

    def act(self, form: Any) -> tuple[ApiToken, str]:
        """Make it."""
        return actions.make_token(self.object, **form.cleaned_data, actor=self.person, at=self.at)

    def form_valid(self, form: Any) -> HttpResponse:
        """The page itself is the answer: nothing but this page ever holds the token."""
        answer = super().form_valid(form)
        if not isinstance(answer, HttpResponseRedirect):
            return answer
        row, token = self.result
        context = self.get_context_data(form=form)
        made = {"heading": _("Your token is ready"), "row": row, "token": token}
        page = self.render_to_response({**context, **made})
        page.headers["Cache-Control"] = "private, no-store"
        return page

    def get_success_url(self) -> str:
        """The tokens."""
        return self.shelf_address()


class MakeLabToken(MakeToken):
    """A token of the lab itself."""

    queryset = None
    permission = "partners.make_lab_token"


class RevokeToken(ActionDoor):
    """A program gets nothing any more."""

    queryset = ApiToken.objects.select_related("organisation", "made_by")
    permission = "partners.revoke_token"
    success_message = gettext_lazy("The token does not work any more.")

    def facts(self) -> dict[str, Any]:
        """Which program, and what happens after it."""
        heading = _("Revoke the token of “%(purpose)s”?") % {"purpose": self.object.purpose}
        return {
            "heading": heading,
            "lead": _("This program gets nothing any more, from now on. It cannot be undone."),
            "note": _("Need it again later? Make a new token then."),
            "crumbs": crumbs((_("Tokens for programs"), self.get_success_url()), (heading, "")),
            "submit": _("Revoke the token"),
        }

    def obstacle(self) -> str:
        """What was revoked stays so."""
        return _("This token was revoked already.") if self.object.revoked_at else ""

    def act(self, form: Any) -> ApiToken:
        """Revoke it."""
        del form
        return actions.revoke_token(self.object, actor=self.person, at=self.at)

    def get_success_url(self) -> str:
        """The tokens."""
        url: str = self.object.get_absolute_url()
        return url
