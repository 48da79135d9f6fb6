"""Signing a framework online, and asking a colleague to do it."""

from datetime import datetime
from functools import cached_property
from typing import Any, Final

from django.db.models import QuerySet
from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partners import actions, forms
from partners.models import Framework, Organisation, Person, Signature
from partners.models.standing import MandateFact
from partners.querysets import local_day
from schuldenlab.web.confirm import Freshness
from schuldenlab.web.doors import ActionDoor

from .comparing import text_facts
from .crumbs import crumbs

SIGNABLE: Final = {Framework.Status.OPEN, Framework.Status.IN_FORCE}


def sign_facts(framework: Framework, person: Any, at: datetime) -> dict[str, Any]:
    """What the card beside the text needs (`partners/framework/sign_card.html`).

    may_sign: this person signs here for `organisation` (pk and name), with `form` to `sign_url`.
    may_forward: its organisation has not signed, but somebody else must; see `forward_url`.
    receipts: signatures of its own organisations that hold. Two queries at most, often none.
    """
    del at  # roles are those of the person's moment
    ours = {fact.organisation_id: fact for fact in person.standing.mandates if fact.is_partner}
    facts: dict[str, Any] = {"may_sign": False, "may_forward": False, "receipts": []}
    if not ours or framework.status == Framework.Status.DRAFT:
        return facts
    mine = framework.signatures.holding().filter(organisation__in=ours)
    facts["receipts"] = list(mine.select_related("organisation").order_by("pk"))
    if framework.status not in SIGNABLE:
        return facts
    signed = {row.organisation_id for row in facts["receipts"]}
    open_for = [ours[each] for each in sorted(ours) if each not in signed]
    able = [fact for fact in open_for if fact.signs("framework")]
    if able:
        return {**facts, **_card(framework, able[0]), "may_sign": True}
    if open_for:
        return {**facts, **_card(framework, open_for[0], has_form=False), "may_forward": True}
    return facts


def _card(framework: Framework, fact: MandateFact, *, has_form: bool = True) -> dict[str, Any]:
    address = [framework.pk, fact.organisation_id]
    card: dict[str, Any] = {
        "organisation": {"pk": fact.organisation_id, "name": fact.organisation_name},
        "sign_url": reverse("partners:framework-sign", args=address),
        "forward_url": reverse("partners:framework-forward", args=address),
    }
    if has_form:
        card["form"] = forms.SignForm(
            organisation=fact.organisation_name, clauses=framework.clauses.count()
        )
    return card


class SigningDoor(ActionDoor):
    """An act on a framework for one of the person's own organisations."""

    queryset = Framework.objects.exclude(status=Framework.Status.DRAFT)

    def allowed_ids(self) -> frozenset[int]:
        """For which organisations."""
        raise NotImplementedError

    @cached_property
    def organisation(self) -> Organisation:
        """Only an organisation of this person; any other does not exist here."""
        if self.kwargs["organisation"] not in self.allowed_ids():
            raise Http404
        found: Organisation = Organisation.objects.get(pk=self.kwargs["organisation"])
        return found

    def obstacle(self) -> str:
        """It is over, or done already."""
        organisation = self.organisation
        if self.object.status not in SIGNABLE:
            return _("This framework has expired: it cannot be signed any more.")
        if self.object.signatures.holding().filter(organisation=organisation).exists():
            return _("%(name)s has signed this framework already.") % {"name": organisation.name}
        return ""


class SignFramework(SigningDoor):
    """Somebody with a signing mandate signs; a code by mail is part of the act."""

    queryset = SigningDoor.queryset.select_related("predecessor", "document")
    permission = "partners.sign_framework"
    form_class = forms.SignForm
    template_name = "partners/framework_sign.html"
    is_binding = True
    freshness = Freshness.SIGNING

    def allowed_ids(self) -> frozenset[int]:
        """With a signing mandate."""
        ids: frozenset[int] = self.person.standing.signs_ids
        return ids

    def get_form(self, form_class: Any = None) -> forms.SignForm:
        """Declarations with the name of the organisation in them."""
        del form_class
        return forms.SignForm(
            **self.get_form_kwargs(),
            organisation=self.organisation.name,
            clauses=self.object.clauses.count(),
        )

    def facts(self) -> dict[str, Any]:
        """The text first, and the card."""
        framework, organisation = self.object, self.organisation
        address = [framework.pk, organisation.pk]
        return {
            "framework": framework,
            "organisation": organisation,
            "heading": framework.title,
            "lead": _("You sign on behalf of %(name)s. Read the text first.")
            % {"name": organisation.name},
            "crumbs": crumbs((framework.title, framework.get_absolute_url()), (_("Sign"), "")),
            **text_facts(framework),
            "may_sign": True,
            "sign_url": reverse("partners:framework-sign", args=address),
            "forward_url": reverse("partners:framework-forward", args=address),
            "act": _("After this you have signed on behalf of %(name)s.")
            % {"name": organisation.name},
        }

    def act(self, form: Any) -> Signature:
        """Sign."""
        return actions.sign_framework(
            self.object,
            organisation=self.organisation,
            **form.cleaned_data,
            actor=self.person,
            at=self.at,
        )

    def get_success_url(self) -> str:
        """The receipt."""
        return str(self.result.get_absolute_url())


class ForwardFramework(SigningDoor):
    """Somebody who may not sign sends the request to a colleague who may."""

    permission = "partners.forward_framework"
    template_name = "partners/framework_forward.html"
    success_message = gettext_lazy("Your colleague gets a mail with a link to this framework.")

    def allowed_ids(self) -> frozenset[int]:
        """Everybody who works there."""
        ids: frozenset[int] = self.person.standing.organisation_ids
        return ids

    def _colleagues(self) -> QuerySet[Person]:
        people = Person.objects.speaking_for(
            [self.organisation.pk], local_day(self.at), subject="framework"
        )
        return people.exclude(pk=self.person.pk).order_by("name")

    def get_form(self, form_class: Any = None) -> forms.ForwardForm:
        """Colleagues who speak for the organisation."""
        del form_class
        return forms.ForwardForm(**self.get_form_kwargs(), colleagues=self._colleagues())

    def facts(self) -> dict[str, Any]:
        """To whom; and whom to ask when there is nobody."""
        framework, name = self.object, self.organisation.name
        has_colleagues = self._colleagues().exists()
        lead = _("Your colleague gets a mail with a link to “%(title)s”.")
        return {
            "framework": framework,
            "organisation": self.organisation,
            "has_colleagues": has_colleagues,
            "may_sign": self.organisation.pk in self.person.standing.signs_ids,
            "heading": _("Who signs for %(name)s?") % {"name": name},
            "lead": lead % {"title": framework.title} if has_colleagues else "",
            "crumbs": crumbs((framework.title, framework.get_absolute_url()), (_("Send on"), "")),
            "submit": _("Send it on"),
        }

    def act(self, form: Any) -> None:
        """Send it on."""
        actions.forward_framework(
            self.object,
            organisation=self.organisation,
            **form.cleaned_data,
            actor=self.person,
            at=self.at,
        )

    def get_success_url(self) -> str:
        """Back to the framework."""
        return str(self.object.get_absolute_url())
