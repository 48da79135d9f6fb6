"""Mandates that end, and mandates to sign that are asked for, confirmed or declined."""

from datetime import timedelta
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partners import actions, forms
from partners.models import Mandate, SigningRequest
from partners.querysets import local_day
from schuldenlab.web.doors import ActionDoor, ListDoor
from schuldenlab.web.templatetags.look import day as day_words

from .crumbs import crumbs
from .keeping import own_crumbs


class MandateAction(ActionDoor):
    """An act on one mandate; afterwards you are on the page of its organisation."""

    queryset = Mandate.objects.filter(struck_at__isnull=True).select_related(
        "person", "organisation"
    )

    @property
    def names(self) -> dict[str, str]:
        """Of whom, for which organisation."""
        return {"person": self.object.person.name, "name": self.object.organisation.name}

    def get_success_url(self) -> str:
        """Where its organisation is kept."""
        return reverse("partners:organisation-manage", args=[self.object.organisation_id])


class EndMandate(MandateAction):
    """The last day on which somebody acts for an organisation."""

    permission = "partners.end_mandate"
    success_message = gettext_lazy("The last day is recorded. The history stays.")

    def get_form(self, form_class: Any = None) -> forms.LastDayForm:
        """Not before the first day."""
        del form_class
        day = local_day(self.at)
        return forms.LastDayForm(**self.get_form_kwargs(), from_on=self.object.from_on, day=day)

    def facts(self) -> dict[str, Any]:
        """What is gone after that day, and what is needed then."""
        return {
            "heading": _("When does %(person)s stop for %(name)s?") % self.names,
            "lead": _("After that day this person no longer sees the pages of your organisation."),
            "note": self._alone(),
            "crumbs": own_crumbs(self.object.organisation, _("Last day")),
            "submit": _("Record the last day"),
        }

    def _alone(self) -> str:
        """A warning when nobody is left who may sign, or nobody at all."""
        others = Mandate.objects.on(local_day(self.at)).filter(
            organisation=self.object.organisation, person__is_active=True, until_on__isnull=True
        )
        others = others.exclude(pk=self.object.pk)
        if not others.exists():
            return _("Nobody else works for this organisation here. Invite somebody first.")
        if self.object.may_sign and not others.filter(may_sign=True).exists():
            return _("Nobody else may sign. Ask a mandate to sign for a colleague first.")
        return ""

    def act(self, form: Any) -> Mandate:
        """End it."""
        return actions.end_mandate(self.object, **form.cleaned_data, actor=self.person, at=self.at)


class AskSigning(MandateAction):
    """A partner asks that a colleague may sign."""

    permission = "partners.ask_signing"
    form_class = forms.AskSigningForm
    success_message = gettext_lazy("Asked. The kernteam checks it, and you get a mail.")

    def facts(self) -> dict[str, Any]:
        """What signing is, and who decides."""
        return {
            "heading": _("May %(person)s sign for %(name)s?") % self.names,
            "lead": _("The framework, the programme and pledges. The kernteam confirms it."),
            "crumbs": own_crumbs(self.object.organisation, _("May sign")),
            "submit": _("Ask the kernteam"),
        }

    def act(self, form: Any) -> SigningRequest:
        """Ask."""
        return actions.ask_signing(self.object, **form.cleaned_data, actor=self.person, at=self.at)


class SigningRequests(ListDoor):
    """The kernteam: which partner asks that who may sign; what is open first."""

    queryset = SigningRequest.objects.select_related(
        "mandate__person", "mandate__organisation", "asked_by"
    )
    permission = "partners.view_signingrequest"
    template_name = "partners/signing_requests.html"

    def get_queryset(self) -> Any:
        """What is asked first, which the alphabet happens to do."""
        return super().get_queryset().order_by("status", "-recorded_at", "-pk")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The requests of this page."""
        return {
            **super().get_context_data(**kwargs),
            "heading": _("Requests to sign"),
            "lead": _("A partner does not give a mandate to sign itself: the kernteam checks it."),
            "crumbs": crumbs((_("People"), "partners:person-list"), (_("Requests to sign"), "")),
        }


class AnswerSigning(ActionDoor):
    """The kernteam answers a request; afterwards you are on the list of them."""

    queryset = SigningRequest.objects.select_related(
        "mandate__person", "mandate__organisation", "asked_by"
    )
    permission = "partners.answer_signing"

    def get_success_url(self) -> str:
        """All requests."""
        return reverse("partners:signing-requests")

    @property
    def names(self) -> dict[str, str]:
        """Who would sign, for whom."""
        mandate = self.object.mandate
        return {"person": mandate.person.name, "name": mandate.organisation.name}

    def way(self, here: str) -> list[dict[str, str]]:
        """The way back."""
        return crumbs(
            (_("People"), "partners:person-list"),
            (_("Requests to sign"), "partners:signing-requests"),
            (here, ""),
        )


class ConfirmSigning(AnswerSigning):
    """Yes: from tomorrow this person may sign."""

    success_message = gettext_lazy("Confirmed. The partner gets a mail.")

    def facts(self) -> dict[str, Any]:
        """From which day."""
        first = local_day(self.at) + timedelta(days=1)
        return {
            "heading": _("%(person)s may sign for %(name)s") % self.names,
            "lead": _("From %(day)s. Check first that the organisation wants this.")
            % {"day": day_words(first)},
            "crumbs": self.way(_("Confirm")),
            "submit": _("Confirm"),
        }

    def act(self, form: Any) -> SigningRequest:
        """Confirm."""
        del form
        return actions.confirm_signing(self.object, actor=self.person, at=self.at)


class DeclineSigning(AnswerSigning):
    """No, with a reason."""

    form_class = forms.DeclineForm
    success_message = gettext_lazy("Declined. The partner gets a mail with the reason.")

    def facts(self) -> dict[str, Any]:
        """About whom."""
        return {
            "heading": _("%(person)s may not sign for %(name)s") % self.names,
            "lead": _("Nothing changes: this person stays in the same role."),
            "crumbs": self.way(_("Decline")),
            "submit": _("Decline"),
        }

    def act(self, form: Any) -> SigningRequest:
        """Decline."""
        return actions.decline_signing(
            self.object, **form.cleaned_data, actor=self.person, at=self.at
        )
